import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { askedDate } from "#app/_desk/asked-date.ts";
import { KeepFresh } from "#app/_desk/keep-fresh.tsx";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { databaseClock } from "#lib/clock.ts";
import { doctorCalendar } from "#lib/scheduling/server/appointments/doctor-calendar.ts";
import { databaseNow } from "#lib/scheduling/server/database-now.ts";
import { addDays, dayOfWeek, localDateOf } from "#lib/time.ts";
import { CalendarBoard } from "../_calendar/calendar-board.tsx";
import { CalendarLegend } from "../_calendar/calendar-legend.tsx";
import { CalendarNav } from "../_calendar/calendar-nav.tsx";
import { drawnCalendar } from "../_calendar/drawn-calendar.ts";
import { WeekStrip } from "../_calendar/week-strip.tsx";
import { doctorClinic } from "../_shell/doctor-clinic.ts";
import { NoProfile } from "../_shell/no-profile.tsx";
import { rearrange } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("doctorCalendar"))("title") };
}

interface Props {
  searchParams: Promise<{ date?: unknown; view?: unknown }>;
}

export default async function DoctorCalendarPage({ searchParams }: Props) {
  const [{ actor, clinic }, query, t, format, now] = await Promise.all([
    doctorClinic(),
    searchParams,
    getTranslations("doctorCalendar"),
    getFormatter(),
    databaseNow(databaseClock),
  ]);
  const today = localDateOf(now, clinic.timeZone);
  const selected = askedDate(query.date) ?? today;
  const view = query.view === "day" ? "day" : "week";
  const monday = addDays(selected, -dayOfWeek(selected));
  const calendar = await doctorCalendar(actor, { from: monday, to: addDays(monday, 6) });
  if (!calendar) return <NoProfile title={t("title")} />;
  const { days, axis } = drawnCalendar(calendar, { selected, view });
  const title =
    view === "day"
      ? format.dateTime(dayInUtc(selected), "dayWithYear", { timeZone: "UTC" })
      : format.dateTimeRange(dayInUtc(monday), dayInUtc(addDays(monday, 6)), {
          day: "numeric",
          month: "long",
          year: "numeric",
          timeZone: "UTC",
        });
  return (
    <>
      <KeepFresh />
      <PageHeader
        size="workspace"
        above={<p className="kicker">{t("title")}</p>}
        title={title}
        actions={<CalendarNav selected={selected} today={today} view={view} />}
      />
      <WeekStrip days={calendar.days} selected={selected} today={today} view={view} />
      <CalendarBoard
        label={t("title")}
        days={days}
        axis={axis}
        selected={selected}
        today={today}
        now={calendar.now}
        timeZone={calendar.timeZone}
        action={rearrange}
      />
      <CalendarLegend />
    </>
  );
}
