import "server-only";
import { redirect } from "next/navigation";
import { nearestOffers, type Offer } from "#lib/scheduling/availability.ts";
import { listDoctors } from "#lib/scheduling/server/doctors.ts";
import { findAvailability, findNextOffers } from "#lib/scheduling/server/find-availability.ts";
import { findService } from "#lib/scheduling/server/services.ts";
import type { ClinicView, DoctorView, ServiceView } from "#lib/scheduling/view.ts";
import { addDays, type EpochMs, localDateOf } from "#lib/time.ts";
import { currentClinic } from "../../_shell/current-clinic.ts";
import { type BookingChoice, bookingHref, readChoice, type SearchParams } from "./choice.ts";

export interface LoadedChoice {
  clinic: ClinicView;
  choice: BookingChoice;
  service: ServiceView;
  /** Who offers the service, by name. */
  doctors: DoctorView[];
  /** Null: any of them. */
  doctor: DoctorView | null;
}

/** The service and doctor that an address names; without a service one begins again, an unknown doctor is any. */
export async function loadChoice(params: SearchParams): Promise<LoadedChoice> {
  const clinic = await currentClinic();
  const choice = readChoice(params);
  const service = choice.service ? await findService(clinic.id, choice.service) : null;
  if (!service) redirect(bookingHref("/book", { day: choice.day }));
  const doctors = await listDoctors(clinic.id, { serviceId: service.id });
  const doctor = doctors.find(({ slug }) => slug === choice.doctor) ?? null;
  return { clinic, choice: { ...choice, doctor: doctor?.slug }, service, doctors, doctor };
}

export interface ChosenTime {
  startsAt: EpochMs;
  /** Null where it can no longer be had. */
  offer: Offer | null;
  /** The nearest times instead, where it cannot. */
  alternatives: { startsAt: EpochMs }[];
}

/** The chosen time as it stands now; without one, the choice of a time comes first. */
export async function loadChosenTime({ clinic, choice, service, doctor }: LoadedChoice): Promise<ChosenTime> {
  const { startsAt } = choice;
  if (!startsAt) redirect(`${bookingHref("/book/time", choice)}&missing=1`);
  const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor?.id ?? null };
  const date = localDateOf(startsAt, clinic.timeZone);
  const found = await findAvailability({ ...request, from: addDays(date, -1), to: addDays(date, 7) });
  const days = found.ok ? found.value.days : [];
  const offer = days.flatMap((day) => day.offers).find((candidate) => candidate.startsAt === startsAt) ?? null;
  if (offer) return { startsAt, offer, alternatives: [] };
  const near = nearestOffers(days, { startsAt, zone: clinic.timeZone, doctorId: doctor?.id }, 3);
  if (near.length > 0) return { startsAt, offer, alternatives: near.toSorted((a, b) => a.startsAt - b.startsAt) };
  const next = await findNextOffers({ ...request, count: 3 });
  return { startsAt, offer, alternatives: next.ok ? next.value : [] };
}
