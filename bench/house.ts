import type { Clock } from "#lib/clock.ts";
import { addDays, type EpochMs, type LocalDate, minutes } from "#lib/time.ts";
import {
  at,
  type Clinic,
  earlyMonday,
  makeClinic,
  makeDoctor,
  makePatients,
  makeService,
  makeSlots,
  monday,
  type Person,
  type TestDoctor,
} from "#tests/factories.ts";

export const clock: Clock = earlyMonday;

const slotsADay = 16;

/** One wish to book, of a patient nobody else asks for, with a doctor who is free then. */
export interface Wish {
  patient: Person;
  doctor: TestDoctor;
  request: { clinicId: string; serviceId: string; doctorId: string; startsAt: EpochMs };
}

export interface House {
  clinic: Clinic;
  service: { id: string };
  doctors: TestDoctor[];
  patients: Person[];
  days: string[];
  /** The next so many wishes, spread over days, doctors and slots: no two ever want the same place. */
  wishes(count: number): Wish[];
}

/** A clinic with room for `doctors` × `days` × 16 appointments, half an hour each. */
export async function makeBenchHouse(settings: { doctors: number; days: number; from?: LocalDate }): Promise<House> {
  const clinic = await makeClinic({ horizonDays: 730, cancelNoticeHours: 0 });
  const service = await makeService(clinic);
  const days = Array.from({ length: settings.days }, (_, n) => addDays(settings.from ?? monday, n));
  for (const date of days) await makeSlots(clinic, { date, count: slotsADay, capacity: 1000 });
  const doctors: TestDoctor[] = [];
  for (let n = 0; n < settings.doctors; n++) doctors.push(await makeDoctor(clinic, [service], `Dr ${n}`));
  const patients = await makePatients(settings.doctors * settings.days);

  let made = 0;
  const wish = (): Wish => {
    const n = made++;
    const day = n % days.length;
    const doctor = doctors[Math.floor(n / days.length) % doctors.length];
    const slot = Math.floor(n / (days.length * doctors.length));
    const patient = patients[n % patients.length];
    if (!doctor || !patient || slot >= slotsADay) throw new RangeError("The bench's house is full: make it larger");
    const startsAt = at("09:00", days[day]) + minutes(30 * slot);
    const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, startsAt };
    return { patient, doctor, request };
  };
  return { clinic, service, doctors, patients, days, wishes: (count) => Array.from({ length: count }, wish) };
}
