import type { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { type PlanFrequency, type PlannedVisit, planFrequencies } from "#lib/scheduling/plan-view.ts";
import { isLocalDate, localDateOf, type TimeZone, wallTimeOf } from "#lib/time.ts";
import type { PlanChoice } from "./plan-choice.ts";

type Format = ReturnType<typeof useFormatter>;
type Translate = ReturnType<typeof useTranslations<"plans">>;

/** How often and for how long, in one phrase: inside a sentence, or beginning one. */
export function rhythmWords(
  { every, months }: Pick<PlanChoice, "every" | "months">,
  t: Translate,
  place: "frequency" | "frequencyTitle" = "frequency",
): string {
  const frequency: PlanFrequency = planFrequencies.find((known) => known === every) ?? "weekly";
  return t("rhythm", { every: t(`setup.${place}.${frequency}`), months: Number(months) || 0 });
}

/** A day of the clinic's calendar, which has no instant of its own. */
function dayWords(localDate: string, format: Format, style: "day" | "dayShort" | "dayWithYear" = "dayShort") {
  return isLocalDate(localDate) ? format.dateTime(dayInUtc(localDate), style, { timeZone: "UTC" }) : localDate;
}

/** What a moved visit was moved from, its day or its time; null where only the doctor differs. */
export function movedFrom(
  { startsAt, targetDate }: PlannedVisit,
  wish: { time: string; timeZone: TimeZone },
  format: Format,
): string | null {
  if (startsAt === null) return null;
  if (localDateOf(startsAt, wish.timeZone) !== targetDate) return dayWords(targetDate, format);
  return wish.time && wallTimeOf(startsAt, wish.timeZone) !== wish.time ? wish.time : null;
}
