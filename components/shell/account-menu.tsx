import { CaretDownIcon } from "@phosphor-icons/react/dist/ssr/CaretDown";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Link } from "#components/ui/link.tsx";

interface AccountMenuProps {
  name: string;
  email?: string;
  /** Own pages and the workspaces this person may open. */
  links: { href: string; label: string }[];
  /** The sign-out form: it posts, so it cannot be a link. */
  children?: ReactNode;
}

/** Who is signed in and where they can go; a native disclosure that opens without JavaScript. */
export function AccountMenu({ name, email, links, children }: AccountMenuProps) {
  const t = useTranslations("shell");
  return (
    <details className="min-w-0 md:relative" data-print="hide">
      <summary
        className="flex min-h-11 items-center gap-2 rounded-md justify-center px-1.5 hover:bg-wash sm:px-2"
        title={t("account")}
      >
        <Avatar name={name} size="sm" />
        <span dir="auto" className="max-w-40 min-w-0 truncate max-sm:sr-only md:max-lg:max-w-28">
          {name}
        </span>
        <CaretDownIcon aria-hidden className="size-4 shrink-0 text-ink-muted max-sm:hidden" />
      </summary>
      <div className="absolute end-4 top-full z-30 mt-2 w-64 max-md:max-w-[calc(100%-2rem)] divide-y md:end-0 divide-line rounded-md border border-line bg-raised shadow-float">
        <p className="px-5 py-3 text-md">
          <span dir="auto" className="block w-fit max-w-full truncate font-[560]">
            {name}
          </span>
          {email && (
            <span dir="auto" className="block w-fit max-w-full truncate text-ink-muted">
              {email}
            </span>
          )}
        </p>
        <ul className="p-2">
          {links.map((link) => (
            <li key={link.href}>
              <Link href={link.href} className="flex min-h-11 items-center rounded-sm px-3 hover:bg-wash">
                {link.label}
              </Link>
            </li>
          ))}
        </ul>
        {children && <div className="p-2">{children}</div>}
      </div>
    </details>
  );
}
