import { useFormatter, useTranslations } from "next-intl";
import { visitReasonWords } from "#lib/i18n/visit-reason-words.ts";
import type { PlanView, VisitView } from "#lib/scheduling/plan-view.ts";
import { wallTimeOf } from "#lib/time.ts";
import { dayInUtc } from "./day-axis.ts";
import { hasPlace, visitDate, wasMoved } from "./plan-visits.ts";

interface PlanReasonProps {
  visit: VisitView;
  plan: Pick<PlanView, "timeZone" | "doctor" | "preferredTime">;
}

/** Its state says as much. */
const saidAlready = new Set(["paused", "missed"]);

/** Why a visit stands elsewhere than it was wanted, or nowhere; nothing for one that is where it should be. */
export function PlanReason({ visit, plan: { timeZone, doctor, preferredTime } }: PlanReasonProps) {
  const t = useTranslations("planPortal.visits");
  const reasons = useTranslations("plan.reason");
  const format = useFormatter();
  const { reason, targetDate } = visit;
  if (!reason || saidAlready.has(reason.code)) return null;
  const day = format.dateTime(dayInUtc(targetDate), "dayShort", { timeZone: "UTC" });
  const isOnDay = visitDate(visit, timeZone) === targetDate;
  const isOnTime = !hasPlace(visit) || wallTimeOf(visit.appointment.startsAt, timeZone) === preferredTime;
  const wanted = !isOnDay
    ? t("wanted", { day })
    : preferredTime && !isOnTime
      ? t("wantedAt", { time: preferredTime })
      : "";
  const words = visitReasonWords(reason, reasons, doctor ? { [doctor.id]: doctor.name } : {});
  return (
    <span className="measure text-md text-ink-muted">{wasMoved(visit) && wanted ? `${wanted} ${words}` : words}</span>
  );
}
