import { CalendarPlusIcon } from "@phosphor-icons/react/dist/ssr/CalendarPlus";
import { useFormatter, useTranslations } from "next-intl";
import { ButtonLink, buttonClass } from "#components/ui/button.tsx";
import type { VisitView } from "#lib/scheduling/plan-view.ts";
import type { TimeZone } from "#lib/time.ts";
import type { PlanHrefs } from "./plan-hrefs.ts";

interface PlanVisitActsProps {
  visit: VisitView;
  timeZone: TimeZone;
  hrefs: PlanHrefs;
  /** Where it can be had as a calendar entry. */
  calendar: string | null;
}

const acts = ["move", "skip", "cancel"] as const;

/** What can be done with one visit, as links to the pages that ask first. */
export function PlanVisitActs({ visit, timeZone, hrefs, calendar }: PlanVisitActsProps) {
  const t = useTranslations("planPortal.visits");
  const format = useFormatter();
  const { sequence, appointment } = visit;
  const of = appointment
    ? t("of", { sequence, moment: format.dateTime(appointment.startsAt, "moment", { timeZone }) })
    : t("ofNone", { sequence });
  const Of = <span className="sr-only">: {of}</span>;
  return (
    <>
      {acts.map(
        (act) =>
          visit.actions.includes(act) && (
            <ButtonLink
              key={act}
              href={hrefs.visit(sequence, act)}
              size="sm"
              variant={act === "move" ? "secondary" : "quiet"}
              className="min-h-11"
            >
              {t(act)}
              {Of}
            </ButtonLink>
          ),
      )}
      {calendar && (
        <a href={calendar} className={`${buttonClass({ size: "sm", variant: "quiet" })} min-h-11`}>
          <CalendarPlusIcon aria-hidden className="size-5" />
          {t("calendar")}
          {Of}
        </a>
      )}
    </>
  );
}
