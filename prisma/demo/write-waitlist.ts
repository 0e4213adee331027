import type { ClientBase } from "pg";
import { addDays, type EpochMs, localDateOf, minutes } from "#lib/time.ts";
import { demoClinic } from "./clinic.ts";
import { insertRows, instant } from "./insert-rows.ts";
import { demoDomain, demoPatient } from "./people.ts";
import type { Random } from "./random.ts";
import type { WrittenDoctors } from "./write-calendar.ts";
import type { WrittenHouse } from "./write-house.ts";
import type { WrittenPeople } from "./write-people.ts";

interface Given {
  now: EpochMs;
  people: WrittenPeople;
  house: WrittenHouse;
  doctors: WrittenDoctors;
  random: Random;
}

interface DemoWish {
  patient: string;
  service: string;
  doctor?: string;
  days: number[];
  hours: [from: string | null, to: string | null];
  /** Since when they wait, and until when, from now. */
  hoursAgo: number;
  daysAhead: number;
  status?: "withdrawn" | "expired";
}

const mailbox = (name: string) => `${name}@${demoDomain}`;

/** They ask for hours that the house does not keep: whoever tries the demo is first for every place that comes free. */
const wishes: readonly DemoWish[] = [
  {
    patient: mailbox("walter.grimshaw"),
    service: "heart-check",
    days: [1, 3],
    hours: ["12:00", "13:00"],
    hoursAgo: 190,
    daysAhead: 21,
  },
  {
    patient: mailbox("ines.moreau"),
    service: "gp-consultation",
    doctor: "amara-okafor",
    days: [],
    hours: ["12:00", "13:00"],
    hoursAgo: 99,
    daysAhead: 30,
  },
  {
    patient: demoPatient.email,
    service: "skin-check",
    days: [0, 1, 2, 4],
    hours: ["17:00", null],
    hoursAgo: 51,
    daysAhead: 28,
  },
  {
    patient: mailbox("hamza.siddiqui"),
    service: "child-health-check",
    doctor: "elin-lindqvist",
    days: [5],
    hours: ["12:00", null],
    hoursAgo: 26,
    daysAhead: 40,
  },
  {
    patient: mailbox("sofia.lindgren"),
    service: "phone-consultation",
    days: [],
    hours: [null, "08:00"],
    hoursAgo: 5,
    daysAhead: 14,
  },
  {
    patient: demoPatient.email,
    service: "blood-test",
    days: [2],
    hours: [null, null],
    hoursAgo: 400,
    daysAhead: -2,
    status: "expired",
  },
  {
    patient: mailbox("kwame.boateng"),
    service: "joint-and-back-assessment",
    days: [],
    hours: ["12:00", "13:00"],
    hoursAgo: 300,
    daysAhead: 10,
    status: "withdrawn",
  },
];

/** Who waits for what, and two who no longer do. */
export async function writeWaitlist(client: ClientBase, { now, people, house, doctors, random }: Given): Promise<void> {
  const today = localDateOf(now, demoClinic.timeZone);
  const rows = wishes.map(({ patient, service, doctor, days, hours: [from, to], hoursAgo, daysAhead, status }) => {
    const createdAt = now - minutes(60 * hoursAgo);
    return {
      id: random.uuid(createdAt),
      clinic_id: house.clinicId,
      service_id: house.serviceIds.get(service),
      doctor_id: doctor === undefined ? null : doctors.get(doctor),
      patient_id: people.get(patient),
      days_of_week: days,
      from_time: from,
      to_time: to,
      until_date: addDays(today, daysAhead),
      status: status ?? "waiting",
      created_at: instant(createdAt),
    };
  });
  await insertRows(client, "waitlist_entry", rows);
}
