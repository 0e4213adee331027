import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { RepeatIcon } from "@phosphor-icons/react/dist/ssr/Repeat";
import { useFormatter, useTranslations } from "next-intl";
import { DeskResult } from "#components/scheduling/desk.tsx";
import { DeskForm } from "#components/scheduling/desk-form.tsx";
import { ModeMark } from "#components/scheduling/mode-mark.tsx";
import { ReasonedAct } from "#components/scheduling/reasoned-act.tsx";
import { Link } from "#components/ui/link.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import type { EpochMs } from "#lib/time.ts";
import type { InboxPlan } from "./load-inbox.ts";

interface PlanRequestProps extends InboxPlan {
  position: number;
  now: EpochMs;
}

const shownAtOnce = 3;

/** A care plan as one request: from when on and how often, its visits, and one press for all that wait. */
export function PlanRequest({ plan, visits, position, now }: PlanRequestProps) {
  const t = useTranslations("planDesk.request");
  const words = useTranslations("planPortal.frequency");
  const format = useFormatter();
  const [first] = visits;
  const { patient, service, timeZone, createdAt } = first;
  const count = visits.length;
  const rest = visits.slice(shownAtOnce);
  return (
    <article
      id={`plan-${plan.id}`}
      data-request
      tabIndex={-1}
      aria-labelledby={`request-${plan.id}`}
      className="relative grid scroll-my-24 gap-x-8 outline-offset-4 focus:outline-2 focus:outline-focus gap-y-4 py-5 xl:grid-rows-[auto_1fr] sm:grid-cols-[6.5rem_minmax(0,1fr)] xl:grid-cols-[7rem_minmax(0,1fr)_minmax(22rem,26rem)]"
    >
      <p className="leading-tight max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-3">
        <span className="block text-md text-ink-muted">
          {t("from", { day: format.dateTime(first.startsAt, "dayShort", { timeZone }) })}
        </span>
        <span className="sm:block sm:pt-1">
          <span className="numeral text-3xl">{count}</span>{" "}
          <span className="font-display text-lg text-ink-muted">{t("visits")}</span>
        </span>
        <span className="block text-md text-ink-muted sm:pt-0.5">{words(plan.frequency)}</span>
      </p>
      <div className="grid content-start gap-2">
        <h2 id={`request-${plan.id}`} className="text-xl">
          {patient.name}
        </h2>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span>{service.name}</span>
          <ModeMark mode={service.mode} />
        </p>
        <p className="figures flex flex-wrap items-center gap-x-4 gap-y-0.5 text-md text-ink-muted">
          <span className="inline-flex items-center gap-1.5">
            <RepeatIcon aria-hidden weight="bold" className="size-4" />
            {t("plan", { count, all: plan.count, whole: count === plan.count ? "yes" : "no" })}
          </span>
          <span className="text-sm text-ink-faint">{plan.number}</span>
        </p>
        <p className="text-md text-ink-faint">{t("asked", { ago: format.relativeTime(createdAt, now) })}</p>
      </div>
      <div className="sm:col-start-2 xl:col-start-3 xl:row-span-2 xl:row-start-1">
        <Visits visits={visits.slice(0, shownAtOnce)} label={t("first")} position={position} now={now} />
        {rest.length > 0 && (
          <details className="group/rest">
            <summary className="flex min-h-11 items-center gap-2 border-b border-line text-md text-pine hover:text-pine-deep">
              <CaretRightIcon aria-hidden className="transition-transform group-open/rest:rotate-90 rtl:rotate-180" />
              {t("more", { count: rest.length })}
            </summary>
            <Visits visits={rest} label={t("others")} position={position} now={now} />
          </details>
        )}
      </div>
      <div className="flex flex-wrap items-start gap-2 self-start sm:col-start-2">
        <DeskForm appointment={{ id: plan.id, version: 0 }} position={position} data-print="hide">
          <SubmitButton
            name="to"
            value="confirm_visits"
            aria-keyshortcuts="c"
            variant={position === 0 ? "primary" : "secondary"}
            pendingLabel={t("confirming")}
          >
            {t("confirmAll", { count })}
            <span className="sr-only">: {patient.name}</span>
          </SubmitButton>
        </DeskForm>
        <DeskResult of={plan.id} className="basis-full" />
      </div>
    </article>
  );
}

interface VisitsProps {
  visits: readonly AppointmentView[];
  label: string;
  position: number;
  now: EpochMs;
}

function Visits({ visits, label, position, now }: VisitsProps) {
  const t = useTranslations("planDesk.request");
  const format = useFormatter();
  return (
    <ol aria-label={label} className="divide-y divide-line border-b border-line xl:first:border-t">
      {visits.map((appointment) => {
        const { id, startsAt, timeZone, plan } = appointment;
        return (
          <li key={id} className="flex min-h-11 flex-wrap items-center gap-x-3 py-1">
            <span className="figures w-6 text-end text-sm text-ink-faint">
              <span className="sr-only">{t("visit")} </span>
              {plan?.sequence}
            </span>
            <Link
              href={`/doctor/appointments/${id}`}
              className="figures flex-1 py-2 underline decoration-line-strong decoration-1 underline-offset-4 hover:decoration-current"
            >
              {format.dateTime(startsAt, "moment", { timeZone })}
            </Link>
            {startsAt <= now && <strong className="text-md font-semibold text-brick">{t("past")}</strong>}
            <ReasonedAct appointment={appointment} to="rejected" position={position} />
            <DeskResult of={id} className="basis-full" />
          </li>
        );
      })}
    </ol>
  );
}
