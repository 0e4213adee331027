"use client";

import { usePathname } from "next/navigation";
import type { ComponentProps } from "react";
import { Link } from "#components/ui/link.tsx";

type CurrentLinkProps = Omit<ComponentProps<typeof Link>, "href"> & {
  href: string;
  /** Says so itself; otherwise the path decides, because a layout is not rendered again when its page changes. */
  current?: boolean;
  /** Pages below `href` belong to another link. */
  exact?: boolean;
};

/** A link that knows when its page is the open one. */
export function CurrentLink({ href, current, exact = false, ...rest }: CurrentLinkProps) {
  const path = usePathname();
  const here = current ?? (path === href || (!exact && href !== "/" && path.startsWith(`${href}/`)));
  return <Link href={href} aria-current={here ? "page" : undefined} {...rest} />;
}
