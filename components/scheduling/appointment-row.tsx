import Link from "next/link";
import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import type { EpochMs, TimeZone } from "#lib/time.ts";

interface AppointmentRowProps {
  startsAt: EpochMs;
  endsAt: EpochMs;
  timeZone: TimeZone;
  status: AppointmentStatus;
  /** The first line: the patient for a doctor, the service for a patient. */
  title: ReactNode;
  /** The second line: service, doctor, contact. */
  detail?: ReactNode;
  href?: string;
  /** Shows the day over the time, for lists that span days. */
  showDay?: boolean;
  /** Marks that come before the state: "urgent". */
  marks?: ReactNode;
  actions?: ReactNode;
}

/** One appointment as a line of a timetable. Stack in an `AppointmentList`. */
export function AppointmentRow({
  startsAt,
  endsAt,
  timeZone,
  status,
  title,
  detail,
  href,
  showDay,
  marks,
  actions,
}: AppointmentRowProps) {
  const format = useFormatter();
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-5 gap-y-2 py-3 md:gap-x-8 md:col-span-full md:grid-cols-subgrid">
      <p className="numeral min-w-18 leading-tight">
        {showDay && (
          <span className="block pb-0.5 font-sans text-md text-ink-muted">
            {format.dateTime(startsAt, "dayShort", { timeZone })}
          </span>
        )}
        <time dateTime={new Date(startsAt).toISOString()} className="text-xl">
          {format.dateTime(startsAt, "time", { timeZone })}
        </time>
        <span className="text-sm whitespace-nowrap text-ink-faint max-md:block md:ps-1">
          –{format.dateTime(endsAt, "time", { timeZone })}
        </span>
      </p>
      <div className="grid min-w-0 gap-0.5">
        <p className="font-[560]">
          {href ? (
            <Link
              href={href}
              prefetch={false}
              className="underline decoration-line-strong underline-offset-4 hover:decoration-current"
            >
              {title}
            </Link>
          ) : (
            title
          )}
        </p>
        {detail && <div className="text-md text-ink-muted">{detail}</div>}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 max-md:col-start-2 md:min-w-32">
        <StatusBadge status={status} />
        {marks}
      </div>
      {actions && <div className="flex flex-wrap gap-2 max-md:col-start-2 md:justify-end">{actions}</div>}
    </li>
  );
}

/** A list of rows between hairlines. */
export function AppointmentList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol
      aria-label={label}
      className="divide-y divide-line border-y border-line md:grid md:grid-cols-[auto_minmax(0,1fr)_auto_auto] md:gap-x-8"
    >
      {children}
    </ol>
  );
}
