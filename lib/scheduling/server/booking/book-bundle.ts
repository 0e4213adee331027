import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { mayBook } from "#lib/db/guards.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { type Result, refuse } from "#lib/result.ts";
import type { BundlePart } from "../../bundle.ts";
import { type Refusal, refusal } from "../../refusal.ts";
import { bookBundleSchema } from "../../schema.ts";
import type { WrittenAppointment } from "../../view.ts";
import { allOrNothing, Refused } from "../all-or-nothing.ts";
import type { Calendar } from "../availability/load-calendar.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { untilDecided } from "./book-appointment.ts";
import { type Booker, bookerOf } from "./booking-party.ts";
import { loadBundle, naming, planIn, withOtherStarts } from "./load-bundle.ts";
import { answersTo, type Order, placeBooking } from "./place-booking.ts";

export interface BookedBundle {
  bundleId: string;
  /** In the order of the services, which is that of their times. */
  appointments: WrittenAppointment[];
}

type Bundle = z.output<typeof bookBundleSchema> & { booker: Booker };

/**
 * Books several services back to back, all or none, each an appointment of its own with its own messages. A refusal
 * says by `detail.item` and `detail.service` which of them found no place, with up to three other starts for all.
 */
export async function bookBundle(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<BookedBundle>> {
  const parsed = parseInput(bookBundleSchema, input);
  if (!parsed.ok) return parsed;
  const booker = bookerOf(actor, parsed.value);
  if (!booker.ok) return booker;
  const bundle: Bundle = { ...parsed.value, booker: booker.value };
  return orRefusal(async () => {
    if (!(await mayBook())) return refuse(refusal("BOOKING_DISABLED"));
    const booked = await untilDecided(bundle, () => allOrNothing((tx) => place(tx, bundle, clock)));
    return booked.ok ? booked : refuse(await withOtherStarts(booked.refusal, bundle, bundle.booker, clock));
  });
}

/** The day is locked first, so what is planned here is what can be written; the parts then go in ascending time. */
async function place(tx: Transaction, bundle: Bundle, clock: Clock): Promise<BookedBundle> {
  const { clinicId, startsAt, booker, items } = bundle;
  const query = { clinicId, days: { of: startsAt }, patientId: booker.patientId, lock: true };
  const loaded = await loadBundle(tx, query, items);
  if (!loaded.ok) throw new Refused(loaded.refusal);
  const calendars = loaded.value;
  const unanswered = answerProblems(calendars, bundle);
  if (unanswered) throw new Refused(unanswered);
  const plan = planIn(calendars, booker, startsAt, clock);
  if (!plan.ok) throw new Refused(plan.refusal);

  await lockDoctors(tx, plan.value);
  const bundleId = randomUUID();
  const appointments: WrittenAppointment[] = [];
  for (const [at, part] of plan.value.entries()) {
    const written = await placeBooking(tx, orderFor(bundle, at, part, bundleId), clock);
    if (!written.ok) throw new Refused(naming(written.refusal, at, calendars));
    appointments.push(written.value);
  }
  return { bundleId, appointments };
}

/**
 * The doctors' days in one order for everybody, under the keys of the trigger that takes them too. Somebody who works in
 * two clinics is not kept apart by the lock of a day.
 */
async function lockDoctors(tx: Transaction, parts: readonly BundlePart[]): Promise<void> {
  const [ids, starts, ends] = [
    parts.map(({ doctorId }) => doctorId),
    parts.map(({ occupied }) => occupied.start),
    parts.map(({ occupied }) => occupied.end),
  ];
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(doctor_id, day)) FROM (
      SELECT DISTINCT doctor_id, day FROM unnest(${ids}::text[], ${starts}::float8[], ${ends}::float8[])
        AS part (doctor_id, starts, ends),
        generate_series((to_timestamp(starts / 1000) AT TIME ZONE 'UTC')::date - date '2000-01-01',
                        (to_timestamp(ends / 1000) AT TIME ZONE 'UTC')::date - date '2000-01-01') AS day
      ORDER BY doctor_id, day OFFSET 0) AS ordered`;
}

function orderFor({ items, ...bundle }: Bundle, at: number, part: BundlePart, bundleId: string): Order {
  const { serviceId, answers } = items[at] as Bundle["items"][number];
  return { ...bundle, serviceId, answers, doctorId: part.doctorId, startsAt: part.startsAt, bundleId };
}

/** What is wrong with any of the answers, at `answers.<item>.<questionId>`. */
function answerProblems(calendars: readonly Calendar[], bundle: Bundle): Refusal | null {
  const errors = calendars.flatMap((calendar, at) => {
    const { serviceId, answers } = bundle.items[at] as Bundle["items"][number];
    const checked = answersTo(calendar, { ...bundle, serviceId, doctorId: null, answers });
    const problems = checked.ok ? [] : (checked.refusal.errors ?? []);
    return problems.map(({ path, message }) => ({ path: path.replace("answers.", `answers.${at}.`), message }));
  });
  return errors.length > 0 ? { ...refusal("VALIDATION"), errors } : null;
}
