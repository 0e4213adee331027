import { useFormatter, useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { VisitChoice } from "#lib/scheduling/placement.ts";
import type { PlannedVisit, PlanPreview } from "#lib/scheduling/plan-view.ts";

const mostLines = 5;

export interface MovedVisit {
  visit: PlannedVisit;
  /** Null where it had no place before. */
  before: VisitChoice | null;
}

/** The visits that stand elsewhere now than they were last seen. */
export function movedMeanwhile(visits: readonly PlannedVisit[], seen: readonly VisitChoice[]): MovedVisit[] {
  if (seen.length === 0) return [];
  return visits.flatMap((visit) => {
    const before = seen.find(({ sequence }) => sequence === visit.sequence) ?? null;
    const isSame = (before?.startsAt ?? null) === visit.startsAt && (before?.doctorId ?? null) === visit.doctorId;
    return isSame ? [] : [{ visit, before }];
  });
}

/** Somebody else was faster with some of the times: what was planned instead, before it is bought. */
export function MovedMeanwhile({
  moved,
  preview: { timeZone, doctorNames },
  href,
}: {
  moved: readonly MovedVisit[];
  preview: Pick<PlanPreview, "timeZone" | "doctorNames">;
  /** The whole list. */
  href: string;
}) {
  const t = useTranslations("plans.checkout.moved");
  const format = useFormatter();
  if (moved.length === 0) return null;
  const moment = (startsAt: number | null | undefined) =>
    startsAt ? format.dateTime(startsAt, "moment", { timeZone }) : "";
  return (
    <Notice
      tone="warning"
      live
      title={t("title", { count: moved.length })}
      actions={
        <ButtonLink href={href} size="sm" className="min-h-11">
          {t("see")}
        </ButtonLink>
      }
    >
      <ul className="figures grid gap-1">
        {moved.slice(0, mostLines).map(({ visit, before }) => (
          <li key={visit.sequence}>
            {t(visit.startsAt === null ? "lineNow" : before ? "line" : "lineFirst", {
              sequence: visit.sequence,
              before: moment(before?.startsAt),
              now: moment(visit.startsAt),
              doctor: doctorNames[visit.doctorId ?? ""] ?? "",
            })}
          </li>
        ))}
        {moved.length > mostLines && <li>{t("more", { count: moved.length - mostLines })}</li>}
      </ul>
    </Notice>
  );
}
