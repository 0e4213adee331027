import { useTranslations } from "next-intl";
import { DayLine } from "#components/scheduling/day-line.tsx";
import { DeskRemainder } from "#components/scheduling/desk.tsx";
import { drawnHours } from "#components/scheduling/drawn-hours.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { StrandReason } from "#lib/scheduling/stranding.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import type { EpochMs, Interval, TimeZone } from "#lib/time.ts";
import { DayList } from "./day-list.tsx";
import { DayTimetable } from "./day-timetable.tsx";

interface DayBodyProps {
  /** The day in words. */
  name: string;
  working: Interval[];
  appointments: AppointmentView[];
  timeZone: TimeZone;
  now: EpochMs;
  isToday: boolean;
  /** What stands against those that no longer fit, by their ids. */
  marks: ReadonlyMap<string, StrandReason>;
}

/** A timetable beside the list of the same appointments; on a phone the list under one line. */
export function DayBody({ name, working, appointments, timeZone, now, isToday, marks }: DayBodyProps) {
  const t = useTranslations("doctor.day");
  const visits = appointments.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }));
  const hours = drawnHours([...working, ...visits], timeZone);
  if (hours === null) {
    return (
      <>
        <DeskRemainder shown={[]} className="pb-6" />
        <EmptyState title={t("emptyTitle")} actions={<ButtonLink href="/doctor">{t("toInbox")}</ButtonLink>}>
          <p>{t("empty")}</p>
        </EmptyState>
      </>
    );
  }
  const clock = isToday ? now : undefined;
  return (
    <div className="grid gap-x-12 gap-y-6 md:grid-cols-[15rem_minmax(0,1fr)] xl:grid-cols-[19rem_minmax(0,1fr)]">
      <div className="pt-2 md:hidden">
        <DayLine timeZone={timeZone} hours={hours} working={working} bars={appointments} now={clock} />
      </div>
      <div className="max-md:hidden">
        <DayTimetable
          label={t("timetable", { day: name })}
          timeZone={timeZone}
          hours={hours}
          working={working}
          appointments={appointments}
          now={clock}
        />
      </div>
      <DayList
        day={name}
        appointments={appointments}
        working={working}
        timeZone={timeZone}
        isToday={isToday}
        marks={marks}
      />
    </div>
  );
}
