import { describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { acceptOffer } from "#lib/scheduling/server/waitlist/accept-offer.ts";
import { declineOffer } from "#lib/scheduling/server/waitlist/decline-offer.ts";
import { joinWaitlist } from "#lib/scheduling/server/waitlist/join-waitlist.ts";
import { leaveWaitlist } from "#lib/scheduling/server/waitlist/leave-waitlist.ts";
import { clinicWaitlist, myWaitlist } from "#lib/scheduling/server/waitlist/waitlists.ts";
import { ownerSql } from "../database.ts";
import {
  earlyMonday,
  makeClinic,
  makeHouse,
  makePatients,
  makePerson,
  makeService,
  monday,
  type Person,
} from "../factories.ts";
import { giveAway, join, standings, waitingRoom } from "./waiting.ts";

describe("joining", () => {
  test.each<[string, object, string, string]>([
    ["a day that is over", { untilDate: "2031-03-02" }, "untilDate", "past"],
    ["two years", { untilDate: "2033-03-03" }, "untilDate", "range_too_long"],
    ["no date", { untilDate: "soon" }, "untilDate", "date"],
    ["hours the wrong way round", { fromTime: "12:00", toTime: "09:00" }, "toTime", "close_not_after_open"],
    ["no hour", { fromTime: "9 am" }, "fromTime", "time"],
    ["an eighth day", { daysOfWeek: ["7"] }, "daysOfWeek.0", "invalid"],
  ])("is refused for %s", async (_, wish, path, message) => {
    const { clinic, service } = await makeHouse();
    const [patient] = (await makePatients(1)) as [Person];
    const input = { clinicId: clinic.id, serviceId: service.id, untilDate: monday, ...wish };
    const answer = await joinWaitlist(patient.actor, input, earlyMonday);
    expect(answer).toMatchObject({ ok: false, refusal: { code: "VALIDATION", errors: [{ path, message }] } });
    expect(await ownerSql("SELECT 1 FROM waitlist_entry WHERE patient_id = $1", [patient.id])).toEqual([]);
  });

  test("is refused for what is not there, not offered, waited for already, or one wish too many", async () => {
    const house = await makeHouse({ doctors: 2 });
    const { clinic, service, doctor } = house;
    const [patient] = (await makePatients(1)) as [Person];
    const input = { clinicId: clinic.id, serviceId: service.id, doctorId: null as string | null, untilDate: monday };
    const ask = (more: object) => joinWaitlist(patient.actor, { ...input, ...more }, earlyMonday);
    const elsewhere = await makeClinic();
    expect(await ask({ clinicId: elsewhere.id })).toMatchObject({ ok: false, refusal: { code: "NOT_FOUND" } });
    const stranger = await makeHouse();
    expect(await ask({ doctorId: stranger.doctor.doctorId })).toMatchObject({ refusal: { code: "NOT_OFFERED" } });

    expect(await ask({})).toMatchObject({ ok: true });
    const again = { refusal: { code: "VALIDATION", errors: [{ message: "waiting_already" }] } };
    expect(await Promise.all([ask({}), ask({ daysOfWeek: [1] })])).toMatchObject([again, again]);
    expect(await ask({ doctorId: doctor.doctorId })).toMatchObject({ ok: true });

    for (let n = 0; n < 8; n++) {
      const other = await makeService(clinic);
      const entry = { clinicId: clinic.id, serviceId: other.id, patientId: patient.id, untilDate: new Date(monday) };
      await db.waitlistEntry.create({ data: entry });
    }
    const enough = { refusal: { code: "VALIDATION", errors: [{ message: "waiting_enough" }] } };
    expect(await ask({ doctorId: house.doctors[1]?.doctorId })).toMatchObject(enough);
  });

  test("all seven days are any day; what was typed is what is shown", async () => {
    const house = await makeHouse();
    const [patient] = (await makePatients(1)) as [Person];
    await join(house, patient, { daysOfWeek: [6, 5, 4, 3, 2, 1, 0], fromTime: "09:30", toTime: "24:00" });
    const [entry] = await myWaitlist(patient.actor, earlyMonday);
    expect(entry).toMatchObject({
      status: "waiting",
      daysOfWeek: [],
      fromTime: "09:30",
      toTime: null,
      untilDate: monday,
      offer: null,
    });
  });
});

test("a foreign entry and an unknown one look the same; staff of the clinic may take one out", async () => {
  const house = await waitingRoom(1);
  await giveAway(house);
  const id = house.line[0]?.entryId as string;
  const unknown = "00000000-0000-7000-8000-000000000000";
  const [stranger] = (await makePatients(1)) as [Person];
  const staff = await makePerson(house.clinic, "staff");
  const foreign = [stranger, await makePerson(await makeClinic(), "admin", "staff"), house.doctor];
  for (const { actor } of foreign) {
    const answers = await Promise.all([
      acceptOffer(actor, { id }, earlyMonday),
      declineOffer(actor, { id }),
      leaveWaitlist(actor, { id }),
      acceptOffer(actor, { id: unknown }, earlyMonday),
      declineOffer(actor, { id: unknown }),
      leaveWaitlist(actor, { id: unknown }),
      clinicWaitlist(actor, { clinicId: house.clinic.id }),
    ]);
    for (const answer of answers) expect(answer).toEqual({ ok: false, refusal: { code: "NOT_FOUND", detail: {} } });
    expect(await myWaitlist(actor)).toEqual([]);
  }
  expect(await acceptOffer(staff.actor, { id }, earlyMonday)).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  expect(await clinicWaitlist(staff.actor, { clinicId: house.clinic.id }, earlyMonday)).toMatchObject({
    value: { lines: [{ id, status: "offered", patient: { name: "Patient 0" } }] },
  });
  expect(await leaveWaitlist(staff.actor, { id })).toMatchObject({ ok: true });
  expect(await standings(house)).toMatchObject([{ status: "withdrawn", held: "expired" }]);
});
