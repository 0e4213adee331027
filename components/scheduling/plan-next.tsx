import { useFormatter, useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import type { PlanView } from "#lib/scheduling/plan-view.ts";
import { daysBetween, type EpochMs, localDateOf } from "#lib/time.ts";
import { PhoneLink } from "./phone-link.tsx";
import type { PlanHrefs } from "./plan-hrefs.ts";
import { PlanReason } from "./plan-reason.tsx";
import { PlanVisitActs } from "./plan-visit-acts.tsx";
import { PlanVisitState } from "./plan-visit-state.tsx";
import { nextVisit, visitState } from "./plan-visits.ts";

interface PlanNextProps {
  plan: PlanView;
  now: EpochMs;
  hrefs: PlanHrefs;
  phone: string | null;
}

/** The next visit, large: when, with whom, how it stands and until when it can be changed. */
export function PlanNext({ plan, now, hrefs, phone }: PlanNextProps) {
  const t = useTranslations("planPortal.next");
  const acts = useTranslations("planPortal.acts");
  const words = useTranslations("planPortal.visits");
  const schedule = useTranslations("schedule");
  const format = useFormatter();
  const { timeZone, count, status } = plan;
  const visit = nextVisit(plan.visits, now);
  if (!visit) {
    const isWaiting = plan.visits.some((one) => one.status === "unplaced");
    const why = status === "active" && !isWaiting ? "completed" : status;
    return (
      <section aria-labelledby="next" className="grid content-start gap-2 border-t-3 border-line-strong pt-5">
        <h2 id="next" className="text-2xl sm:text-3xl">
          {t(`none.${why}`)}
        </h2>
        <p className="measure text-ink-muted">{t(`noneText.${why}`)}</p>
        {plan.actions.includes("resume") && (
          <div className="pt-3" data-print="hide">
            <ButtonLink href={hrefs.act("resume")} variant="primary" wide>
              {acts("resume")}
            </ButtonLink>
          </div>
        )}
      </section>
    );
  }
  const { sequence, appointment } = visit;
  const { startsAt, endsAt, doctor, deadline, isLate } = appointment;
  const time = (at: EpochMs) => format.dateTime(at, "time", { timeZone });
  const moment = format.dateTime(deadline, "moment", { timeZone });
  const days = daysBetween(localDateOf(now, timeZone), localDateOf(startsAt, timeZone));
  return (
    <section aria-labelledby="next" className="grid content-start gap-5 border-t-3 border-pine pt-5">
      <div className="grid gap-1">
        <p className="flex flex-wrap gap-x-3 text-md text-ink-muted">
          <span>{t("title")}</span>
          <span className="figures">{t("of", { sequence, count })}</span>
        </p>
        <h2 id="next" className="text-3xl sm:text-5xl print:text-3xl">
          {format.dateTime(startsAt, "day", { timeZone })}
        </h2>
        <p className="flex flex-wrap items-baseline gap-x-4">
          <time dateTime={new Date(startsAt).toISOString()} className="numeral text-4xl sm:text-5xl print:text-3xl">
            {schedule("timeRange", { start: time(startsAt), end: time(endsAt) })}
          </time>
          <span className="figures font-display text-xl text-ink-muted">{t("distance", { days })}</span>
        </p>
      </div>
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span>{t("with", { doctor: doctor.name })}</span>
          <PlanVisitState state={visitState(visit)} />
        </p>
        <PlanReason visit={visit} plan={plan} />
        <p className="figures measure text-md text-ink-muted">
          {isLate
            ? words("late", { moment, reachable: phone ? "yes" : "no", phone: phone ?? "" })
            : words("until", { moment })}
        </p>
      </div>
      <div className="flex flex-wrap gap-2" data-print="hide">
        {isLate && phone && <PhoneLink phone={phone} />}
        <PlanVisitActs visit={visit} timeZone={timeZone} hrefs={hrefs} calendar={hrefs.calendar(visit)} />
      </div>
    </section>
  );
}
