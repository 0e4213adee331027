import type { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { wholeDays } from "#lib/scheduling/doctor-time.ts";
import { type EpochMs, type LocalDate, localDateOf, type TimeZone } from "#lib/time.ts";

interface Stretch {
  startsAt: EpochMs;
  endsAt: EpochMs;
}

/** A stretch of a doctor's time in words, whole days as such: "Tue 24 Nov 2026, 13:00–15:30". */
export function stretchWords(
  { startsAt, endsAt }: Stretch,
  timeZone: TimeZone,
  t: ReturnType<typeof useTranslations<"doctorTime">>,
  format: ReturnType<typeof useFormatter>,
): string {
  const day = (date: LocalDate) =>
    format.dateTime(dayInUtc(date), {
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZone: "UTC",
    });
  const time = (instant: EpochMs) => format.dateTime(instant, "time", { timeZone });
  const whole = wholeDays({ start: startsAt, end: endsAt }, timeZone);
  if (whole?.from === whole?.to && whole) return t("when.day", { day: day(whole.from) });
  if (whole) return t("when.days", { from: day(whole.from), to: day(whole.to) });
  const [from, to] = [localDateOf(startsAt, timeZone), localDateOf(endsAt, timeZone)];
  const times = { start: time(startsAt), end: time(endsAt) };
  if (from === to) return t("when.hours", { day: day(from), ...times });
  return t("when.across", { from: day(from), to: day(to), ...times });
}
