import { WarningIcon } from "@phosphor-icons/react/dist/ssr/Warning";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { StrandedAppointment, StrandReason } from "#lib/scheduling/stranding.ts";
import type { TimeZone } from "#lib/time.ts";
import { strandWords } from "./strand-words.ts";

interface ImpactListProps {
  stranded: StrandedAppointment[];
  timeZone: TimeZone;
  hrefFor: (appointment: StrandedAppointment) => string;
  /** What can be done about one of them. */
  below?: (appointment: StrandedAppointment) => ReactNode;
}

/** Appointments that no longer fit, each with what stands against it. */
export function ImpactList({ stranded, timeZone, hrefFor, below }: ImpactListProps) {
  const format = useFormatter();
  return (
    <ul className="divide-y divide-line border-y border-line">
      {stranded.map((appointment) => (
        <li key={appointment.id} className="grid gap-x-8 gap-y-2 py-5 lg:grid-cols-[11rem_minmax(0,1fr)]">
          <p className="leading-tight">
            <span className="block text-md text-ink-muted">
              {format.dateTime(appointment.startsAt, "dayShort", { timeZone })}
            </span>
            <span className="numeral text-2xl">{format.dateTime(appointment.startsAt, "time", { timeZone })}</span>
          </p>
          <div className="grid content-start gap-2">
            <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
              <Link href={hrefFor(appointment)} className="link -my-1 py-1 font-[560]">
                {appointment.patient.name}
              </Link>
              <span className="text-md text-ink-muted">
                {appointment.service.name} · {appointment.doctor.name}
              </span>
              <StatusBadge status={appointment.status} />
            </p>
            {appointment.reasons.map((reason) => (
              <StrandMark key={reason.code} reason={reason} timeZone={timeZone} />
            ))}
            {below?.(appointment)}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The mark of an appointment that no longer fits, with the reason. */
export function StrandMark({ reason, timeZone }: { reason: StrandReason; timeZone: TimeZone }) {
  const t = useTranslations("impact");
  const format = useFormatter();
  return (
    <span className="figures inline-flex items-baseline gap-1.5 text-md text-brick">
      <WarningIcon aria-hidden weight="bold" className="size-4 shrink-0 translate-y-0.5" />
      <span>
        <span className="sr-only">{t("mark")} </span>
        {strandWords(reason, t, format, timeZone)}
      </span>
    </span>
  );
}
