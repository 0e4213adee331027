import "server-only";
import { redirect } from "next/navigation";
import { newGuest } from "#lib/auth/guest.ts";
import { currentActor } from "#lib/auth/session.ts";
import { nearestOffers, type Offer } from "#lib/scheduling/availability.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";
import { explainTime } from "#lib/scheduling/server/availability/explain-time.ts";
import { findAvailability, findNextOffers } from "#lib/scheduling/server/availability/find-availability.ts";
import { findService } from "#lib/scheduling/server/clinic/services.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import type { ClinicView, DoctorView, HoldView, ServiceView } from "#lib/scheduling/view.ts";
import { addDays, type EpochMs, localDateOf } from "#lib/time.ts";
import { currentClinic } from "../../_shell/current-clinic.ts";
import { type BookingChoice, bookingHref, readChoice, type SearchParams } from "./choice.ts";
import { heldOf } from "./hold-chosen.ts";

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
  /** Kept for whoever asks; one that has run out is still told of. */
  hold: HoldView | null;
  /** The nearest times instead, where it cannot. */
  alternatives: { startsAt: EpochMs }[];
  /** Why it cannot, by the first rule that says so. */
  refusal?: Refusal | null;
}

/** The chosen time as it stands now; without one, the choice of a time comes first. What is held needs no asking. */
export async function loadChosenTime(loaded: LoadedChoice): Promise<ChosenTime> {
  const { clinic, choice, service, doctor } = loaded;
  const { startsAt } = choice;
  if (!startsAt) redirect(`${bookingHref("/book/time", choice)}&missing=1`);
  const hold = await heldOf(loaded);
  if (hold?.isLive) return { startsAt, offer: offerOf(hold), hold, alternatives: [] };
  const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor?.id ?? null };
  const date = localDateOf(startsAt, clinic.timeZone);
  const except = hold ?? undefined;
  const found = await findAvailability({ ...request, from: addDays(date, -1), to: addDays(date, 7), except });
  const days = found.ok ? found.value.days : [];
  const offer = days.flatMap((day) => day.offers).find((candidate) => candidate.startsAt === startsAt) ?? null;
  if (offer) return { startsAt, offer, hold, alternatives: [] };
  const refusal = await whyNot({ ...request, startsAt });
  const near = nearestOffers(days, { startsAt, zone: clinic.timeZone, doctorId: doctor?.id }, 3);
  const gone = { startsAt, offer, hold, refusal };
  if (near.length > 0) return { ...gone, alternatives: near.toSorted((a, b) => a.startsAt - b.startsAt) };
  const next = await findNextOffers({ ...request, count: 3 });
  return { ...gone, alternatives: next.ok ? next.value : [] };
}

async function whyNot(time: Parameters<typeof explainTime>[1]): Promise<Refusal | null> {
  const answer = await explainTime((await currentActor()) ?? newGuest(), time);
  return answer.ok ? answer.value.refusal : null;
}

/** A held time belongs to one doctor already, and nobody else competes for it. */
function offerOf({ startsAt, endsAt, doctorId }: HoldView): Offer {
  return { startsAt, endsAt, doctorIds: [doctorId], capacity: 1, remaining: 1 };
}
