import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "#components/shell/client-messages.tsx";
import { SkipLink } from "#components/shell/skip-link.tsx";
import { directionOf, htmlLanguage } from "#lib/i18n/locales.ts";
import { arabic, display, displayExtended, text, textExtended } from "./fonts.ts";
import { readTheme } from "./theme-cookie.ts";
import "./globals.css";
import "./arabic.css";

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
  const [locale, theme] = await Promise.all([getLocale(), readTheme()]);
  return (
    <html
      lang={htmlLanguage(locale)}
      dir={directionOf(locale)}
      data-theme={theme === "system" ? undefined : theme}
      className={fonts}
    >
      <body>
        <SkipLink />
        <ClientMessages namespaces={[]}>{children}</ClientMessages>
      </body>
    </html>
  );
}
