import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import type { SlotCoverage } from "#lib/scheduling/view.ts";

/** How far the slots reach, in words: the ruler's text. */
export function CoverageWords({ coverage }: { coverage: SlotCoverage }) {
  const t = useTranslations("slots.coverage");
  const format = useFormatter();
  const day = (localDate: string) => format.dateTime(dayInUtc(localDate), "day", { timeZone: "UTC" });
  const gaps = daysWithoutSlots(coverage).length;
  return (
    <p className="measure text-md text-ink-muted">
      {coverage.until ? t("until", { day: day(coverage.until) }) : t("none")}{" "}
      {t("bookable", { day: day(coverage.bookableUntil) })}
      {gaps > 0 && <strong className="font-[560] text-requested"> {t("gaps", { count: gaps })}</strong>}
    </p>
  );
}

/** Days that patients may book and the clinic works, but that have no slots. */
export function daysWithoutSlots({ days, bookableUntil }: SlotCoverage): SlotCoverage["days"] {
  return days.filter((day) => day.isWorkingDay && day.slots === 0 && day.localDate <= bookableUntil);
}
