import { ArrowLeftIcon } from "@phosphor-icons/react/dist/ssr/ArrowLeft";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";

export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="link inline-flex min-h-11 w-fit items-center gap-2 text-md no-underline hover:underline"
      data-print="hide"
    >
      <ArrowLeftIcon aria-hidden className="rtl:-scale-x-100" />
      {children}
    </Link>
  );
}
