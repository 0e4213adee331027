import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { useTranslations } from "next-intl";
import { DeskList } from "#components/scheduling/desk.tsx";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import type { EpochMs, Interval, TimeZone } from "#lib/time.ts";
import { DayEntry } from "./day-entry.tsx";
import { isFinished, minutesFreeBefore, nextUp } from "./day-order.ts";

interface DayListProps {
  /** In words. */
  day: string;
  appointments: AppointmentView[];
  working: Interval[];
  timeZone: TimeZone;
  now: EpochMs;
  dayStart: EpochMs;
  isToday: boolean;
}

/** The day's appointments in time. Today those that are over fold away, so that the list begins with what is next. */
export function DayList({ day, appointments, working, timeZone, now, dayStart, isToday }: DayListProps) {
  const t = useTranslations("doctor.day");
  const over = isToday ? appointments.filter(isFinished) : [];
  const ahead = isToday ? appointments.filter((appointment) => !isFinished(appointment)) : appointments;
  const next = isToday ? nextUp(ahead) : null;
  const gaps = minutesFreeBefore(appointments, working);
  const entry = (appointment: AppointmentView, position: number) => (
    <DayEntry
      appointment={appointment}
      position={position}
      timeZone={timeZone}
      now={now}
      dayStart={dayStart}
      isNext={appointment === next}
      freeBefore={gaps.get(appointment.id) ?? 0}
    />
  );
  return (
    <div>
      {over.length > 0 && (
        <details className="group/over border-t border-line">
          <summary className="flex min-h-12 items-center gap-2 text-ink-muted hover:text-ink">
            <CaretRightIcon aria-hidden className="transition-transform group-open/over:rotate-90 rtl:-scale-x-100" />
            {t("over", { count: over.length })}
          </summary>
          <ol aria-label={t("overLabel")} className="divide-y divide-line border-t border-line">
            {over.map((appointment, position) => (
              <li key={appointment.id}>{entry(appointment, position)}</li>
            ))}
          </ol>
        </details>
      )}
      <DeskList
        label={t("list", { day })}
        className="divide-y divide-line border-y border-line"
        rows={ahead.map((appointment, position) => ({ id: appointment.id, row: entry(appointment, position) }))}
        empty={
          <p className="border-y border-line py-8 font-display text-lg text-ink-muted">
            {appointments.length > 0 ? t("done") : t("nobody")}
          </p>
        }
      />
    </div>
  );
}
