import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { AppointmentPage, MovedWords } from "#app/_desk/appointment-page.tsx";
import { ChangeVisit } from "#app/_desk/change-visit/change-visit.tsx";
import { MoreAbout } from "#app/_desk/more-about.tsx";
import { StrandedNotice } from "#app/_desk/stranded-notice.tsx";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { doctorClinic } from "../../_shell/doctor-clinic.ts";
import { takeOwnStep } from "../../actions.ts";
import { saveOwnRemarks } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board.detail");
  return { title: t("title") };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function OwnAppointmentPage({ params, searchParams }: Props) {
  const [{ id }, { done }, { actor }, t, format] = await Promise.all([
    params,
    searchParams,
    doctorClinic(),
    getTranslations("board.detail"),
    getFormatter(),
  ]);
  const appointment = await findAppointment(actor, id);
  if (!appointment || appointment.doctor.id !== actor.doctorId) notFound();
  const { timeZone, localDate, startsAt } = appointment;
  const day = format.dateTime(startsAt, "day", { timeZone });
  return (
    <AppointmentPage
      appointment={appointment}
      back={{ href: `/doctor/day/${localDate}#a-${id}`, label: t("backToDay", { day }) }}
      action={takeOwnStep}
      notice={<StrandedNotice actor={actor} appointment={appointment} />}
      moveHref={`/doctor/appointments/${id}/move`}
      done={done === "moved" && <MovedWords appointment={appointment} />}
      hideDoctor
    >
      <ChangeVisit actor={actor} appointment={appointment} />
      <MoreAbout
        actor={actor}
        appointment={appointment}
        hrefFor={(other) => `/doctor/appointments/${other}`}
        saveRemarks={saveOwnRemarks}
      />
    </AppointmentPage>
  );
}
