import { afterEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/actor.ts";
import { loadActor } from "#lib/auth/load-actor.ts";
import type { Clock } from "#lib/clock.ts";
import { CapacityHub, capacityHub } from "#lib/live/server/capacity-hub.ts";
import { type CapacityWish, watchCapacity } from "#lib/live/server/capacity-stream.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { updateTimeSlot } from "#lib/scheduling/server/slots/update-time-slot.ts";
import { minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, makePatients, makePerson, monday } from "../factories.ts";
import { visit } from "../scheduling/visit.ts";
import { countStatements } from "../statements.ts";
import { EventReader } from "./event-reader.ts";

/** Before the deadline for cancelling. */
const inTime: Clock = (now) => earlyMonday(now) - minutes(3 * 24 * 60);

const opened: EventReader[] = [];
afterEach(async () => {
  for (const reader of opened.splice(0)) await reader.cancel();
  await expect.poll(() => capacityHub().size).toEqual({ days: 0, viewers: 0, isReading: false });
});

async function frontDesk() {
  const house = await visit();
  const staff = await makePerson(house.clinic, "staff");
  const patients = await makePatients(30);
  let taken = 0;
  return {
    ...house,
    staff,
    /** Books half an hour after half an hour. */
    async book() {
      const n = taken++;
      const request = { ...house.request, startsAt: at("09:00") + minutes(30 * n) };
      const result = await bookAppointment((patients[n] as { actor: Actor }).actor, request, earlyMonday);
      if (!result.ok) throw new Error(result.refusal.code);
      return { id: result.value.id, patient: patients[n] as { actor: Actor } };
    },
    open(wish: Partial<CapacityWish> = {}, connection: Partial<Parameters<typeof watchCapacity>[2]> = {}) {
      const day = { clinicId: house.clinic.id, localDate: monday, seen: null, ...wish };
      const line = { signal: new AbortController().signal, stillThere: async () => staff.actor, ...connection };
      const stream = watchCapacity(staff.actor, day, line);
      if (!stream.ok) throw new Error(stream.refusal.code);
      const reader = new EventReader(stream.value);
      opened.push(reader);
      return reader;
    },
  };
}

describe("watching a day", () => {
  test("begins with a sign of life and the whole day, and goes on with each change", async () => {
    const desk = await frontDesk();
    const reader = desk.open();
    expect(await reader.next()).toMatchObject({ event: "heartbeat", id: null });
    const first = await reader.next();
    const day = JSON.parse(first?.data ?? "");
    expect(day).toMatchObject({ clinic: desk.clinic.id, date: monday, booked: 0, capacity: null, remaining: null });
    expect(day.slots).toHaveLength(16);
    expect(day.slots[0]).toEqual({
      id: desk.slots[0]?.id,
      startsAt: "2031-03-03T09:00:00+00:00",
      endsAt: "2031-03-03T09:30:00+00:00",
      capacity: 5,
      booked: 0,
      remaining: 5,
      isOpen: true,
    });
    expect(first).toMatchObject({ event: "capacity", id: day.version });

    const { id, patient } = await desk.book();
    const booked = await reader.nextCapacity();
    expect(booked.booked).toBe(1);
    expect(booked.slots.slice(0, 2)).toMatchObject([{ booked: 1, remaining: 4 }, { booked: 0 }]);
    expect(booked.version).not.toBe(day.version);

    await cancelAppointment(patient.actor, { id }, inTime);
    expect((await reader.nextCapacity()).slots[0]).toMatchObject({ booked: 0, remaining: 5 });
    const admin = await makePerson(desk.clinic, "admin");
    await updateTimeSlot(admin.actor, { id: desk.slots[0]?.id, capacity: 2 });
    expect((await reader.nextCapacity()).slots[0]).toMatchObject({ capacity: 2, remaining: 2 });
  });

  test("another day's, and another clinic's, changes are not heard", async () => {
    const [desk, other] = [await frontDesk(), await frontDesk()];
    const reader = desk.open();
    await reader.nextCapacity();
    await other.book();
    await desk.book();
    expect(await reader.nextCapacity()).toMatchObject({ clinic: desk.clinic.id, booked: 1 });
  });

  test("who comes back is told at once what they missed, and nothing when they missed nothing", async () => {
    const desk = await frontDesk();
    const first = desk.open();
    const { version } = await first.nextCapacity();
    await first.cancel();

    const nothingMissed = desk.open({ seen: version });
    expect(await nothingMissed.next()).toMatchObject({ event: "heartbeat" });
    await desk.book();
    // Had the day been sent at the beginning, it would be the next event, with nothing booked.
    expect(await nothingMissed.nextCapacity()).toMatchObject({ booked: 1 });
    await nothingMissed.cancel();

    const missed = desk.open({ seen: version });
    expect(await missed.nextCapacity()).toMatchObject({ booked: 1 });
  });

  test("who reads slowly gets the newest state alone", async () => {
    const desk = await frontDesk();
    const [slow, quick] = [desk.open(), desk.open()];
    await slow.nextCapacity();
    await quick.nextCapacity();
    for (let n = 1; n <= 5; n++) {
      await desk.book();
      expect(await quick.nextCapacity()).toMatchObject({ booked: n });
    }
    expect(await slow.nextCapacity()).toMatchObject({ booked: 5 });
  });
});

describe("a stream ends", () => {
  test.each([
    ["their role is taken", "DELETE FROM membership WHERE user_id = $1", "FORBIDDEN"],
    [
      "their session is ended",
      "UPDATE app_user SET session_epoch = session_epoch + 1 WHERE id = $1",
      "UNAUTHENTICATED",
    ],
  ])("with a word, soon after %s", async (_, sql, code) => {
    const desk = await frontDesk();
    const reader = desk.open({}, { stillThere: () => loadActor(desk.staff.id, 0), checkEveryMs: 50 });
    await reader.nextCapacity();
    await ownerSql(sql, [desk.staff.id]);
    expect(JSON.parse((await reader.nextOf("end")).data)).toEqual({ code });
    expect(await reader.next()).toBeNull();
    expect(capacityHub().size.viewers).toBe(0);
  });

  test("when the viewer has gone", async () => {
    const desk = await frontDesk();
    const line = new AbortController();
    const reader = desk.open({}, { signal: line.signal });
    await reader.nextCapacity();
    line.abort();
    expect(capacityHub().size.viewers).toBe(0);
  });

  test("when the process stops, and nobody is let in any more", async () => {
    const { clinic } = await frontDesk();
    const hub = new CapacityHub();
    const left: string[] = [];
    const viewer = { show: () => {}, beat: () => {}, leave: () => left.push("left") };
    const day = { clinicId: clinic.id, localDate: monday };
    expect(hub.watch(day, viewer)).not.toBeNull();
    hub.close();
    expect(left).toEqual(["left"]);
    expect(hub.watch(day, viewer)).toBeNull();
    await expect.poll(() => hub.size).toEqual({ days: 0, viewers: 0, isReading: false });
  });
});

test("two hundred viewers are one reader: no connection each, no query each, and nothing is left when they go", async () => {
  const desk = await frontDesk();
  const readers = Array.from({ length: 200 }, () => desk.open());
  await Promise.all(readers.map((reader) => reader.nextCapacity()));
  expect(capacityHub().size).toEqual({ days: 1, viewers: 200, isReading: true });
  const count = await countStatements(async () => {
    const heard = Promise.all(readers.map((reader) => reader.nextCapacity()));
    await desk.book();
    for (const { booked } of await heard) expect(booked).toBe(1);
  });
  expect(count).toBeLessThan(20);
  const [row] = await ownerSql<{ count: number }>(
    "SELECT count(*)::int FROM pg_stat_activity WHERE application_name = 'slotwell' AND datname = current_database()",
  );
  expect(row?.count).toBeLessThanOrEqual(16);

  await Promise.all(readers.map((reader) => reader.cancel()));
  await expect.poll(() => capacityHub().size).toEqual({ days: 0, viewers: 0, isReading: false });
  // Nobody watches, nothing is asked.
  expect(await countStatements(() => new Promise((resolve) => setTimeout(resolve, 500)))).toBe(0);
});
