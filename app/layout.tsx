import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";
import { ClientMessages } from "#components/shell/client-messages.tsx";
import { GoingLine } from "#components/shell/going-line.tsx";
import { OfflineNote } from "#components/shell/offline-note.tsx";
import { SkipLink } from "#components/shell/skip-link.tsx";
import { directionOf, htmlLanguage } from "#lib/i18n/locales.ts";
import { arabic, display, displayExtended, text, textExtended } from "./fonts.ts";
import { readTheme } from "./theme-cookie.ts";
import "./globals.css";
import "./arabic.css";
import "./print.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("productName"), template: `%s · ${t("productName")}` },
    description: t("description"),
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfaf6" },
    { media: "(prefers-color-scheme: dark)", color: "#131924" },
  ],
};

const fonts = [display, displayExtended, text, textExtended, arabic].map((font) => font.variable).join(" ");

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme, t] = await Promise.all([getLocale(), readTheme(), getTranslations("shell.offline")]);
  return (
    <html
      lang={htmlLanguage(locale)}
      dir={directionOf(locale)}
      data-theme={theme === "system" ? undefined : theme}
      className={fonts}
    >
      <body>
        <SkipLink />
        <OfflineNote title={t("title")} message={t("message")} />
        {/* The few pages that are made at build time do not know their query; nothing of them waits for it. */}
        <Suspense fallback={null}>
          <GoingLine />
        </Suspense>
        <ClientMessages namespaces={[]}>{children}</ClientMessages>
      </body>
    </html>
  );
}
