import { LightningIcon } from "@phosphor-icons/react/dist/ssr/Lightning";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import { ActButtons } from "./act-buttons.tsx";
import { answerFacts } from "./answer-facts.ts";
import type { Acts } from "./appointment-acts.ts";
import { DeskResult } from "./desk.tsx";
import { ModeMark } from "./mode-mark.tsx";
import { PlanMark } from "./plan-mark.tsx";
import { ReasonedAct } from "./reasoned-act.tsx";

interface AppointmentDetailProps {
  appointment: AppointmentView;
  acts: Acts;
  /** Where another time is chosen for it. */
  moveHref: string;
  /** Leaves the doctor out where the doctor is the reader. */
  hideDoctor?: boolean;
  /** The care plan's page, for whoever has one. */
  planHref?: string;
}

/** Everything the team needs to know about one appointment, and every step that can be made now. */
export function AppointmentDetail({
  appointment,
  acts,
  moveHref,
  hideDoctor = false,
  planHref,
}: AppointmentDetailProps) {
  const t = useTranslations("board.detail");
  const move = useTranslations("board.move");
  const { id, urgent, status } = appointment;
  const buttons = acts.next ? [acts.next, ...acts.other] : acts.other;
  const isDone = buttons.length === 0 && acts.withReason.length === 0 && !appointment.canBeMoved;
  return (
    <div className="grid gap-x-14 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem] xl:grid-rows-[auto_1fr]">
      <div className="grid content-start gap-4 border-y border-line py-6">
        <p className="flex flex-wrap items-center gap-4">
          <StatusBadge status={status} look="filled" />
          {urgent && (
            <span className="inline-flex items-center gap-1 font-semibold text-brick">
              <LightningIcon aria-hidden weight="fill" />
              {t("urgent")}
            </span>
          )}
        </p>
        <When appointment={appointment} />
      </div>
      <section
        aria-labelledby="steps"
        className="grid content-start gap-4 xl:col-start-2 xl:row-span-2 xl:row-start-1"
        data-print="hide"
      >
        <h2 id="steps" className="border-b border-line pb-3 text-xl">
          {t("steps")}
        </h2>
        <DeskResult of={id} />
        {isDone ? (
          <p className="text-ink-muted">{t("over")}</p>
        ) : (
          <div className="flex flex-wrap items-start gap-2">
            <ActButtons appointment={appointment} to={buttons} variant="primary" size="md" />
            {appointment.canBeMoved && <ButtonLink href={moveHref}>{move("link")}</ButtonLink>}
            {acts.withReason.map((to) => (
              <ReasonedAct key={to} appointment={appointment} to={to} size="md" />
            ))}
          </div>
        )}
      </section>
      <Facts appointment={appointment} hideDoctor={hideDoctor} planHref={planHref} />
    </div>
  );
}

function When({ appointment: { startsAt, endsAt, timeZone } }: { appointment: AppointmentView }) {
  const t = useTranslations("schedule");
  const format = useFormatter();
  const [start, end] = [startsAt, endsAt].map((at) => format.dateTime(at, "time", { timeZone })) as [string, string];
  return (
    <p className="leading-tight">
      <time dateTime={new Date(startsAt).toISOString()}>
        <span className="numeral block text-4xl">{t("timeRange", { start, end })}</span>
        <span className="block pt-2 font-display text-lg text-ink-muted">
          {format.dateTime(startsAt, "dayWithYear", { timeZone })}
        </span>
      </time>
    </p>
  );
}

type FactsProps = Pick<AppointmentDetailProps, "appointment" | "hideDoctor" | "planHref">;

function Facts({ appointment, hideDoctor, planHref }: FactsProps) {
  const t = useTranslations("board.detail");
  const questions = useTranslations("questions");
  const format = useFormatter();
  const {
    service,
    doctor,
    resource,
    patient,
    timeZone,
    priceAmount,
    priceCurrency,
    videoUrl,
    notes,
    internalNotes,
    cancelReason,
  } = appointment;
  return (
    <dl className="grid content-start gap-x-8 gap-y-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <Fact label={t("service")}>
        <span className="flex flex-wrap items-center gap-x-4">
          {service.name}
          <ModeMark mode={service.mode} />
        </span>
      </Fact>
      {!hideDoctor && <Fact label={t("doctor")}>{doctor.name}</Fact>}
      {resource && <Fact label={t("resource")}>{resource.name}</Fact>}
      {appointment.plan && (
        <Fact label={t("plan")}>
          <PlanMark plan={appointment.plan} href={planHref} />
        </Fact>
      )}
      <Fact label={t("phone")}>
        {patient.phone ? (
          <a href={`tel:${patient.phone.replace(/[^+\d]/g, "")}`} className="link figures -my-1 inline-block py-1">
            <bdi>{patient.phone}</bdi>
          </a>
        ) : (
          <span className="text-ink-faint">{t("none")}</span>
        )}
      </Fact>
      <Fact label={t("email")}>
        {patient.email ? (
          <a href={`mailto:${patient.email}`} className="link -my-1 inline-block py-1">
            {patient.email}
          </a>
        ) : (
          <span className="text-ink-faint">{t("none")}</span>
        )}
      </Fact>
      {videoUrl && (
        <Fact label={t("video")}>
          <a href={videoUrl} rel="noreferrer" className="link -my-1 inline-block py-1">
            {t("joinVideo")}
          </a>
        </Fact>
      )}
      {answerFacts(appointment.answers, questions).map(({ label, value }) => (
        <Fact key={label} label={label}>
          <span className="measure whitespace-pre-line">{value}</span>
        </Fact>
      ))}
      {notes && (
        <Fact label={t("notes")}>
          <bdi className="measure whitespace-pre-line">{notes}</bdi>
        </Fact>
      )}
      <Fact label={t("internalNotes")} hint={t("internalHint")}>
        {internalNotes ? (
          <span className="measure whitespace-pre-line">{internalNotes}</span>
        ) : (
          <span className="text-ink-faint">{t("none")}</span>
        )}
      </Fact>
      {cancelReason && <Fact label={t("cancelReason")}>{cancelReason}</Fact>}
      <Fact label={t("price")}>
        <span className="figures">
          {format.number(priceAmount / 100, { style: "currency", currency: priceCurrency })}
        </span>
      </Fact>
      <Fact label={t("requested")}>
        <span className="figures">{format.dateTime(appointment.createdAt, "moment", { timeZone })}</span>
      </Fact>
    </dl>
  );
}

function Fact({ label, hint, children }: { label: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-8 gap-y-0.5 sm:col-span-2 sm:grid-cols-subgrid">
      <dt className="text-ink-muted">
        {label}
        {hint && <span className="block text-sm text-ink-faint">{hint}</span>}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
