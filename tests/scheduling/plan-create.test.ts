import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { guestByPlanLink } from "#lib/auth/guest.ts";
import { verifyDatabase } from "#lib/db/verify.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { createPlan } from "#lib/scheduling/server/plans/create-plan.ts";
import { previewPlan } from "#lib/scheduling/server/plans/preview-plan.ts";
import { addDays } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, makePatients, makePerson, monday } from "../factories.ts";
import { countStatements } from "../statements.ts";
import { expectCountersTrue } from "./counters.ts";
import {
  granted,
  guest,
  makePlanHouse,
  nextVisitOf,
  orderOf,
  planned,
  storedVisits,
  traces,
  wishOf,
} from "./planning.ts";

const visitAt = (sequence: number, time: string, date: string) =>
  expect.objectContaining({ sequence, startsAt: at(time, date) });

describe("what is previewed", () => {
  test("is what is made: every visit, with its appointment, price and mails, on days that had no slots", async () => {
    const house = await makePlanHouse();
    const { preview, order } = await planned(house);
    expect(preview).toMatchObject({ count: 14, pricePerVisit: 4000, total: 56000, currency: "GBP" });
    const plan = granted(await createPlan(guest, order, earlyMonday));
    expect(plan).toMatchObject({ number: expect.stringMatching(/^SUB-20310303-[0-9A-Z]{6}$/), changed: [] });
    expect(plan.visits).toEqual(preview.visits);
    const stored = await storedVisits(plan);
    expect(stored.map(({ startsAt }) => startsAt?.getTime())).toEqual(preview.visits.map(({ startsAt }) => startsAt));
    expect(new Set(stored.map(({ status, appointment }) => `${status} ${appointment}`))).toEqual(
      new Set(["scheduled pending"]),
    );
    expect(await nextVisitOf(plan)).toBe(at("10:00"));
    const mails = await ownerSql("SELECT kind, recipient FROM message WHERE subscription_id = $1 ORDER BY kind", [
      plan.id,
    ]);
    expect(mails).toEqual([
      { kind: "doctor_new_plan", recipient: house.doctor.email },
      { kind: "plan_created", recipient: order.contact.email },
    ]);
    // No more days were opened than visits needed, each with all of its slots.
    const days = await ownerSql(
      "SELECT count(DISTINCT local_date)::int AS days, count(*)::int AS slots FROM time_slot WHERE clinic_id = $1",
      [house.clinic.id],
    );
    expect(days).toEqual([{ days: 14, slots: 14 * 6 }]);
    await expectCountersTrue(house.clinic.id);
  });

  test("takes six statements at most for a year of weeks, whoever asks, and writes nothing", async () => {
    const house = await makePlanHouse({ doctors: 5 });
    const [patient] = await makePatients(1);
    const wish = wishOf(house, { months: 12, doctorId: null });
    const before = await traces(house.clinic.id);
    for (const actor of [guest, patient?.actor ?? guest]) {
      const work = async () => expect(granted(await previewPlan(actor, wish, earlyMonday)).count).toBe(53);
      expect(await countStatements(work)).toBeLessThanOrEqual(6);
    }
    expect(await traces(house.clinic.id)).toEqual(before);
  });

  test("explains a closed day, a full day and a doctor who is away, and moves those visits alone", async () => {
    const house = await makePlanHouse({ doctors: 2, clinic: { dayCapacity: 1 } });
    await ownerSql(
      "INSERT INTO closure (clinic_id, from_date, to_date, reason) VALUES ($1, '2031-03-10', '2031-03-10', 'Founders'' Day')",
      [house.clinic.id],
    );
    const full = { doctorId: house.doctors[1]?.doctorId, startDate: "2031-03-17", months: 1, frequency: "monthly" };
    granted(await createPlan(guest, (await planned(house, full)).order, earlyMonday));
    await ownerSql(
      "INSERT INTO time_off (doctor_id, starts_at, ends_at) VALUES ($1, '2031-03-24T00:00Z', '2031-03-25T00:00Z')",
      [house.doctor.doctorId],
    );
    const { preview, wish } = await planned(house, { months: 1 });
    expect(preview.visits.map(({ startsAt }) => startsAt)).toEqual([
      at("10:00"),
      at("10:00", "2031-03-11"),
      at("10:00", "2031-03-18"),
      at("10:00", "2031-03-25"),
      at("10:00", "2031-03-31"),
    ]);
    expect(preview.visits.map(({ reason }) => reason)).toMatchObject([
      null,
      { code: "closed", detail: { reason: "Founders' Day" } },
      { code: "day_full", detail: { booked: 1, capacity: 1 } },
      { code: "doctor_away", detail: { doctorId: house.doctor.doctorId } },
      null,
    ]);
    const another = granted(await previewPlan(guest, { ...wish, anotherDoctorAllowed: true }, earlyMonday));
    expect(another.visits[3]).toMatchObject({
      state: "moved",
      startsAt: at("10:00", "2031-03-24"),
      doctorId: house.doctors[1]?.doctorId,
      reason: { code: "doctor_away" },
    });
  });

  test("keeps what was swapped, in preview and plan", async () => {
    const house = await makePlanHouse();
    const { preview, wish } = await planned(house, { months: 1 });
    const [swap] = preview.visits[2]?.alternatives ?? [];
    const choices = [{ sequence: 3, startsAt: swap?.startsAt, doctorId: swap?.doctorId }];
    const swapped = granted(await previewPlan(guest, { ...wish, choices }, earlyMonday));
    expect(swapped.visits[2]).toMatchObject({ startsAt: swap?.startsAt, state: "moved", reason: { code: "chosen" } });
    const plan = granted(await createPlan(guest, orderOf(wish, swapped), earlyMonday));
    expect(plan).toMatchObject({ changed: [], visits: swapped.visits });
  });

  test("leaves out what crosses an appointment of the patient's, with anybody", async () => {
    const house = await makePlanHouse({ doctors: 2, clinic: { horizonDays: 60 } });
    const [patient] = await makePatients(1);
    if (!patient) throw new Error("No patient");
    const opening = granted(await createPlan(guest, (await planned(house, { months: 1 })).order, earlyMonday));
    expect(opening.visits).toHaveLength(5);
    const { clinicId, serviceId } = wishOf(house);
    const own = { clinicId, serviceId, doctorId: house.doctors[1]?.doctorId, startsAt: at("10:00", "2031-03-10") };
    expect(await bookAppointment(patient.actor, own, earlyMonday)).toMatchObject({ ok: true });

    const wish = wishOf(house, { months: 1, doctorId: null });
    const preview = granted(await previewPlan(patient.actor, wish, earlyMonday));
    expect(preview.visits[1]).toMatchObject({
      startsAt: at("09:30", "2031-03-10"),
      reason: { code: "own_appointment" },
    });
    const { contact: _, ...order } = orderOf(wish, preview);
    const plan = granted(await createPlan(patient.actor, order, earlyMonday));
    expect(plan).toMatchObject({ token: null, changed: [], visits: preview.visits });
  });
});

describe("between preview and creation", () => {
  test("somebody books a place: that visit alone is planned again, and named", async () => {
    const house = await makePlanHouse({ clinic: { horizonDays: 60 } });
    // Opens the days.
    granted(await createPlan(guest, (await planned(house, { months: 1, time: "09:00" })).order, earlyMonday));
    const { preview, order } = await planned(house, { months: 1 });
    const [patient] = await makePatients(1);
    const { clinicId, serviceId, doctorId } = wishOf(house);
    const taken = { clinicId, serviceId, doctorId, startsAt: at("10:00", "2031-03-17") };
    expect(await bookAppointment(patient?.actor as never, taken, earlyMonday)).toMatchObject({ ok: true });
    const plan = granted(await createPlan(guest, order, earlyMonday));
    expect(plan.changed).toEqual([3]);
    expect(plan.visits[2]).toMatchObject({ startsAt: at("09:30", "2031-03-17"), reason: { code: "doctor_busy" } });
    expect(plan.visits.filter(({ sequence }) => sequence !== 3)).toEqual(
      preview.visits.filter(({ sequence }) => sequence !== 3),
    );
    await expectCountersTrue(house.clinic.id);
  });

  test("the last place of a week goes: that visit waits without one, and the others stand", async () => {
    const house = await makePlanHouse({ open: ["10:00", "10:30"], clinic: { horizonDays: 60 } });
    const mondays = { months: 1 };
    await ownerSql("DELETE FROM business_hours WHERE clinic_id = $1 AND day_of_week > 0", [house.clinic.id]);
    const { order } = await planned(house, mondays);
    const other = granted(
      await createPlan(
        guest,
        (await planned(house, { ...mondays, startDate: "2031-03-17", frequency: "monthly" })).order,
        earlyMonday,
      ),
    );
    expect(other.visits).toHaveLength(1);
    const plan = granted(await createPlan(guest, order, earlyMonday));
    expect(plan.changed).toEqual([3]);
    const stored = await storedVisits(plan);
    expect(stored.map(({ status, reason }) => [status, reason])).toEqual([
      ["scheduled", null],
      ["scheduled", null],
      ["unplaced", "doctor_busy"],
      ["scheduled", null],
      ["scheduled", null],
    ]);
  });

  test("a guest who asks for the same times twice gets others beside them, never a visit lost", async () => {
    const house = await makePlanHouse({ doctors: 2 });
    const { order, wish } = await planned(house, { months: 1, doctorId: null });
    granted(await createPlan(guest, order, earlyMonday));
    const twice = granted(await createPlan(guest, { ...order, key: randomUUID() }, earlyMonday));
    expect(twice.changed).toEqual([1, 2, 3, 4, 5]);
    expect(twice.visits[0]).toEqual(
      expect.objectContaining({ state: "moved", reason: { code: "own_appointment", detail: {} } }),
    );
    expect(twice.visits.map(({ sequence, startsAt }) => ({ sequence, startsAt }))).toEqual([
      visitAt(1, "09:30", monday),
      ...[1, 2, 3, 4].map((week) => visitAt(week + 1, "09:30", addDays(wish.startDate, 7 * week))),
    ]);
  });
});

describe("a service for several, or in a room", () => {
  test("takes seats of the same sessions until they are full", async () => {
    const house = await makePlanHouse({ service: { groupSize: 2 } });
    const { wish, preview } = await planned(house, { months: 1 });
    const plans = [];
    for (let n = 0; n < 3; n++) plans.push(granted(await createPlan(guest, orderOf(wish, preview), earlyMonday)));
    expect(plans.map(({ changed }) => changed.length)).toEqual([0, 0, 5]);
    expect(plans[2]?.visits[0]).toMatchObject({ startsAt: at("09:30"), reason: { code: "session_full" } });
    expect((await verifyDatabase()).filter(({ ok }) => !ok)).toEqual([]);
  });

  test("has its room for every visit, and another time where the room is taken", async () => {
    const house = await makePlanHouse({ doctors: 2 });
    await ownerSql("UPDATE service SET resource_kind = 'Room' WHERE id = $1", [house.service.id]);
    await ownerSql("INSERT INTO resource (clinic_id, kind, name) VALUES ($1, 'Room', 'Room 1')", [house.clinic.id]);
    granted(await createPlan(guest, (await planned(house, { months: 1 })).order, earlyMonday));
    const { preview, order } = await planned(house, { months: 1, doctorId: house.doctors[1]?.doctorId });
    expect(preview.visits[0]).toMatchObject({ startsAt: at("09:30"), reason: { code: "room_taken" } });
    expect(granted(await createPlan(guest, order, earlyMonday)).changed).toEqual([]);
    const rooms = await ownerSql("SELECT count(resource_id)::int AS rooms FROM appointment WHERE clinic_id = $1", [
      house.clinic.id,
    ]);
    expect(rooms).toEqual([{ rooms: 10 }]);
  });
});

test("staff make a plan for a contact or an account; its visits are confirmed, and no link is said to them", async () => {
  const house = await makePlanHouse();
  const staff = await makePerson(house.clinic, "staff");
  const [patient] = await makePatients(1);
  const { wish, order } = await planned(house, { months: 1 });
  const plan = granted(await createPlan(staff.actor, order, earlyMonday));
  expect(plan.token).toBeNull();
  expect((await storedVisits(plan)).map(({ appointment }) => appointment)).toEqual(Array(5).fill("confirmed"));
  const [mail] = await ownerSql<{ token: string }>(
    "SELECT payload ->> 'token' AS token FROM message WHERE subscription_id = $1 AND kind = 'plan_created'",
    [plan.id],
  );
  expect(await guestByPlanLink(mail?.token ?? "")).toMatchObject({ subscriptionId: plan.id });

  const afternoon = granted(await previewPlan(staff.actor, { ...wish, time: "11:00" }, earlyMonday));
  const { contact: _, ...rest } = orderOf({ ...wish, time: "11:00" }, afternoon, { patientId: patient?.id });
  const own = granted(await createPlan(staff.actor, rest, earlyMonday));
  const [row] = await ownerSql("SELECT patient_id, contact_email FROM subscription WHERE id = $1", [own.id]);
  expect(row).toEqual({ patient_id: patient?.id, contact_email: null });
});
