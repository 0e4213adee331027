import { randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import type { Actor, Role } from "#lib/auth/actor.ts";
import { guestActor, mintActor } from "#lib/auth/mint.ts";
import type { Result } from "#lib/result.ts";
import { rejectAppointment } from "#lib/scheduling/server/appointments/reject-appointment.ts";
import { cancelPlan } from "#lib/scheduling/server/plans/cancel-plan.ts";
import { createPlan } from "#lib/scheduling/server/plans/create-plan.ts";
import { findPlan } from "#lib/scheduling/server/plans/find-plan.ts";
import { pausePlan } from "#lib/scheduling/server/plans/pause-plan.ts";
import { setPaymentStatus } from "#lib/scheduling/server/plans/set-payment-status.ts";
import { addDays, type EpochMs, localDateOf } from "#lib/time.ts";
import { demoClinic, nextWeekday } from "./clinic.ts";
import { demoDomain, demoPatient } from "./people.ts";
import type { WrittenDoctors } from "./write-calendar.ts";
import type { WrittenHouse } from "./write-house.ts";
import type { WrittenPeople } from "./write-people.ts";

interface Given {
  now: EpochMs;
  people: WrittenPeople;
  house: WrittenHouse;
  doctors: WrittenDoctors;
}

/** Guests live in a street that is kept free for fiction. */
const guest = (name: string, email: string, phone: string, house: number) => ({
  name,
  email: `${email}@${demoDomain}`,
  phone,
  addressLine1: `${house} Larkspur Mews`,
  city: "London",
  postcode: "N30 4QT",
  country: "GB",
});

const theodora = guest("Theodora Vance", "theodora.vance", "07700 900481", 7);
const anselm = guest("Anselm Okonkwo", "anselm.okonkwo", "07700 900482", 12);
const birgit = guest("Birgit Hallström", "birgit.hallstrom", "07700 900483", 3);

/**
 * Care plans, made and changed by the product's own commands: one that waits for the demo's doctor and has lost a
 * visit, a weekly one that meets the closed days, one that is paused, and one that was called off.
 */
export async function writePlans(client: ClientBase, { now, people, house, doctors }: Given): Promise<void> {
  const clock = () => now;
  const { clinicId, serviceIds } = house;
  const today = localDateOf(now, demoClinic.timeZone);
  const actor = (email: string, role: Role, doctor?: string): Actor =>
    mintActor({
      userId: people.get(email) as string,
      name: email,
      doctorId: (doctor && doctors.get(doctor)) || null,
      memberships: [{ clinicId, role }],
    });
  const staff = actor(`staff@${demoDomain}`, "staff");
  const wish = (service: string, doctor: string | null) => ({
    clinicId,
    serviceId: serviceIds.get(service),
    doctorId: doctor && doctors.get(doctor),
    anotherDoctorAllowed: true,
    key: randomUUID(),
  });
  const versionOf = async (id: string) => done(await findPlan(staff, { id }, clock)).version;

  const monthly = done(
    await createPlan(
      actor(demoPatient.email, "patient"),
      {
        ...wish("gp-consultation", "amara-okafor"),
        frequency: "monthly",
        months: 6,
        startDate: nextWeekday(addDays(today, 9), 2),
        time: "10:00",
      },
      clock,
    ),
  );
  const { visits } = done(await findPlan(staff, { id: monthly.id }, clock));
  const declined = visits[3]?.appointment;
  const doctor = actor(`doctor@${demoDomain}`, "doctor", "amara-okafor");
  if (declined) {
    const reason = "I am at a course that week. We will find you another day.";
    done(await rejectAppointment(doctor, { id: declined.id, version: declined.version, reason }, clock));
  }

  const mondays = { startDate: nextWeekday(addDays(today, 2), 0), time: "10:00" };
  const weekly = { ...wish("back-class", null), ...mondays, frequency: "weekly", months: 3, contact: theodora };
  const paid = done(await createPlan(guestActor(), weekly, clock));
  done(await setPaymentStatus(staff, { id: paid.id, paymentStatus: "paid" }, clock));

  const fridays = { startDate: nextWeekday(addDays(today, 5), 4), time: "09:20" };
  const phone = { ...wish("phone-consultation", null), ...fridays, frequency: "biweekly" };
  const paused = done(await createPlan(guestActor(), { ...phone, months: 4, contact: anselm }, clock));
  done(await pausePlan(staff, { id: paused.id, version: await versionOf(paused.id) }, clock));

  const again = { ...phone, key: randomUUID(), months: 2, contact: birgit };
  const off = done(await createPlan(guestActor(), again, clock));
  const reason = "Moved to another town";
  done(await cancelPlan(staff, { id: off.id, version: await versionOf(off.id), reason }, clock));
  done(await setPaymentStatus(staff, { id: off.id, paymentStatus: "refunded" }, clock));

  await client.query("UPDATE message SET status = 'sent', attempts = 1, sent_at = now() WHERE status = 'queued'");
}

/** The demo shows what the product can do; what it refuses is a mistake in the demo. */
function done<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`The demo's care plans are refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
