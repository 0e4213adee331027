import { CaretDownIcon } from "@phosphor-icons/react/dist/ssr/CaretDown";
import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import type { PlanView, VisitView } from "#lib/scheduling/plan-view.ts";
import type { EpochMs, TimeZone } from "#lib/time.ts";
import { dayInUtc } from "./day-axis.ts";
import { PhoneLink } from "./phone-link.tsx";
import type { PlanHrefs } from "./plan-hrefs.ts";
import { PlanReason } from "./plan-reason.tsx";
import { PlanVisitActs } from "./plan-visit-acts.tsx";
import { visitLine } from "./plan-visit-line.ts";
import { PlanVisitState } from "./plan-visit-state.tsx";
import { hasPlace, isAhead, visitState } from "./plan-visits.ts";

interface PlanVisitRowProps {
  visit: VisitView;
  plan: Pick<PlanView, "timeZone" | "doctor" | "preferredTime">;
  now: EpochMs;
  hrefs: PlanHrefs;
  phone: string | null;
}

const line = classNames(visitLine, "py-3 lg:py-2.5 print:py-1.5");

/** One line of the timetable. What can be done about the visit unfolds beneath it. */
export function PlanVisitRow(props: PlanVisitRowProps) {
  const { visit, plan, now, hrefs, phone } = props;
  const t = useTranslations("planPortal.visits");
  const format = useFormatter();
  const ahead = isAhead(visit, now) ? visit.appointment : null;
  const calendar = ahead ? hrefs.calendar(visit) : null;
  const canUnfold = visit.actions.length > 0 || calendar !== null || ahead?.isLate;
  if (!canUnfold) {
    return (
      <li id={`visit-${visit.sequence}`} className="scroll-mt-6">
        <p className={line}>
          <Line {...props} />
        </p>
      </li>
    );
  }
  return (
    <li id={`visit-${visit.sequence}`} className="scroll-mt-6">
      <details className="group -mx-3 rounded-sm open:bg-wash">
        <summary
          className={classNames(
            line,
            "rounded-sm px-3 transition-colors duration-150 hover:bg-wash focus-visible:-outline-offset-2",
          )}
        >
          <Line {...props} />
          <CaretDownIcon
            aria-hidden
            className="col-start-3 row-start-1 size-4 self-baseline text-ink-faint group-open:rotate-180 sheet:col-start-7 print:hidden"
          />
        </summary>
        <div className="grid gap-3 ps-19 pe-3 pb-4 lg:ps-14" data-print="hide">
          {ahead?.isLate && (
            <p className="figures measure text-md">
              {t("late", {
                moment: format.dateTime(ahead.deadline, "moment", { timeZone: plan.timeZone }),
                reachable: phone ? "yes" : "no",
                phone: phone ?? "",
              })}
            </p>
          )}
          <div className="flex flex-wrap gap-2">
            {ahead?.isLate && phone && <PhoneLink phone={phone} />}
            <PlanVisitActs visit={visit} timeZone={plan.timeZone} hrefs={hrefs} calendar={calendar} />
          </div>
        </div>
      </details>
    </li>
  );
}

function Line({ visit, plan, now }: PlanVisitRowProps) {
  const { timeZone } = plan;
  const t = useTranslations("planPortal.visits");
  const schedule = useTranslations("schedule");
  const format = useFormatter();
  const state = visitState(visit);
  const placed = hasPlace(visit) ? visit.appointment : null;
  const isOff = visit.status === "cancelled" || visit.status === "skipped";
  const ahead = isAhead(visit, now) ? visit.appointment : null;
  const moment = (at: EpochMs) => format.dateTime(at, "moment", { timeZone });
  const time = (at: EpochMs) => format.dateTime(at, "time", { timeZone });
  return (
    <>
      <span className="figures text-sm text-ink-faint narrow:col-start-2 narrow:row-start-1 sheet:text-end">
        <span className="sheet:sr-only">{t("sequence", { sequence: visit.sequence })}</span>
        <span aria-hidden className="narrow:hidden">
          {visit.sequence}
        </span>
      </span>
      <Day visit={visit} timeZone={timeZone} isOff={isOff} />
      <span className="narrow:col-start-2">
        {placed ? (
          <time
            dateTime={new Date(placed.startsAt).toISOString()}
            className={classNames(
              "numeral text-lg leading-none sheet:whitespace-nowrap",
              isOff && "text-ink-faint line-through",
            )}
          >
            {schedule("timeRange", { start: time(placed.startsAt), end: time(placed.endsAt) })}
          </time>
        ) : (
          <span aria-hidden className="numeral text-lg leading-none text-ink-faint">
            –
          </span>
        )}
      </span>
      <span className="grid gap-0.5 narrow:col-start-2">
        {placed && <span className={isOff ? "text-ink-faint" : undefined}>{placed.doctor.name}</span>}
        <PlanReason visit={visit} plan={plan} />
      </span>
      <span className="*:align-top sheet:relative sheet:top-0.5 narrow:col-start-2 narrow:col-span-2 narrow:pt-0.5 narrow:wrap-anywhere narrow:*:whitespace-normal">
        <PlanVisitState state={state} />
      </span>
      <span className="figures text-md text-ink-muted narrow:col-start-2">
        {ahead?.isLate && t("lateShort")}
        {ahead && !ahead.isLate && (
          <>
            <span className="sheet:sr-only">{t("untilShort", { moment: moment(ahead.deadline) })}</span>
            <span aria-hidden className="narrow:hidden">
              {moment(ahead.deadline)}
            </span>
          </>
        )}
      </span>
    </>
  );
}

/** Weekday and number; large beside all the rest on phones, in one line above. */
function Day({ visit, timeZone, isOff }: { visit: VisitView; timeZone: TimeZone; isOff: boolean }) {
  const format = useFormatter();
  const [at, zone] = hasPlace(visit) ? [visit.appointment.startsAt, timeZone] : [dayInUtc(visit.targetDate), "UTC"];
  const isFaint = isOff || !hasPlace(visit);
  return (
    <span className="narrow:col-start-1 narrow:row-span-6 narrow:row-start-1 narrow:self-start sheet:flex sheet:items-baseline sheet:gap-2">
      <span className="block text-md text-ink-muted sheet:w-9">
        {format.dateTime(at, "weekdayShort", { timeZone: zone })}
      </span>
      <span
        className={classNames(
          "numeral block text-3xl leading-none sheet:text-xl sheet:leading-none",
          isFaint && "text-ink-faint",
        )}
      >
        {format.dateTime(at, "dayNumber", { timeZone: zone })}
      </span>
      <span className="sr-only"> {format.dateTime(at, "month", { timeZone: zone })}</span>
    </span>
  );
}
