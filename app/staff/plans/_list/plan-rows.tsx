import { useFormatter, useTranslations } from "next-intl";
import { PlanState } from "#components/scheduling/plan-state.tsx";
import { Link } from "#components/ui/link.tsx";
import type { PlanSummary } from "#lib/scheduling/plan-view.ts";
import { PaymentMark } from "../_plan/payment-mark.tsx";
import { VisitsMeter } from "./visits-meter.tsx";

const columns =
  "grid gap-x-6 gap-y-2 sm:grid-cols-[6.5rem_minmax(0,1fr)_max-content] " +
  "xl:grid-cols-[7rem_minmax(11rem,1.1fr)_minmax(11rem,1fr)_minmax(13rem,1.1fr)_7rem]";

/** Plans as lines of a timetable: when its person comes next, who and what for, and how far it has come. */
export function PlanRows({ plans, label }: { plans: PlanSummary[]; label: string }) {
  const t = useTranslations("planDesk.list");
  return (
    <div>
      <div aria-hidden className={`${columns} kicker border-b border-line-strong pb-1.5 max-xl:hidden`}>
        <span>{t("next")}</span>
        <span>{t("person")}</span>
        <span>{t("service")}</span>
        <span>{t("visits")}</span>
        <span>{t("state")}</span>
      </div>
      <ol aria-label={label} className="divide-y divide-line border-b border-line max-xl:border-t">
        {plans.map((plan) => (
          <li key={plan.id}>
            <PlanRow plan={plan} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function PlanRow({ plan }: { plan: PlanSummary }) {
  const t = useTranslations("planDesk.list");
  const words = useTranslations("planPortal.frequency");
  const { id, number, person, service, doctor, frequency, months } = plan;
  return (
    <article aria-labelledby={`plan-${id}`} className={`${columns} relative py-4 hover:bg-wash`}>
      <Next plan={plan} />
      <div className="grid content-start">
        <h2 id={`plan-${id}`} className="font-sans text-base font-[560] tracking-normal">
          <Link
            href={`/staff/plans/${id}`}
            className="underline decoration-line-strong underline-offset-4 after:absolute after:inset-0 hover:decoration-current"
          >
            {person.name}
          </Link>
        </h2>
        <p className="figures text-sm text-ink-faint">{number}</p>
        {person.email && <p className="text-sm wrap-anywhere text-ink-muted xl:hidden">{person.email}</p>}
      </div>
      <div className="grid content-start text-md sm:max-xl:col-start-2 sm:max-xl:row-start-2">
        <p>{service.name}</p>
        <p className="text-ink-muted">
          {t("rhythm", { frequency: words(frequency), months })}
          <span className="block">{doctor?.name ?? t("anyDoctor")}</span>
        </p>
      </div>
      <div className="content-center self-start pt-1 max-xl:col-span-full sm:max-xl:col-start-2">
        <VisitsMeter plan={plan} />
      </div>
      <div className="flex flex-wrap gap-x-4 gap-y-0.5 self-start sm:grid sm:justify-items-start max-xl:sm:row-span-2 max-xl:sm:row-start-1 max-xl:sm:col-start-3">
        <PlanState status={plan.status} />
        <PaymentMark status={plan.paymentStatus} />
      </div>
    </article>
  );
}

function Next({ plan: { nextVisitAt, timeZone } }: { plan: PlanSummary }) {
  const t = useTranslations("planDesk.list");
  const format = useFormatter();
  if (nextVisitAt === null) return <p className="text-md text-ink-faint max-sm:order-last">{t("noNext")}</p>;
  return (
    <p className="leading-tight max-sm:flex max-sm:items-baseline max-sm:gap-x-2">
      <span className="sr-only">{t("next")}: </span>
      <span className="block text-md text-ink-muted">{format.dateTime(nextVisitAt, "dayShort", { timeZone })}</span>
      <time dateTime={new Date(nextVisitAt).toISOString()} className="numeral text-xl">
        {format.dateTime(nextVisitAt, "time", { timeZone })}
      </time>
    </p>
  );
}
