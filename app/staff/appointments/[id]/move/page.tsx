import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "#app/_move/move-choice.ts";
import { MovePage } from "#app/_move/move-page.tsx";
import { hasRole } from "#lib/auth/actor.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { staffClinic } from "../../../_shell/staff-clinic.ts";
import { moveAny } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("move"))("title") };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function MoveAnyAppointmentPage({ params, searchParams }: Props) {
  const [{ id }, asked, { actor, clinic }] = await Promise.all([params, searchParams, staffClinic()]);
  const appointment = await findAppointment(actor, id);
  if (!appointment || !hasRole(actor, appointment.clinicId, "staff")) notFound();
  const here = `/staff/appointments/${id}`;
  return (
    <MovePage
      actor={actor}
      by="staff"
      appointment={appointment}
      path={`${here}/move`}
      back={{ href: here, label: appointment.patient.name }}
      params={asked}
      action={moveAny}
      phone={clinic.phone}
    />
  );
}
