import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { type EpochMs, minutes } from "#lib/time.ts";
import { at, earlyMonday, makeHouse, makePatients, makeSlots, type Person } from "../factories.ts";

const days = ["2031-03-04", "2031-03-05", "2031-03-06", "2031-03-07"] as const;
const slotsADay = 16;

export interface Place {
  clinicId: string;
  serviceId: string;
  doctorId: string;
  startsAt: EpochMs;
}

/** A house with so many places to book, each with a patient who will; what is booked is confirmed at once. */
export async function busyHouse(places: number): Promise<{ place: Place; patient: Person }[]> {
  const doctorsNeeded = Math.ceil(places / (slotsADay * (days.length + 1)));
  const { clinic, service, doctors } = await makeHouse({
    service: { requiresConfirmation: false },
    doctors: doctorsNeeded,
    slots: { capacity: doctorsNeeded, count: slotsADay },
  });
  for (const date of days) await makeSlots(clinic, { date, capacity: doctorsNeeded, count: slotsADay });
  const starts = ["2031-03-03" as const, ...days].flatMap((date) =>
    Array.from({ length: slotsADay }, (_, n) => at("09:00", date) + minutes(30 * n)),
  );
  const all = starts.flatMap((startsAt) =>
    doctors.map(({ doctorId }) => ({ clinicId: clinic.id, serviceId: service.id, doctorId, startsAt })),
  );
  const patients = await makePatients(places);
  return patients.map((patient, n) => ({ patient, place: all[n] as Place }));
}

/** Books as the patient, through the real command. @returns how long it took, in milliseconds */
export async function book({ place, patient }: { place: Place; patient: Person }): Promise<number> {
  const begun = performance.now();
  const result = await bookAppointment(patient.actor, place, earlyMonday);
  if (!result.ok) throw new Error(result.refusal.code);
  return performance.now() - begun;
}

/** Works through a list, so many at once. */
export async function inLanes<T>(items: T[], lanes: number, work: (item: T) => Promise<unknown>): Promise<void> {
  const left = items.values();
  const lane = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
