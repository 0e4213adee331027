import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { deleteTimeSlot } from "#lib/scheduling/server/slots/delete-time-slot.ts";
import { setDayCapacity } from "#lib/scheduling/server/slots/set-day-capacity.ts";
import { updateTimeSlot } from "#lib/scheduling/server/slots/update-time-slot.ts";
import { updateTimeSlots } from "#lib/scheduling/server/slots/update-time-slots.ts";
import { ownerSql } from "../database.ts";
import { makeClinic, makePerson, makeSlots, monday } from "../factories.ts";
import { booked } from "./visit.ts";

const stored = (clinicId: string) =>
  ownerSql("SELECT id, capacity, is_open FROM time_slot WHERE clinic_id = $1 ORDER BY starts_at", [clinicId]);

describe("changing several slots of a day", () => {
  test("all of them or none", async () => {
    const clinic = await makeClinic();
    const staff = await makePerson(clinic, "staff");
    const slots = await makeSlots(clinic, { count: 3 });
    const change = slots.map(({ id }, n) => ({ id, capacity: n + 1, isOpen: n !== 1 }));
    const answer = await updateTimeSlots(staff.actor, { clinicId: clinic.id, slots: change.toReversed() });
    expect(answer).toMatchObject({ ok: true, value: change });

    const half = [
      { ...change[0], capacity: 9 },
      { id: randomUUID(), capacity: 9, isOpen: true },
    ];
    expect(await updateTimeSlots(staff.actor, { clinicId: clinic.id, slots: half })).toMatchObject({
      refusal: { code: "NOT_FOUND" },
    });
    const bad = [
      { ...change[0], capacity: 9 },
      { ...change[1], capacity: "0" },
    ];
    expect(await updateTimeSlots(staff.actor, { clinicId: clinic.id, slots: bad })).toMatchObject({
      refusal: { code: "VALIDATION", errors: [{ path: "slots.1.capacity", message: "too_small" }] },
    });
    expect(await stored(clinic.id)).toMatchObject([
      { capacity: 1, is_open: true },
      { capacity: 2, is_open: false },
      { capacity: 3, is_open: true },
    ]);
  });

  test("another clinic's slots, and other people's hands, change nothing", async () => {
    const [clinic, other] = [await makeClinic(), await makeClinic()];
    const admin = await makePerson(clinic, "admin");
    const patient = await makePerson();
    const [slot] = await makeSlots(other, { count: 1, capacity: 5 });
    const slots = [{ id: slot?.id, capacity: 1, isOpen: false }];
    for (const clinicId of [clinic.id, other.id]) {
      for (const { actor } of [admin, patient]) {
        expect(await updateTimeSlots(actor, { clinicId, slots })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
      }
    }
    expect(await stored(other.id)).toMatchObject([{ capacity: 5, is_open: true }]);
  });
});

test("of two who delete or change the same slot at once, the later one finds it gone", async () => {
  const clinic = await makeClinic();
  const staff = await makePerson(clinic, "staff");
  const slots = await makeSlots(clinic, { count: 10 });
  for (const { id } of slots) {
    const both = [deleteTimeSlot(staff.actor, { id }), deleteTimeSlot(staff.actor, { id })];
    const answers = (await Promise.all(both)).map((answer) => (answer.ok ? "deleted" : answer.refusal.code));
    expect(answers.sort()).toEqual(["NOT_FOUND", "deleted"]);
    expect(await updateTimeSlot(staff.actor, { id, capacity: 2 })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  }
});

describe("a day's own capacity", () => {
  test("is set and lifted again; lowered below what is booked it throws nobody out", async () => {
    const { clinic } = await booked();
    const staff = await makePerson(clinic, "staff");
    const set = (capacity: unknown) =>
      setDayCapacity(staff.actor, { clinicId: clinic.id, localDate: monday, capacity });
    expect(await set("1")).toMatchObject({ ok: true, value: { localDate: monday, capacity: 1, booked: 1 } });
    expect(await set("")).toMatchObject({ ok: true, value: { capacity: null, booked: 1 } });
    expect(await set("-1")).toMatchObject({ refusal: { code: "VALIDATION", errors: [{ path: "capacity" }] } });
  });

  test("can be set before the day has slots", async () => {
    const clinic = await makeClinic();
    const staff = await makePerson(clinic, "staff");
    const day = { clinicId: clinic.id, localDate: "2031-05-01", capacity: 12 };
    expect(await setDayCapacity(staff.actor, day)).toMatchObject({ ok: true, value: { capacity: 12, booked: 0 } });
  });
});
