import { useFormatter, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { AppointmentView } from "#lib/scheduling/view.ts";

interface BundleListProps {
  /** By time. */
  appointments: AppointmentView[];
  /** The one whose page this is; not a link. */
  current?: string;
  hrefFor: (id: string) => string;
}

/** Appointments that were booked back to back in one go, as a small timetable. */
export function BundleList({ appointments, current, hrefFor }: BundleListProps) {
  const t = useTranslations("schedule");
  const format = useFormatter();
  return (
    <ol className="divide-y divide-line border-y border-line">
      {appointments.map(({ id, startsAt, endsAt, timeZone, service, doctor, status }) => {
        const [start, end] = [startsAt, endsAt].map((at) => format.dateTime(at, "time", { timeZone })) as [
          string,
          string,
        ];
        return (
          <li key={id} className="flex flex-wrap items-baseline gap-x-5 gap-y-1 py-3">
            <time dateTime={new Date(startsAt).toISOString()} className="numeral w-28">
              {t("timeRange", { start, end })}
            </time>
            <span className="min-w-0 flex-1 basis-48">
              {id === current ? (
                <span className="font-[560]" aria-current="true">
                  {service.name}
                </span>
              ) : (
                <Link href={hrefFor(id)} className="link inline-block py-1">
                  {service.name}
                </Link>
              )}
              <span className="block text-md text-ink-muted">{doctor.name}</span>
            </span>
            <StatusBadge status={status} />
          </li>
        );
      })}
    </ol>
  );
}
