import { getFormatter, getTranslations } from "next-intl/server";
import { KeepFresh } from "#app/_desk/keep-fresh.tsx";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { DayLine } from "#components/scheduling/day-line.tsx";
import { DayNavigation } from "#components/scheduling/day-navigation.tsx";
import { Desk } from "#components/scheduling/desk.tsx";
import { drawnHours } from "#components/scheduling/drawn-hours.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { doctorSchedule } from "#lib/scheduling/server/doctor-schedule.ts";
import { dayBounds, type Interval, type LocalDate, type TimeZone } from "#lib/time.ts";
import { doctorClinic } from "../_shell/doctor-clinic.ts";
import { moveOwnAppointment } from "../actions.ts";
import { DayList } from "./day-list.tsx";
import { DayTimetable } from "./day-timetable.tsx";

/** The doctor's day: a timetable beside the list of the same appointments; on a phone the list under one line. */
export async function DayPage({ localDate }: { localDate?: LocalDate }) {
  const [{ actor }, t, format] = await Promise.all([doctorClinic(), getTranslations("doctor.day"), getFormatter()]);
  const schedule = await doctorSchedule(actor, localDate ? { from: localDate, to: localDate } : {});
  const day = schedule?.days[0];
  if (!schedule || !day) {
    return (
      <>
        <PageHeader size="workspace" title={t("title")} />
        <EmptyState title={t("noProfileTitle")}>
          <p>{t("noProfile")}</p>
        </EmptyState>
      </>
    );
  }
  const { timeZone, now, today } = schedule;
  const { working, appointments } = day;
  const isToday = day.localDate === today;
  const name = format.dateTime(dayInUtc(day.localDate), "day", { timeZone: "UTC" });
  const hours = drawnHours(
    [...working, ...appointments.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }))],
    timeZone,
  );
  return (
    <>
      <KeepFresh />
      <PageHeader
        size="workspace"
        above={
          <p className="kicker">
            {isToday ? t("today") : format.dateTime(dayInUtc(day.localDate), "dateShort", { timeZone: "UTC" })}
          </p>
        }
        title={name}
        lead={
          working.length > 0
            ? t("working", { hours: format.list(working.map(stretchWords(timeZone))) })
            : t("notWorking")
        }
        actions={
          <DayNavigation
            localDate={day.localDate}
            today={today}
            hrefFor={(date) => (date === today ? "/doctor/day" : `/doctor/day/${date}`)}
            action="/doctor/day"
          />
        }
      />
      {hours === null ? (
        <EmptyState title={t("emptyTitle")} actions={<ButtonLink href="/doctor">{t("toInbox")}</ButtonLink>}>
          <p>{t("empty")}</p>
        </EmptyState>
      ) : (
        <Desk action={moveOwnAppointment}>
          <div className="grid gap-x-12 gap-y-6 md:grid-cols-[15rem_minmax(0,1fr)] xl:grid-cols-[19rem_minmax(0,1fr)]">
            <div className="pt-2 md:hidden">
              <DayLine
                timeZone={timeZone}
                hours={hours}
                working={working}
                bars={appointments}
                now={isToday ? now : undefined}
              />
            </div>
            <div className="max-md:hidden">
              <DayTimetable
                label={t("timetable", { day: name })}
                timeZone={timeZone}
                hours={hours}
                working={working}
                appointments={appointments}
                now={isToday ? now : undefined}
              />
            </div>
            <DayList
              day={name}
              appointments={appointments}
              working={working}
              timeZone={timeZone}
              now={now}
              dayStart={dayBounds(day.localDate, timeZone).start}
              isToday={isToday}
            />
          </div>
        </Desk>
      )}
    </>
  );

  function stretchWords(timeZone: TimeZone) {
    const time = (instant: number) => format.dateTime(instant, "time", { timeZone });
    return ({ start, end }: Interval) => `${time(start)}–${time(end)}`;
  }
}
