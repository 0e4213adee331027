import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { arrangeActs } from "#components/scheduling/appointment-acts.ts";
import { AppointmentDetail } from "#components/scheduling/appointment-detail.tsx";
import { Desk } from "#components/scheduling/desk.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { hasRole } from "#lib/auth/actor.ts";
import { databaseClock } from "#lib/clock.ts";
import { databaseNow } from "#lib/scheduling/server/database-now.ts";
import { findAppointment } from "#lib/scheduling/server/find-appointment.ts";
import { dayBounds } from "#lib/time.ts";
import { staffClinic } from "../../_shell/staff-clinic.ts";
import { moveAnyAppointment } from "../../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board.detail");
  return { title: t("title") };
}

export default async function StaffAppointmentPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, { actor }, t, format] = await Promise.all([
    params,
    staffClinic(),
    getTranslations("board.detail"),
    getFormatter(),
  ]);
  const [appointment, now] = await Promise.all([findAppointment(actor, id), databaseNow(databaseClock)]);
  if (!appointment || !hasRole(actor, appointment.clinicId, "staff")) notFound();
  const { timeZone, localDate, startsAt } = appointment;
  const acts = arrangeActs(appointment, { now, dayStart: dayBounds(localDate, timeZone).start });
  return (
    <>
      <PageHeader
        size="workspace"
        above={
          <BackLink href={`/staff/${localDate}`}>
            {t("backToBoard", { day: format.dateTime(startsAt, "day", { timeZone }) })}
          </BackLink>
        }
        title={appointment.patient.name}
      />
      <Desk action={moveAnyAppointment}>
        <AppointmentDetail appointment={appointment} acts={acts} />
      </Desk>
    </>
  );
}
