import { type Messages, NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/**
 * Sends the named namespaces to client components below, and only those: patients' pages stay light because nothing
 * but `ui` is sent. Providers do not merge, so the innermost one counts.
 */
export async function ClientMessages({
  namespaces,
  children,
}: {
  namespaces: (keyof Messages)[];
  children: ReactNode;
}) {
  const all = await getMessages();
  const chosen = Object.fromEntries(["ui" as const, ...namespaces].map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={chosen}>{children}</NextIntlClientProvider>;
}
