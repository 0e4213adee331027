import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { useTranslations } from "next-intl";
import { DeskList } from "#components/scheduling/desk.tsx";
import { gatherSessions } from "#lib/scheduling/session.ts";
import type { StrandReason } from "#lib/scheduling/stranding.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import type { Interval, TimeZone } from "#lib/time.ts";
import { type Company, DayEntry } from "./day-entry.tsx";
import { isFinished, minutesFreeBefore, nextUp } from "./day-order.ts";

interface DayListProps {
  /** In words. */
  day: string;
  appointments: AppointmentView[];
  working: Interval[];
  timeZone: TimeZone;
  isToday: boolean;
  marks: ReadonlyMap<string, StrandReason>;
}

/** For who takes part in a session: whether they are named first, and how many there are. */
function companiesOf(appointments: readonly AppointmentView[]): Map<string, Company> {
  const sessions = gatherSessions(appointments).filter(({ session }) => session !== null);
  return new Map(
    sessions.flatMap(({ session, people }) =>
      people.map(({ id }, n) => [id, { isFirst: n === 0, taken: people.length, seats: session?.seats ?? 1 }] as const),
    ),
  );
}

/** The day's appointments in time. Today those that are over fold away, so that the list begins with what is next. */
export function DayList({ day, appointments, working, timeZone, isToday, marks }: DayListProps) {
  const t = useTranslations("doctor.day");
  const over = isToday ? appointments.filter(isFinished) : [];
  const ahead = isToday ? appointments.filter((appointment) => !isFinished(appointment)) : appointments;
  const next = isToday ? nextUp(ahead) : null;
  const gaps = minutesFreeBefore(appointments, working);
  const companies = companiesOf(appointments);
  const entry = (appointment: AppointmentView, position: number) => (
    <DayEntry
      appointment={appointment}
      company={companies.get(appointment.id)}
      position={position}
      timeZone={timeZone}
      isNext={appointment === next}
      freeBefore={gaps.get(appointment.id) ?? 0}
      strand={marks.get(appointment.id)}
    />
  );
  return (
    <div>
      {over.length > 0 && (
        <details className="group/over border-t border-line">
          <summary className="flex min-h-12 items-center gap-2 text-ink-muted hover:text-ink">
            <CaretRightIcon aria-hidden className="transition-transform group-open/over:rotate-90 rtl:rotate-180" />
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
