import "server-only";
import { redirect } from "next/navigation";
import type { Actor } from "#lib/auth/actor.ts";
import { findPatient } from "#lib/scheduling/server/booking/search-patients.ts";
import { findService } from "#lib/scheduling/server/clinic/services.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import type { ClinicView, DoctorView, PatientView, ServiceView } from "#lib/scheduling/view.ts";
import { staffClinic } from "../../_shell/staff-clinic.ts";
import { type Asked, askedHref, type Query, readAsked, walkIn } from "../asked.ts";

export interface DeskChoice {
  actor: Actor;
  clinic: ClinicView;
  asked: Asked;
  /** Null: somebody without an account. */
  patient: PatientView | null;
  service: ServiceView;
  /** Who offers it, by name. */
  doctors: DoctorView[];
  /** Null: any of them. */
  doctor: DoctorView | null;
}

/** For whom and what an address or form says; where it does not, the first step asks again. */
export async function loadDeskChoice(query: Query): Promise<DeskChoice> {
  const { actor, clinic } = await staffClinic();
  const asked = readAsked(query);
  const { person, q, service: slug } = asked;
  const [found, service] = await Promise.all([
    person && person !== walkIn
      ? findPatient(actor, { clinicId: clinic.id, patientId: person, ...(q && { email: q }) })
      : null,
    slug ? findService(clinic.id, slug) : null,
  ]);
  const patient = found?.ok ? found.value : null;
  if (!service) redirect(askedHref("/staff/book", asked, { missing: "service" }));
  if (person !== walkIn && !patient) redirect(askedHref("/staff/book", asked, { missing: "person" }));
  const doctors = await listDoctors(clinic.id, { serviceId: service.id });
  const doctor = doctors.find((each) => each.slug === asked.doctor) ?? null;
  return { actor, clinic, asked, patient, service, doctors, doctor };
}
