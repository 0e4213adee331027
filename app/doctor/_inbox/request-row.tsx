import { LightningIcon } from "@phosphor-icons/react/dist/ssr/Lightning";
import { useFormatter, useTranslations } from "next-intl";
import { ActButtons } from "#components/scheduling/act-buttons.tsx";
import { BulkBox } from "#components/scheduling/bulk.tsx";
import { DayLine } from "#components/scheduling/day-line.tsx";
import { DeskResult } from "#components/scheduling/desk.tsx";
import { ModeMark } from "#components/scheduling/mode-mark.tsx";
import { OccupancyGauge } from "#components/scheduling/occupancy-gauge.tsx";
import { PlanMark } from "#components/scheduling/plan-mark.tsx";
import { ReasonedAct } from "#components/scheduling/reasoned-act.tsx";
import { Link } from "#components/ui/link.tsx";
import type { InboxRequest } from "./load-inbox.ts";
import type { RequestFit } from "./request-fit.ts";

interface RequestRowProps extends Omit<InboxRequest, "plan"> {
  position: number;
  now: number;
}

/** One request: when, who and what, how it fits into the day, and the answer by one press. */
export function RequestRow({ appointment, fit, position, now }: RequestRowProps) {
  const t = useTranslations("doctor.request");
  const format = useFormatter();
  const { id, startsAt, endsAt, timeZone, patient, service, notes, urgent, createdAt } = appointment;
  const isPast = startsAt <= now;
  return (
    <article
      data-request
      tabIndex={-1}
      aria-labelledby={`request-${id}`}
      className="relative grid scroll-my-24 gap-x-8 outline-offset-4 focus:outline-2 focus:outline-focus gap-y-4 py-5 xl:grid-rows-[auto_1fr] sm:grid-cols-[6.5rem_minmax(0,1fr)] xl:grid-cols-[7rem_minmax(0,1fr)_minmax(18rem,22rem)]"
    >
      <p className="leading-tight max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-3">
        <span className="block text-md text-ink-muted">{format.dateTime(startsAt, "dayShort", { timeZone })}</span>
        <time dateTime={new Date(startsAt).toISOString()} className="numeral text-3xl sm:block sm:pt-1">
          {format.dateTime(startsAt, "time", { timeZone })}
        </time>
        <span className="figures block text-md text-ink-muted sm:pt-0.5">
          {t("until", { time: format.dateTime(endsAt, "time", { timeZone }) })}
        </span>
      </p>
      <div className="grid content-start gap-2">
        <div className="flex items-center gap-3">
          <BulkBox appointment={appointment} moment={format.dateTime(startsAt, "moment", { timeZone })} shortcut="x" />
          <h2 id={`request-${id}`} className="text-xl">
            <Link
              href={`/doctor/appointments/${id}`}
              className="underline decoration-line-strong decoration-1 underline-offset-4 hover:decoration-current"
            >
              {patient.name}
            </Link>
          </h2>
        </div>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span>{service.name}</span>
          <ModeMark mode={service.mode} />
          {appointment.plan && <PlanMark plan={appointment.plan} />}
          {urgent && (
            <span className="inline-flex items-center gap-1 font-semibold text-brick">
              <LightningIcon aria-hidden weight="fill" />
              {t("urgent")}
            </span>
          )}
          {isPast ? (
            <strong className="text-md font-semibold text-brick">{t("past")}</strong>
          ) : (
            <span className="text-md text-ink-faint">{t("asked", { ago: format.relativeTime(createdAt, now) })}</span>
          )}
        </p>
        {notes && (
          <blockquote className="measure border-s border-line-strong ps-3 text-ink-muted">
            <bdi>{notes}</bdi>
          </blockquote>
        )}
      </div>
      <div className="grid content-start gap-x-8 gap-y-3 sm:col-start-2 md:max-xl:grid-cols-2 xl:col-start-3 xl:row-span-2 xl:row-start-1">
        <DayLine
          timeZone={timeZone}
          hours={fit.hours}
          working={fit.working}
          bars={[
            ...fit.others.map((other) => ({ ...other, status: undefined })),
            { id, startsAt, endsAt, status: "pending" },
          ]}
        />
        <FitWords fit={fit} />
      </div>
      <div className="flex flex-wrap items-start gap-2 self-start sm:col-start-2">
        <ActButtons
          appointment={appointment}
          to={["confirmed"]}
          position={position}
          variant={position === 0 ? "primary" : "secondary"}
          size="md"
          shortcut="c"
        />
        <ReasonedAct appointment={appointment} to="rejected" position={position} size="md" shortcut="d" />
        <DeskResult of={id} className="basis-full" />
      </div>
    </article>
  );
}

function FitWords({ fit }: { fit: RequestFit }) {
  const t = useTranslations("doctor.fit");
  const { before, after, slot, day } = fit;
  return (
    <div className="grid gap-2 text-md text-ink-muted">
      <p>
        {before && t("onlyAfter", { gap: before.gapMinutes, name: before.name })}

        {after && t(before ? "andBefore" : "onlyBefore", { gap: after.gapMinutes, name: after.name })}
        {!before && !after && t("alone")}
      </p>
      {!fit.withinHours && <p className="font-[560] text-brick">{t("outsideHours")}</p>}
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] items-center gap-x-4 gap-y-1">
        {slot && (
          <>
            <dt>{t("slot")}</dt>
            <dd>
              <OccupancyGauge booked={slot.booked} capacity={slot.capacity} size="sm" />
            </dd>
          </>
        )}
        {day && day.capacity !== null && (
          <>
            <dt>{t("day")}</dt>
            <dd>
              <OccupancyGauge booked={day.booked} capacity={day.capacity} size="sm" />
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}
