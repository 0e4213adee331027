import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "#app/_move/move-choice.ts";
import { MovePage } from "#app/_move/move-page.tsx";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { doctorClinic } from "../../../_shell/doctor-clinic.ts";
import { moveOwn } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("move"))("title") };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function MoveOwnAppointmentPage({ params, searchParams }: Props) {
  const [{ id }, asked, { actor, clinic }] = await Promise.all([params, searchParams, doctorClinic()]);
  const appointment = await findAppointment(actor, id);
  if (!appointment || appointment.doctor.id !== actor.doctorId) notFound();
  const here = `/doctor/appointments/${id}`;
  return (
    <MovePage
      actor={actor}
      by="doctor"
      appointment={appointment}
      path={`${here}/move`}
      back={{ href: here, label: appointment.patient.name }}
      params={asked}
      action={moveOwn}
      phone={clinic.phone}
    />
  );
}
