import type { useTranslations } from "next-intl";
import type { EpochMs, TimeZone } from "#lib/time.ts";
import type { Letter } from "../letter.ts";

export interface MailTexts {
  /** Texts of the namespace `mail`. */
  t: ReturnType<typeof useTranslations<"mail">>;
  /** Texts of the namespace `plan.reason`. */
  reason: ReturnType<typeof useTranslations<"plan.reason">>;
  /** BCP 47; decides how times are written. */
  locale: string;
}

/** In what a letter is written, and where its links lead. */
export interface Writing extends MailTexts {
  /** Absolute, without a trailing slash. */
  siteUrl: string;
}

/** What most letters do without. */
export const plain = {
  mark: null,
  facts: [],
  lists: [],
  action: null,
  links: [],
  note: null,
  unsubscribe: null,
} satisfies Partial<Letter>;

/** How instants are written in a letter: in the clinic's zone. */
export function clockOf(locale: string, timeZone: TimeZone) {
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, hourCycle: "h23", ...options });
    return (at: EpochMs) => format.format(at);
  };
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  const shortDay = { weekday: "short", day: "numeric", month: "short" } as const;
  return {
    time: write(time),
    day: write({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    shortDay: write(shortDay),
    moment: write({ ...shortDay, ...time }),
    /** Where the month stands above. */
    momentOfMonth: write({ weekday: "short", day: "numeric", ...time }),
    month: write({ month: "long", year: "numeric" }),
    /** "British Summer Time" */
    zoneAt: (at: EpochMs) => zoneName(locale, timeZone, "long", at),
    /** "United Kingdom Time", whatever the season. */
    zone: () => zoneName(locale, timeZone, "longGeneric", 0),
  };
}

function zoneName(locale: string, timeZone: TimeZone, timeZoneName: "long" | "longGeneric", at: EpochMs): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}
