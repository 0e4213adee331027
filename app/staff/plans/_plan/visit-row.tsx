import { CaretDownIcon } from "@phosphor-icons/react/dist/ssr/CaretDown";
import { useFormatter, useTranslations } from "next-intl";
import { planPlace } from "#app/_desk/plan-steps.ts";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { PlanReason } from "#components/scheduling/plan-reason.tsx";
import { PlanVisitState } from "#components/scheduling/plan-visit-state.tsx";
import { hasPlace, visitState } from "#components/scheduling/plan-visits.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { PlanView, VisitView } from "#lib/scheduling/plan-view.ts";
import { StepDetails } from "./step-details.tsx";
import { VisitActs, VisitBelow } from "./visit-desk.tsx";

interface VisitRowProps {
  plan: PlanView;
  visit: VisitView;
  /** Where no heading above says it. */
  showMonth?: boolean;
}

const line =
  "max-md:px-3 grid grid-cols-[3.25rem_minmax(0,1fr)_1.25rem] items-baseline gap-x-4 gap-y-0.5 py-2.5 " +
  "md:grid-cols-[1.75rem_max-content_4rem_minmax(0,1fr)_8rem_1.25rem]";

/** One line of the plan's timetable. What the desk can do about the visit unfolds beneath it. */
export function VisitRow(props: VisitRowProps) {
  const { plan, visit } = props;
  const canUnfold = visit.appointment !== null || visit.actions.includes("skip") || visit.actions.includes("cancel");
  const isMissing = visit.actions.includes("place") && plan.status === "active";
  return (
    <li
      id={`visit-${visit.sequence}`}
      className={classNames(
        "scroll-mt-6",
        isMissing && "bg-requested-wash shadow-[inset_3px_0_0_var(--color-requested)]",
      )}
    >
      {canUnfold ? (
        <StepDetails
          place={planPlace(plan.id, visit.sequence)}
          steps={["skip_visit", "cancel_visit"]}
          className="group open:bg-wash"
        >
          <summary className={classNames(line, "transition-colors duration-150 hover:bg-wash")}>
            <Line {...props} />
            <CaretDownIcon
              aria-hidden
              className="col-start-3 row-start-1 size-4 self-center text-ink-faint group-open:rotate-180 md:col-start-6 print:hidden"
            />
          </summary>
          <div className="px-3 pt-1 pb-5 md:ps-11" data-print="hide">
            <VisitActs plan={plan} visit={visit} />
          </div>
        </StepDetails>
      ) : (
        <p className={line}>
          <Line {...props} />
        </p>
      )}
      <VisitBelow plan={plan} visit={visit} />
    </li>
  );
}

function Line({ plan, visit, showMonth = false }: VisitRowProps) {
  const t = useTranslations("planPortal.visits");
  const format = useFormatter();
  const { timeZone } = plan;
  const place = hasPlace(visit) ? visit.appointment : null;
  const isOff = visit.status === "cancelled" || visit.status === "skipped";
  const [at, zone] = place ? [place.startsAt, timeZone] : [dayInUtc(visit.targetDate), "UTC"];
  const look = classNames("numeral", (isOff || !place) && "text-ink-faint", isOff && "line-through");
  const phones = "max-md:col-start-2";
  return (
    <>
      <span className="figures text-sm text-ink-faint max-md:col-start-2 max-md:row-start-1 md:text-end">
        <span className="md:sr-only">{t("sequence", { sequence: visit.sequence })}</span>
        <span aria-hidden className="max-md:hidden">
          {visit.sequence}
        </span>
      </span>
      <span className="max-md:col-start-1 max-md:row-span-5 max-md:row-start-1 max-md:self-start md:flex md:items-baseline md:gap-2 md:pe-2">
        <span className="block text-md text-ink-muted md:w-9">
          {format.dateTime(at, "weekdayShort", { timeZone: zone })}
        </span>
        <span className={classNames("block text-3xl leading-none md:w-7 md:text-xl md:leading-none", look)}>
          {format.dateTime(at, "dayNumber", { timeZone: zone })}
        </span>
        <span className={showMonth ? "block text-md text-ink-muted md:w-8" : "sr-only"}>
          {" "}
          {format.dateTime(at, showMonth ? "monthShort" : "month", { timeZone: zone })}
        </span>
      </span>
      <span className={classNames("text-lg leading-none", look, phones)}>
        {place ? format.dateTime(place.startsAt, "time", { timeZone }) : <span aria-hidden>–</span>}
      </span>
      <span className={classNames("grid gap-0.5", phones)}>
        {place && <span className={isOff ? "text-ink-faint" : undefined}>{place.doctor.name}</span>}
        <PlanReason visit={visit} plan={plan} />
      </span>
      <span className={phones}>
        <PlanVisitState state={visitState(visit)} />
      </span>
    </>
  );
}
