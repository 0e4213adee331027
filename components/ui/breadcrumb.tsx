import Link from "next/link";
import { useTranslations } from "next-intl";

/** Where this page stands; the last item is the page itself and has no link. */
export function Breadcrumb({ items }: { items: { label: string; href?: string }[] }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("breadcrumb")} data-print="hide">
      <ol className="flex flex-wrap items-center gap-x-2 text-md text-ink-muted">
        {items.map((item, index) => (
          <li key={item.label} className="flex items-center gap-2">
            {index > 0 && (
              <span aria-hidden className="text-ink-faint">
                /
              </span>
            )}
            {item.href ? (
              <Link href={item.href} className="inline-flex min-h-9 items-center hover:text-ink hover:underline">
                {item.label}
              </Link>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
