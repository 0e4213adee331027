import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { AppointmentPage, MovedWords } from "#app/_desk/appointment-page.tsx";
import { ChangeVisit } from "#app/_desk/change-visit/change-visit.tsx";
import { MoreAbout } from "#app/_desk/more-about.tsx";
import { StrandedNotice } from "#app/_desk/stranded-notice.tsx";
import { Link } from "#components/ui/link.tsx";
import { hasRole } from "#lib/auth/actor.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { staffClinic } from "../../_shell/staff-clinic.ts";
import { takeAnyStep } from "../../actions.ts";
import { countMissed, saveAnyRemarks } from "./actions.ts";
import { AssignRoom } from "./assign-room.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board.detail");
  return { title: t("title") };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function StaffAppointmentPage({ params, searchParams }: Props) {
  const [{ id }, { booked, counted, done }, { actor }, t, format] = await Promise.all([
    params,
    searchParams,
    staffClinic(),
    getTranslations("board.detail"),
    getFormatter(),
  ]);
  const appointment = await findAppointment(actor, id);
  if (!appointment || !hasRole(actor, appointment.clinicId, "staff")) notFound();
  const { timeZone, localDate, startsAt, patient } = appointment;
  const day = format.dateTime(startsAt, "day", { timeZone });
  const isBooked = booked !== undefined && t("booked", { told: patient.email ? "yes" : "no" });
  return (
    <AppointmentPage
      appointment={appointment}
      back={{ href: `/staff/${localDate}`, label: t("backToBoard", { day }) }}
      action={takeAnyStep}
      notice={<StrandedNotice actor={actor} appointment={appointment} />}
      moveHref={`/staff/appointments/${id}/move`}
      planHref={appointment.plan ? `/staff/plans/${appointment.plan.id}` : undefined}
      done={isBooked || (done === "moved" && <MovedWords appointment={appointment} />)}
    >
      <AssignRoom actor={actor} appointment={appointment} />
      <ChangeVisit actor={actor} appointment={appointment} />
      <MoreAbout
        actor={actor}
        appointment={appointment}
        hrefFor={(other) => `/staff/appointments/${other}`}
        saveRemarks={saveAnyRemarks}
        countMissed={countMissed}
        counted={counted}
      />
      {hasRole(actor, appointment.clinicId, "admin") && (
        <Link
          href={`/admin/audit?subject=appointment:${id}`}
          data-print="hide"
          className="link inline-flex min-h-11 w-fit items-center"
        >
          {t("history")}
        </Link>
      )}
    </AppointmentPage>
  );
}
