import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link inside Slotwell. Every page is worked out for whoever asks, at the moment they ask, so nothing of it can be
 * fetched ahead: thirty links in sight would be thirty requests for nothing.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
