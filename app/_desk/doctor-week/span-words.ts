import type { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import type { Span } from "#lib/scheduling/weeks.ts";
import type { LocalDate } from "#lib/time.ts";

/** The days of a week in words, seen from today: "Now, until 5 Jul 2026", "From 27 Jul 2026". */
export function spanWords(
  { from, to }: Span,
  today: LocalDate,
  t: ReturnType<typeof useTranslations<"doctorWeeks">>,
  format: ReturnType<typeof useFormatter>,
): string {
  const day = (date: LocalDate) => format.dateTime(dayInUtc(date), "dateShort", { timeZone: "UTC" });
  const isNow = from === null || from <= today;
  if (isNow) return to === null ? t("span.now") : t("span.nowUntil", { to: day(to) });
  return to === null ? t("span.from", { from: day(from) }) : t("span.fromTo", { from: day(from), to: day(to) });
}
