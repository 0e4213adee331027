import { getFormatter, getTranslations } from "next-intl/server";
import { KeepFresh } from "#app/_desk/keep-fresh.tsx";
import { strandMarks } from "#app/_desk/mark-stranded.ts";
import { Bulk } from "#components/scheduling/bulk.tsx";
import { bulkSteps } from "#components/scheduling/bulk-state.ts";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { DayDistance } from "#components/scheduling/day-distance.tsx";
import { DayNavigation } from "#components/scheduling/day-navigation.tsx";
import { Desk } from "#components/scheduling/desk.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { doctorSchedule } from "#lib/scheduling/server/appointments/doctor-schedule.ts";
import type { EpochMs, LocalDate } from "#lib/time.ts";
import { doctorClinic } from "../_shell/doctor-clinic.ts";
import { NoProfile } from "../_shell/no-profile.tsx";
import { takeOwnStep, takeOwnSteps } from "../actions.ts";
import { DayBody } from "./day-body.tsx";

/** The doctor's day, today where none is named. */
export async function DayPage({ localDate }: { localDate?: LocalDate }) {
  const [{ actor, clinic }, t, format] = await Promise.all([
    doctorClinic(),
    getTranslations("doctor.day"),
    getFormatter(),
  ]);
  const schedule = await doctorSchedule(actor, localDate ? { from: localDate, to: localDate } : {});
  const day = schedule?.days[0];
  if (!schedule || !day) return <NoProfile title={t("title")} />;
  const { timeZone, now, today } = schedule;
  const marks = await strandMarks(actor, {
    clinicId: clinic.id,
    doctorId: actor.doctorId ?? undefined,
    days: { from: day.localDate, to: day.localDate },
  });
  const isToday = day.localDate === today;
  const nameOf = (style: "day" | "dayWithYear") => format.dateTime(dayInUtc(day.localDate), style, { timeZone: "UTC" });
  const time = (instant: EpochMs) => format.dateTime(instant, "time", { timeZone });
  const hours = day.working.map(({ start, end }) => `${time(start)}–${time(end)}`);
  return (
    <>
      <KeepFresh />
      <PageHeader
        size="workspace"
        above={
          <p className="kicker">
            <DayDistance localDate={day.localDate} today={today} />
          </p>
        }
        title={nameOf(isToday ? "day" : "dayWithYear")}
        lead={hours.length > 0 ? t("working", { hours: format.list(hours) }) : t("notWorking")}
        actions={
          <DayNavigation
            localDate={day.localDate}
            today={today}
            hrefFor={(date) => (date === today ? "/doctor/day" : `/doctor/day/${date}`)}
            action="/doctor/day"
          />
        }
      />
      <Desk action={takeOwnStep}>
        <Bulk action={takeOwnSteps} steps={bulkSteps}>
          <DayBody name={nameOf("day")} {...day} timeZone={timeZone} now={now} isToday={isToday} marks={marks} />
        </Bulk>
      </Desk>
    </>
  );
}
