import { useLocale, useTranslations } from "next-intl";
import type { EpochMs, TimeZone } from "#lib/time.ts";

/** Names the zone that every time on the page is in; at `at`, because summer and winter have different names. */
export function TimeZoneNote({ timeZone, at }: { timeZone: TimeZone; at?: EpochMs }) {
  const t = useTranslations("schedule");
  const locale = useLocale();
  return <span>{t("timeZoneNote", { zone: zoneName(at ?? Date.now(), timeZone, locale) })}</span>;
}

function zoneName(at: EpochMs, timeZone: TimeZone, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "long" }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone;
}
