import { describe, expect, test } from "vitest";
import { systemActor } from "#lib/auth/system-actor.ts";
import { verifyDatabase } from "#lib/db/verify.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { acceptOffer } from "#lib/scheduling/server/waitlist/accept-offer.ts";
import { declineOffer } from "#lib/scheduling/server/waitlist/decline-offer.ts";
import { leaveWaitlist } from "#lib/scheduling/server/waitlist/leave-waitlist.ts";
import { offerFreedPlaces } from "#lib/scheduling/server/waitlist/offer-freed-places.ts";
import { myWaitlist } from "#lib/scheduling/server/waitlist/waitlists.ts";
import { minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, earlyMonday, makeHouse, makePatients, type Person } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { giveAway, join, letOffersRunOut, standings, waitingRoom } from "./waiting.ts";

const statuses = async (house: Parameters<typeof standings>[0]) => (await standings(house)).map(({ status }) => status);

describe("a place that comes free", () => {
  test("is held for the first in line, who is told until when, and nobody else", async () => {
    const house = await waitingRoom(2);
    const [first, second] = house.line;
    expect(await giveAway(house)).toBe(1);
    expect(await standings(house)).toMatchObject([
      { entryId: first?.entryId, status: "offered", held: "held", startsAt: at("09:00") },
      { entryId: second?.entryId, status: "waiting", offerId: null },
    ]);
    const messages = await ownerSql<{ kind: string; recipient: string; payload: Record<string, unknown> }>(
      "SELECT kind, recipient, payload FROM message WHERE clinic_id = $1",
      [house.clinic.id],
    );
    // The clinic gives two hours to answer.
    const expiresAt = at("06:00") + minutes(120);
    expect(messages).toMatchObject([
      {
        kind: "waitlist_offer",
        recipient: first?.email,
        payload: { startsAt: at("09:00"), expiresAt, doctorName: "Dr 00" },
      },
    ]);
    const [entry] = await myWaitlist(first?.actor as never, earlyMonday);
    expect(entry).toMatchObject({ status: "offered", offer: { startsAt: at("09:00"), expiresAt, doctor: "Dr 00" } });
    expect(await giveAway(house)).toBe(0);
    await expectCountersTrue(house.clinic.id);
  });

  test("is offered once somebody cancels, and not before", async () => {
    const house = await makeHouse({ slots: { count: 1, capacity: 1 }, clinic: { cancelNoticeHours: 0 } });
    const [holder, waits] = (await makePatients(2)) as [Person, Person];
    const request = { clinicId: house.clinic.id, serviceId: house.service.id, doctorId: null, startsAt: at("09:00") };
    const booked = await bookAppointment(holder.actor, request, earlyMonday);
    if (!booked.ok) throw new Error(booked.refusal.code);
    await join(house, waits);
    expect(await giveAway(house)).toBe(0);
    await cancelAppointment(holder.actor, { id: booked.value.id }, earlyMonday);
    expect(await giveAway(house)).toBe(1);
    expect(await statuses(house)).toEqual(["offered"]);
    const late = await bookAppointment(holder.actor, request, earlyMonday);
    expect(late).toMatchObject({ ok: false, refusal: { code: "SLOT_FULL" } });
  });

  test("becomes an appointment like any other when it is accepted", async () => {
    const house = await waitingRoom(1);
    const [first] = house.line;
    await giveAway(house);
    const accepted = await acceptOffer(
      first?.actor as never,
      { id: first?.entryId, notes: "Stairs are hard." },
      earlyMonday,
    );
    expect(accepted).toMatchObject({ ok: true, value: { status: "pending", startsAt: at("09:00") } });
    expect(await standings(house)).toMatchObject([{ status: "accepted", held: "pending" }]);
    const told = await ownerSql("SELECT kind FROM message WHERE clinic_id = $1 ORDER BY kind", [house.clinic.id]);
    expect(told.map(({ kind }) => kind)).toEqual(["appointment_requested", "doctor_new_request", "waitlist_offer"]);
    const trace = await ownerSql("SELECT action, actor_role FROM audit_entry WHERE clinic_id = $1 ORDER BY id", [
      house.clinic.id,
    ]);
    expect(trace.map(({ action, actor_role: role }) => `${action} ${role}`)).toEqual([
      "waitlist.joined patient",
      "appointment.held system: waiting list",
      "waitlist.offered system: waiting list",
      "appointment.booked patient",
      "waitlist.accepted patient",
    ]);
    const twice = await acceptOffer(first?.actor as never, { id: first?.entryId }, earlyMonday);
    expect(twice).toMatchObject({ ok: false, refusal: { code: "HOLD_EXPIRED" } });
    await expectCountersTrue(house.clinic.id);
  });

  test.each(["declined", "left", "run out"])(
    "goes to the next when it was %s, and not to the same one again",
    async (how) => {
      const house = await waitingRoom(2);
      const [first, second] = house.line;
      await giveAway(house);
      if (how === "declined")
        expect(await declineOffer(first?.actor as never, { id: first?.entryId })).toMatchObject({ ok: true });
      if (how === "left")
        expect(await leaveWaitlist(first?.actor as never, { id: first?.entryId })).toMatchObject({ ok: true });
      if (how === "run out") await letOffersRunOut(house);
      if (how !== "left") await join(house, first as Person, { doctorId: house.doctor.doctorId });
      expect(await giveAway(house)).toBe(1);
      const [was, next, ...rest] = await standings(house);
      expect(was).toMatchObject({
        status: { declined: "declined", left: "withdrawn", "run out": "expired" }[how],
        held: "expired",
      });
      expect(next).toMatchObject({ entryId: second?.entryId, status: "offered", held: "held" });
      await declineOffer(second?.actor as never, { id: second?.entryId });
      expect(await giveAway(house)).toBe(0);
      expect(rest.map(({ status }) => status)).toEqual(how === "left" ? [] : ["waiting"]);
      await expectCountersTrue(house.clinic.id);
    },
  );

  test("cannot be accepted once it has run out, also before anybody has noted it", async () => {
    const house = await waitingRoom(1);
    const [first] = house.line;
    await giveAway(house);
    await letOffersRunOut(house);
    expect((await myWaitlist(first?.actor as never, earlyMonday))[0]).toMatchObject({ status: "expired", offer: null });
    const late = await acceptOffer(first?.actor as never, { id: first?.entryId }, earlyMonday);
    expect(late).toMatchObject({ ok: false, refusal: { code: "HOLD_EXPIRED" } });
    expect(await standings(house)).toMatchObject([{ status: "offered", held: "held" }]);
    await giveAway(house);
    expect(await standings(house)).toMatchObject([{ status: "expired", held: "expired" }]);
  });
});

test("the service's questions have to be answered before the place is taken", async () => {
  const house = await waitingRoom(1);
  const [first] = house.line;
  const questions = [{ id: "q1", label: "Are you allergic to latex?", kind: "yes_no", required: true }];
  await ownerSql("UPDATE service SET questions = $2 WHERE id = $1", [house.service.id, JSON.stringify(questions)]);
  await giveAway(house);
  const accept = (answers?: object) => acceptOffer(first?.actor as never, { id: first?.entryId, answers }, earlyMonday);
  expect(await accept()).toMatchObject({ refusal: { code: "VALIDATION", errors: [{ path: "answers.q1" }] } });
  expect(await standings(house)).toMatchObject([{ status: "offered", held: "held" }]);
  expect(await accept({ q1: "no" })).toMatchObject({ ok: true });
});

test("what was offered and is booked by another way than the list counts as accepted", async () => {
  const house = await waitingRoom(1);
  const [first] = house.line;
  await giveAway(house);
  const [{ offerId } = { offerId: null }] = await standings(house);
  const request = { clinicId: house.clinic.id, serviceId: house.service.id, doctorId: null, startsAt: at("09:00") };
  const booked = await bookAppointment(first?.actor as never, { ...request, hold: { id: offerId } }, earlyMonday);
  expect(booked).toMatchObject({ ok: true, value: { id: offerId } });
  await giveAway(house);
  expect(await standings(house)).toMatchObject([{ status: "accepted", held: "pending" }]);
});

describe("nobody is offered what they cannot have", () => {
  test("the day's capacity counts as the slot's does", async () => {
    const house = await waitingRoom(3, { doctors: 3, slots: { count: 3, capacity: 3, dayCapacity: 2 } });
    expect(await giveAway(house)).toBe(2);
    expect(await statuses(house)).toEqual(["offered", "offered", "waiting"]);
  });

  test("notice, horizon and the time to answer", async () => {
    const soon = await waitingRoom(1, { clinic: { minNoticeMinutes: 240 } });
    expect(await giveAway(soon)).toBe(0);
    const far = await waitingRoom(
      1,
      { slots: { date: "2031-04-20" }, clinic: { horizonDays: 30 } },
      { untilDate: "2031-06-01" },
    );
    expect(await giveAway(far)).toBe(0);
    const short = await waitingRoom(1, { slots: { from: "06:04" } });
    expect(await giveAway(short)).toBe(0);
  });

  test("days and hours that were not asked for", async () => {
    const house = await waitingRoom(0, { slots: { count: 4 } });
    const [tuesday, late, early] = (await makePatients(3)) as [Person, Person, Person];
    await join(house, tuesday, { daysOfWeek: [1] });
    await join(house, late, { daysOfWeek: [0], fromTime: "10:15" });
    await join(house, early, { daysOfWeek: [0, 2], fromTime: "10:00" });
    expect(await giveAway(house)).toBe(2);
    expect(await standings(house)).toMatchObject([
      { status: "waiting" },
      { status: "offered", startsAt: at("10:30") },
      { status: "offered", startsAt: at("10:00") },
    ]);
  });

  test("a time at which they are elsewhere goes to the next; they get the next place", async () => {
    const house = await waitingRoom(2, { doctors: 2, slots: { count: 2, capacity: 2 } });
    const [first, second] = house.line;
    const other = await makeHouse({ slots: { count: 2 } });
    const busy = { clinicId: other.clinic.id, serviceId: other.service.id, doctorId: null, startsAt: at("09:00") };
    expect(await bookAppointment(first?.actor as never, busy, earlyMonday)).toMatchObject({ ok: true });
    expect(await giveAway(house)).toBe(2);
    expect(await standings(house)).toMatchObject([
      { entryId: first?.entryId, startsAt: at("09:30") },
      { entryId: second?.entryId, startsAt: at("09:00") },
    ]);
  });

  test("who missed too many appointments, or whose account is closed", async () => {
    const house = await waitingRoom(3);
    const [missed, closed, next] = house.line;
    await ownerSql("UPDATE clinic SET no_show_limit = 1 WHERE id = $1", [house.clinic.id]);
    await ownerSql(
      `INSERT INTO appointment (clinic_id, doctor_id, service_id, patient_id, starts_at, ends_at, status, price_amount,
         price_currency, occupied, local_date, session_key)
       SELECT $1, $2, $3, $4, s.starts_at, s.ends_at, 'no_show', 0, 'GBP', 'empty', current_date, uuid_v7()
       FROM time_slot s WHERE s.clinic_id = $1`,
      [house.clinic.id, house.doctor.doctorId, house.service.id, missed?.id],
    );
    await ownerSql("UPDATE app_user SET disabled_at = now() WHERE id = $1", [closed?.id]);
    expect(await giveAway(house)).toBe(1);
    expect(await standings(house)).toMatchObject([
      { status: "waiting" },
      { status: "expired" },
      { entryId: next?.entryId, status: "offered" },
    ]);
  });
});

test("the seats of a session go to as many as it has", async () => {
  const house = await waitingRoom(5, { service: { groupSize: 3 }, slots: { capacity: 5 } });
  expect(await giveAway(house)).toBe(3);
  expect(await statuses(house)).toEqual(["offered", "offered", "offered", "waiting", "waiting"]);
  await expectCountersTrue(house.clinic.id);
});

describe("a wish ends by itself", () => {
  test("when its last day is over", async () => {
    const house = await waitingRoom(1, { slots: { date: "2031-03-05" } });
    const later = clockAt(at("00:00", "2031-03-04"));
    await offerFreedPlaces(systemActor("waiting list"), { clinicId: house.clinic.id }, later);
    expect(await statuses(house)).toEqual(["expired"]);
  });

  test("when the patient books a time that fits; another time leaves it waiting", async () => {
    const house = await waitingRoom(1, { slots: { count: 4 } }, { fromTime: "10:00" });
    const [first] = house.line;
    const request = { clinicId: house.clinic.id, serviceId: house.service.id, doctorId: null };
    await giveAway(house);
    await bookAppointment(first?.actor as never, { ...request, startsAt: at("09:00") }, earlyMonday);
    await giveAway(house);
    expect(await standings(house)).toMatchObject([{ status: "offered", startsAt: at("10:00") }]);
    await bookAppointment(first?.actor as never, { ...request, startsAt: at("10:30") }, earlyMonday);
    await giveAway(house);
    expect(await standings(house)).toMatchObject([{ status: "withdrawn", held: "expired" }]);
    await expectCountersTrue(house.clinic.id);
  });
});

test("verify names an offer whose place is held for somebody else", async () => {
  const house = await waitingRoom(1);
  const [somebody] = (await makePatients(1)) as [Person];
  await giveAway(house);
  const name = "what is offered is held for the one it is offered to";
  const found = async () => (await verifyDatabase()).find((check) => check.name === name);
  expect(await found()).toEqual({ name, ok: true, findings: [] });
  await ownerSql("UPDATE waitlist_entry SET patient_id = $2 WHERE id = $1", [house.line[0]?.entryId, somebody.id]);
  expect(await found()).toMatchObject({
    ok: false,
    findings: [expect.stringContaining(house.line[0]?.entryId ?? "?")],
  });
});
