import "server-only";
import { getFormatter, getTranslations } from "next-intl/server";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import type { DayOverview } from "#lib/scheduling/capacity.ts";
import type { ClinicAttention, SlotCoverage } from "#lib/scheduling/view.ts";
import type { TimeZone } from "#lib/time.ts";
import type { Figure } from "../_parts/figures.tsx";

interface Standing {
  days: DayOverview[];
  attention: ClinicAttention;
  coverage: SlotCoverage;
  timeZone: TimeZone;
}

/** How full the week is, who waits for an answer, and how far the slots reach. */
export async function weekFigures({ days, attention, coverage, timeZone }: Standing): Promise<Figure[]> {
  const [t, format] = await Promise.all([getTranslations("admin.figures"), getFormatter()]);
  const capacity = days.reduce((sum, day) => sum + (day.capacity ?? 0), 0);
  const booked = days.reduce((sum, day) => sum + (day.capacity === null ? 0 : day.booked), 0);
  const { count, urgent, oldest } = attention.requests;
  const dayOf = (localDate: string) => dayInUtc(localDate);
  const inUtc = { timeZone: "UTC" } as const;
  return [
    {
      label: t("taken"),
      value: capacity > 0 ? format.number(booked / capacity, "percent") : t("none"),
      note: capacity > 0 ? t("takenOf", { booked, capacity }) : t("noPlaces"),
    },
    {
      label: t("requests"),
      value: format.number(count),
      note:
        oldest === null
          ? t("requestsNone")
          : t("requestsSince", { urgent, moment: format.dateTime(oldest, "moment", { timeZone }) }),
    },
    {
      label: t("slotsUntil"),
      value: coverage.until
        ? format.dateTime(dayOf(coverage.until), { day: "numeric", month: "long", ...inUtc })
        : t("none"),
      note: t("bookableUntil", { day: format.dateTime(dayOf(coverage.bookableUntil), "day", inUtc) }),
    },
  ];
}
