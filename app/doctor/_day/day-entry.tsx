import { LightningIcon } from "@phosphor-icons/react/dist/ssr/Lightning";
import { useFormatter, useTranslations } from "next-intl";
import { ActButtons } from "#components/scheduling/act-buttons.tsx";
import { arrangeActs } from "#components/scheduling/appointment-acts.ts";
import { BulkBox } from "#components/scheduling/bulk.tsx";
import { bulkSteps } from "#components/scheduling/bulk-state.ts";
import { DeskResult } from "#components/scheduling/desk.tsx";
import { StrandMark } from "#components/scheduling/impact-list.tsx";
import { ModeMark } from "#components/scheduling/mode-mark.tsx";
import { PlanMark } from "#components/scheduling/plan-mark.tsx";
import { ReasonedAct } from "#components/scheduling/reasoned-act.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { StrandReason } from "#lib/scheduling/stranding.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import type { TimeZone } from "#lib/time.ts";
import { isFinished } from "./day-order.ts";

/** A session as one of its participants stands in it. */
export interface Company {
  isFirst: boolean;
  taken: number;
  seats: number;
}

interface DayEntryProps {
  appointment: AppointmentView;
  company?: Company | undefined;
  position: number;
  timeZone: TimeZone;
  /** Whom to see next; the one whose button is the primary one. */
  isNext: boolean;
  /** Minutes without anyone before it; 0 where that is not worth saying. */
  freeBefore: number;
  /** What stands against it, where it no longer fits. */
  strand?: StrandReason | undefined;
}

/** One appointment of the doctor's day, with the steps that can be made now. */
export function DayEntry({ appointment, company, position, timeZone, isNext, freeBefore, strand }: DayEntryProps) {
  const t = useTranslations("doctor.day");
  const format = useFormatter();
  const { id, startsAt, endsAt, status, urgent, patient, service, resource, notes, internalNotes } = appointment;
  const acts = arrangeActs(appointment);
  const finished = isFinished(appointment);
  return (
    <>
      {freeBefore > 0 && (
        <p className="figures border-b border-dotted border-line-strong py-1.5 text-sm text-ink-faint">
          {t("free", { minutes: freeBefore })}
        </p>
      )}
      <article
        id={`a-${id}`}
        aria-labelledby={`name-${id}`}
        className={classNames(
          "relative grid scroll-mt-6 grid-cols-[4.25rem_minmax(0,1fr)] gap-x-4 gap-y-3 py-4 target:bg-pine-wash sm:grid-cols-[4.5rem_minmax(0,1fr)_auto]",
          isNext && "before:absolute before:inset-y-0 before:-start-3 before:w-0.75 before:bg-pine sm:before:-start-4",
        )}
      >
        <p className={classNames("leading-tight", company && !company.isFirst && "invisible")}>
          <time
            dateTime={new Date(startsAt).toISOString()}
            className={classNames("numeral block text-xl", finished && "text-ink-faint")}
          >
            {format.dateTime(startsAt, "time", { timeZone })}
          </time>
          <span className="figures text-sm text-ink-faint">
            {t("until", { time: format.dateTime(endsAt, "time", { timeZone }) })}
          </span>
        </p>
        <div className="grid content-start gap-1">
          <div className="flex items-center gap-3">
            {appointment.actions.some((to) => bulkSteps.some((step) => step === to)) && (
              <BulkBox appointment={appointment} moment={format.dateTime(startsAt, "moment", { timeZone })} />
            )}
            <h2 id={`name-${id}`} className="font-sans text-base font-[560] tracking-normal">
              <Link
                href={`/doctor/appointments/${id}`}
                className="underline decoration-line-strong underline-offset-4 hover:decoration-current"
              >
                {patient.name}
              </Link>
            </h2>
          </div>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-0.5 text-md text-ink-muted">
            {service.name}
            {company ? t("seats", { taken: company.taken, seats: company.seats }) : <ModeMark mode={service.mode} />}
            {resource && <span>{resource.name}</span>}
            {appointment.plan && <PlanMark plan={appointment.plan} />}
          </p>
          {strand && <StrandMark reason={strand} timeZone={timeZone} />}
          {(notes || internalNotes) && !finished && (
            <p className="measure text-md text-ink-muted">
              {notes && (
                <q>
                  <bdi>{notes}</bdi>
                </q>
              )}{" "}
              {internalNotes && <span className="text-ink-faint">{t("internal", { text: internalNotes })}</span>}
            </p>
          )}
        </div>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 self-start pt-0.5 max-sm:col-start-2 sm:justify-end">
          {urgent && (
            <span className="inline-flex items-center gap-1 text-md font-semibold text-brick">
              <LightningIcon aria-hidden weight="fill" />
              {t("urgent")}
            </span>
          )}
          <StatusBadge status={status} />
        </p>
        {(acts.next || acts.other.length > 0 || acts.withReason.length > 0) && (
          <div className="col-span-full flex flex-wrap items-start gap-2 sm:col-start-2">
            <ActButtons
              appointment={appointment}
              to={acts.next ? [acts.next, ...acts.other] : acts.other}
              position={position}
              variant={isNext ? "primary" : "secondary"}
            />
            {acts.withReason.map((to) => (
              <ReasonedAct key={to} appointment={appointment} to={to} position={position} />
            ))}
          </div>
        )}
        {!finished && <DeskResult of={id} className="col-span-full" />}
      </article>
    </>
  );
}
