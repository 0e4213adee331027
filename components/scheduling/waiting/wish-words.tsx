import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { weekdayName } from "#components/scheduling/week-form/weekday-name.ts";
import type { WaitlistEntryView } from "#lib/scheduling/waitlist-view.ts";

type Wish = Pick<WaitlistEntryView, "daysOfWeek" | "fromTime" | "toTime" | "untilDate">;

/** When somebody who waits could come: days, hours and the last day. */
export function WishTimes({ daysOfWeek, fromTime: from, toTime: to, untilDate }: Wish) {
  const t = useTranslations("waiting");
  const format = useFormatter();
  const width = daysOfWeek.length > 2 ? "weekdayShort" : "weekday";
  const days = format.list(daysOfWeek.map((day) => weekdayName(format, day, width)));
  const hours =
    from && to ? t("between", { from, to }) : from ? t("from", { from }) : to ? t("to", { to }) : t("anyTime");
  const until = t("until", { day: format.dateTime(dayInUtc(untilDate), "dayShort", { timeZone: "UTC" }) });
  return <span className="figures">{[days || t("anyDay"), hours, until].join(", ")}</span>;
}
