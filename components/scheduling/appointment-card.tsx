import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import type { EpochMs, TimeZone } from "#lib/time.ts";

interface AppointmentCardProps {
  id: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  timeZone: TimeZone;
  status: AppointmentStatus;
  service: ReactNode;
  doctor: ReactNode;
  /** Place, price, video link, deadline: short lines. */
  facts?: ReactNode;
  actions?: ReactNode;
  /** Level of its heading in the page's outline. */
  level?: 2 | 3;
}

/** An appointment as its owner sees it: the date large, then what, who and the state in words. */
export function AppointmentCard({
  id,
  startsAt,
  endsAt,
  timeZone,
  status,
  service,
  doctor,
  facts,
  actions,
  level = 3,
}: AppointmentCardProps) {
  const format = useFormatter();
  const t = useTranslations("schedule");
  const Heading = level === 2 ? "h2" : "h3";
  const gone = status === "cancelled" || status === "rejected" || status === "expired" || status === "no_show";
  return (
    <article
      aria-labelledby={`appointment-${id}`}
      className="flex flex-wrap items-start gap-x-5 gap-y-4 border-t border-line py-6 last:border-b"
    >
      <p aria-hidden className="w-18 self-stretch border-e border-line pe-4 text-center sm:w-24">
        <span className="block text-md text-ink-muted">{format.dateTime(startsAt, "weekdayShort", { timeZone })}</span>
        <span className={gone ? "numeral block text-4xl text-ink-faint" : "numeral block text-4xl"}>
          {format.dateTime(startsAt, "dayNumber", { timeZone })}
        </span>
        <span className="block text-md text-ink-muted">{format.dateTime(startsAt, "monthShort", { timeZone })}</span>
      </p>
      <div className="grid min-w-0 flex-1 basis-48 content-start gap-2">
        <StatusBadge status={status} />
        <Heading id={`appointment-${id}`} className="text-xl">
          {service}
          <span className="sr-only">, {format.dateTime(startsAt, "dayWithYear", { timeZone })}</span>
        </Heading>
        <p className="figures text-ink-muted">
          <time dateTime={new Date(startsAt).toISOString()} className={gone ? "line-through" : "font-[560] text-ink"}>
            {t("timeRange", {
              start: format.dateTime(startsAt, "time", { timeZone }),
              end: format.dateTime(endsAt, "time", { timeZone }),
            })}
          </time>
          <span aria-hidden className="px-2 text-ink-faint">
            ·
          </span>
          <span className="sr-only">, </span>
          {doctor}
        </p>
        {facts && <div className="grid gap-1 text-md text-ink-muted">{facts}</div>}
        {actions && (
          <div className="flex flex-wrap gap-3 pt-2" data-print="hide">
            {actions}
          </div>
        )}
      </div>
    </article>
  );
}
