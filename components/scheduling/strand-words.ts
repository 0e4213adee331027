import type { useFormatter, useTranslations } from "next-intl";
import { wholeDays } from "#lib/scheduling/doctor-time.ts";
import type { StrandReason } from "#lib/scheduling/stranding.ts";
import type { LocalDate, TimeZone } from "#lib/time.ts";
import { dayInUtc } from "./day-axis.ts";

type Translate = ReturnType<typeof useTranslations<"impact">>;
type Format = ReturnType<typeof useFormatter>;

/** Why an appointment no longer fits, in plain words with its numbers. */
export function strandWords({ code, detail }: StrandReason, t: Translate, format: Format, timeZone: TimeZone): string {
  const { startsAt, from, to } = detail;
  const moment = (value: unknown) => (typeof value === "number" ? format.dateTime(value, "moment", { timeZone }) : "");
  const time = (value: unknown) => (typeof value === "number" ? format.dateTime(value, "time", { timeZone }) : "");
  const days =
    typeof from === "number" && typeof to === "number" ? wholeDays({ start: from, end: to }, timeZone) : null;
  const day = (date: LocalDate) => format.dateTime(dayInUtc(date), "dayShort", { timeZone: "UTC" });
  const isLong = typeof from === "number" && typeof to === "number" && to - from > 20 * 60 * 60_000;
  return t(`reason.${code}`, {
    reason: String(detail.reason ?? ""),
    time: time(startsAt),
    from: days ? day(days.from) : isLong ? moment(from) : time(from),
    to: days ? day(days.to) : isLong ? moment(to) : time(to),
    span: days && days.from === days.to ? "day" : "stretch",
    booked: Number(detail.booked ?? 0),
    capacity: Number(detail.capacity ?? 0),
  });
}
