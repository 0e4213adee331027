import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { arrangeActs } from "#components/scheduling/appointment-acts.ts";
import { AppointmentDetail } from "#components/scheduling/appointment-detail.tsx";
import { Desk } from "#components/scheduling/desk.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { databaseClock } from "#lib/clock.ts";
import { databaseNow } from "#lib/scheduling/server/database-now.ts";
import { findAppointment } from "#lib/scheduling/server/find-appointment.ts";
import { dayBounds } from "#lib/time.ts";
import { doctorClinic } from "../../_shell/doctor-clinic.ts";
import { moveOwnAppointment } from "../../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board.detail");
  return { title: t("title") };
}

export default async function OwnAppointmentPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, { actor }, t, format] = await Promise.all([
    params,
    doctorClinic(),
    getTranslations("board.detail"),
    getFormatter(),
  ]);
  const [appointment, now] = await Promise.all([findAppointment(actor, id), databaseNow(databaseClock)]);
  if (!appointment || appointment.doctor.id !== actor.doctorId) notFound();
  const { timeZone, localDate, startsAt } = appointment;
  const acts = arrangeActs(appointment, { now, dayStart: dayBounds(localDate, timeZone).start });
  return (
    <>
      <PageHeader
        size="workspace"
        above={
          <BackLink href={`/doctor/day/${localDate}#a-${id}`}>
            {t("backToDay", { day: format.dateTime(startsAt, "day", { timeZone }) })}
          </BackLink>
        }
        title={appointment.patient.name}
      />
      <Desk action={moveOwnAppointment}>
        <AppointmentDetail appointment={appointment} acts={acts} hideDoctor />
      </Desk>
    </>
  );
}
