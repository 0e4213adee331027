import type { formats } from "#lib/i18n/formats.ts";
import type { LocaleTag } from "#lib/i18n/locales.ts";
import type messages from "./messages/en.json";

declare module "next-intl" {
  interface AppConfig {
    Locale: LocaleTag;
    Messages: typeof messages;
    Formats: typeof formats;
  }
}

declare global {
  interface WindowEventMap {
    /** Another page of this site is on its way; the detail is its address. */
    "slotwell:going": CustomEvent<string>;
  }
}
