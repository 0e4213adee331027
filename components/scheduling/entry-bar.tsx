import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import { statusLooks } from "#components/ui/status-badge.tsx";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import type { EpochMs, TimeZone } from "#lib/time.ts";

interface DayEntry {
  id: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  status: AppointmentStatus;
  /** Who or what, e.g. the service for a patient, the patient for a doctor. */
  label: string;
  detail?: string;
  href?: string;
}

/** One appointment as a bar: colour at its edge, icon, words as far as they fit, all of it for a screen reader. */
export function EntryBar({ entry, timeZone }: { entry: DayEntry; timeZone: TimeZone }) {
  const format = useFormatter();
  const t = useTranslations();
  const { icon: Icon, text, wash, bar } = statusLooks[entry.status];
  const start = format.dateTime(entry.startsAt, "time", { timeZone });
  const end = format.dateTime(entry.endsAt, "time", { timeZone });
  const body = (
    <>
      <span className="sr-only">
        {t("schedule.entry", {
          start,
          end,
          status: t(`status.${entry.status}`),
          label: entry.label,
          detail: entry.detail ?? "",
        })}
      </span>
      <span aria-hidden className="flex min-w-0 items-baseline gap-x-2 text-md leading-tight">
        <Icon weight="bold" className={classNames("size-3.5 shrink-0 self-center", text)} />
        <span className="figures text-ink-muted @max-[9rem]:hidden">{start}</span>
        <span dir="auto" className="truncate font-[560]">
          {entry.label}
        </span>
        {entry.detail && (
          <span dir="auto" className="shrink-999 truncate text-ink-muted @max-[15rem]:hidden">
            {entry.detail}
          </span>
        )}
      </span>
    </>
  );
  const look = classNames("block h-full overflow-hidden rounded-xs border-s-3", "px-2 py-0.5", wash, bar);
  if (!entry.href) return <div className={look}>{body}</div>;
  return (
    <Link href={entry.href} className={classNames(look, "hover:brightness-97 focus-visible:-outline-offset-2")}>
      {body}
    </Link>
  );
}
