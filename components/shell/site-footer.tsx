import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

interface SiteFooterProps {
  clinicName: string;
  /** Lines of the address. */
  address?: string[];
  phone?: string;
  email?: string;
  /** Opening hours, a note on the time zone, legal links. */
  children?: ReactNode;
  /** The `ThemeChoice`. */
  theme?: ReactNode;
  /** The `LanguageChoice`. */
  language?: ReactNode;
}

/** The foot of public and patient pages: how to reach the practice, in words; on paper too. */
export function SiteFooter({ clinicName, address = [], phone, email, children, theme, language }: SiteFooterProps) {
  const t = useTranslations("shell");
  return (
    <footer className="mt-auto border-t border-line">
      <div className="mx-auto flex w-full max-w-page flex-wrap items-start justify-between gap-x-16 gap-y-8 px-4 pt-10 pb-8 text-md text-ink-muted sm:px-6">
        <address className="grid min-w-0 gap-1 not-italic">
          <span className="font-display text-base text-ink">{clinicName}</span>
          {address.map((line) => (
            <span key={line}>
              <bdi>{line}</bdi>
            </span>
          ))}
          {phone && (
            <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} className="link figures w-fit py-1">
              <bdi>{phone}</bdi>
            </a>
          )}
          {email && (
            <a href={`mailto:${email}`} className="link w-fit py-1">
              {email}
            </a>
          )}
        </address>
        {children && (
          <div className="grid min-w-0 gap-1" data-print="hide">
            {children}
          </div>
        )}
        <div className="grid content-start justify-items-start gap-1 sm:justify-items-end" data-print="hide">
          {language}
          {theme}
          <p className="text-sm">{t("poweredBy")}</p>
        </div>
      </div>
    </footer>
  );
}
