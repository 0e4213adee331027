import { expect, test } from "vitest";
import { bulkTransition } from "#lib/scheduling/server/appointments/bulk-transition.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { undoSteps } from "#lib/scheduling/server/appointments/undo-steps.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, earlyMonday, makeClinic, makeHouse, makePatients, makePerson } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";

/** Requests every half hour from nine on, in the order of time. */
async function requests(count: number) {
  const house = await makeHouse({ clinic: { cancelNoticeHours: 2 } });
  const ids: string[] = [];
  for (const [n, { actor }] of (await makePatients(count)).entries()) {
    const startsAt = at("09:00") + minutes(30 * n);
    const request = {
      clinicId: house.clinic.id,
      serviceId: house.service.id,
      doctorId: house.doctor.doctorId,
      startsAt,
    };
    const booked = await bookAppointment(actor, request, earlyMonday);
    if (!booked.ok) throw new Error(booked.refusal.code);
    ids.push(booked.value.id);
  }
  return { ...house, ids };
}

async function outcome(answer: Awaited<ReturnType<typeof bulkTransition>>) {
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.map(({ id, result }) => [id, result.ok ? result.value.status : result.refusal.code]);
}

test("what can be done is done, in the order of time, and each of the others says why not", async () => {
  const { ids, doctor, clinic } = await requests(4);
  const [first, second, third, fourth] = ids as [string, string, string, string];
  await cancelAppointment((await makePerson(clinic, "staff")).actor, { id: second }, earlyMonday);
  const unknown = "00000000-0000-7000-8000-000000000000";
  const wish = { ids: [fourth, third, second, first, first, unknown], versions: { [third]: 9 }, to: "confirmed" };
  const answer = await bulkTransition(doctor.actor, wish, earlyMonday);
  expect(await outcome(answer)).toEqual([
    [unknown, "NOT_FOUND"],
    [first, "confirmed"],
    [second, "ILLEGAL_TRANSITION"],
    [third, "VERSION_CONFLICT"],
    [fourth, "confirmed"],
  ]);
  if (answer.ok)
    expect(answer.value.map(({ about }) => about?.startsAt ?? null).slice(0, 2)).toEqual([null, at("09:00")]);
  await expectCountersTrue(clinic.id);
});

test("late cancellations want a reason, each for itself; nobody is missed before the hour", async () => {
  const { ids, doctor, clinic } = await requests(3);
  const staff = await makePerson(clinic, "staff");
  await bulkTransition(doctor.actor, { ids, to: "confirmed" }, earlyMonday);
  const now = clockAt(at("09:30"));
  expect(await outcome(await bulkTransition(staff.actor, { ids, to: "no_show" }, now))).toEqual([
    [ids[0], "no_show"],
    [ids[1], "no_show"],
    [ids[2], "ILLEGAL_TRANSITION"],
  ]);
  const left = [ids[2] as string];
  expect(await outcome(await bulkTransition(staff.actor, { ids: left, to: "cancelled" }, now))).toEqual([
    [ids[2], "VALIDATION"],
  ]);
  const reason = "Dr Test is ill";
  expect(await outcome(await bulkTransition(staff.actor, { ids: left, to: "cancelled", reason }, now))).toEqual([
    [ids[2], "cancelled"],
  ]);
  await expectCountersTrue(clinic.id);
});

test("whoever decides nothing is refused, others find nothing that is not theirs", async () => {
  const { ids } = await requests(1);
  const [stranger] = await makePatients(1);
  const asked = { ids, to: "cancelled" };
  expect(await bulkTransition(stranger?.actor as never, asked, earlyMonday)).toMatchObject({
    refusal: { code: "FORBIDDEN" },
  });
  const elsewhere = await makePerson(await makeClinic(), "admin");
  const answer = await bulkTransition(elsewhere.actor, asked, earlyMonday);
  expect(answer).toMatchObject({ ok: true, value: [{ about: null, result: { refusal: { code: "NOT_FOUND" } } }] });
});

test.each([
  ["none", [], "choose"],
  ["more than a hundred", Array.from({ length: 101 }, () => "00000000-0000-7000-8000-000000000000"), "too_large"],
])("%s is refused as a whole", async (_, ids, message) => {
  const staff = await makePerson(await makeClinic(), "staff");
  const answer = await bulkTransition(staff.actor, { ids, to: "confirmed" }, earlyMonday);
  expect(answer).toMatchObject({ refusal: { code: "VALIDATION", errors: [{ path: "ids", message }] } });
});

test("the same bulk by two people at once: each step takes effect once", async () => {
  const { ids, doctor, clinic } = await requests(12);
  const staff = await makePerson(clinic, "staff");
  const answers = await Promise.all([
    bulkTransition(doctor.actor, { ids, to: "confirmed" }, earlyMonday),
    bulkTransition(staff.actor, { ids: ids.toReversed(), to: "confirmed" }, earlyMonday),
  ]);
  const done = answers.flatMap((answer) => (answer.ok ? answer.value.filter(({ result }) => result.ok) : []));
  expect(done).toHaveLength(12);
  const mails = await ownerSql(
    "SELECT 1 FROM message WHERE appointment_id = ANY ($1) AND kind = 'appointment_confirmed'",
    [ids],
  );
  expect(mails).toHaveLength(12);
});

test("several are declined with one reason, and all of it is taken back within the seconds, each by itself", async () => {
  const { ids, doctor, clinic } = await requests(3);
  const reason = "I am away that day";
  const answer = await bulkTransition(doctor.actor, { ids, to: "rejected", reason }, earlyMonday);
  expect(await outcome(answer)).toEqual(ids.map((id) => [id, "rejected"]));
  const reasons = await ownerSql("SELECT DISTINCT cancel_reason FROM appointment WHERE id = ANY ($1)", [ids]);
  expect(reasons).toEqual([{ cancel_reason: reason }]);
  const versions = answer.ok ? answer.value.flatMap(({ result }) => (result.ok ? [result.value.version] : [])) : [];

  // Somebody has taken one of the places meanwhile.
  const [somebody] = await makePatients(1);
  const [taken, ...others] = ids as [string, string, string];
  const place = { clinicId: clinic.id, serviceId: (await requestOf(taken)).serviceId, startsAt: at("09:00") };
  const booked = await bookAppointment(somebody?.actor as never, { ...place, doctorId: doctor.doctorId }, earlyMonday);
  expect(booked).toMatchObject({ ok: true });
  const decisions = ids.map((id, n) => ({ id, version: versions[n] }));
  const undone = await undoSteps(doctor.actor, { steps: decisions });
  expect(await outcome(undone)).toEqual([[taken, "DOCTOR_BUSY"], ...others.map((id) => [id, "pending"])]);
  const mails = await ownerSql(
    "SELECT DISTINCT status::text FROM message WHERE appointment_id = ANY ($1) AND kind = 'appointment_declined'",
    [others],
  );
  expect(mails).toEqual([{ status: "superseded" }]);
  await expectCountersTrue(clinic.id);
  const again = await undoSteps(doctor.actor, { steps: decisions });
  expect(await outcome(again)).toEqual([[taken, "DOCTOR_BUSY"], ...others.map((id) => [id, "VERSION_CONFLICT"])]);
});

async function requestOf(id: string): Promise<{ serviceId: string }> {
  const [row] = await ownerSql<{ serviceId: string }>(
    'SELECT service_id AS "serviceId" FROM appointment WHERE id = $1',
    [id],
  );
  return row as { serviceId: string };
}
