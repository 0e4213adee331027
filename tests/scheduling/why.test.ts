import { describe, expect, test } from "vitest";
import { newGuest } from "#lib/auth/guest.ts";
import { db } from "#lib/db/client.ts";
import { firstRefused } from "#lib/scheduling/explanation.ts";
import { explainTime } from "#lib/scheduling/server/availability/explain-time.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { ownerSql } from "../database.ts";
import {
  at,
  clockAt,
  earlyMonday,
  insertSql,
  insertValues,
  makeHouse,
  makePatients,
  makePerson,
  monday,
  type Person,
} from "../factories.ts";

type House = Awaited<ReturnType<typeof makeHouse>>;

const asked = ({ clinic, service }: House, doctorId: string | null = null, startsAt = at("10:00")) => ({
  clinicId: clinic.id,
  serviceId: service.id,
  doctorId,
  startsAt,
});

async function explained(house: House, doctorId: string | null = null, startsAt = at("10:00"), clock = earlyMonday) {
  const staff = await makePerson(house.clinic, "staff");
  const answer = await explainTime(staff.actor, asked(house, doctorId, startsAt), clock);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

describe("for the front desk", () => {
  test("each doctor asked about has every rule's verdict, in order, and the first that fails is the reason", async () => {
    const house = await makeHouse({ doctors: 2 });
    const [busy, free] = house.doctors as [House["doctor"], House["doctor"]];
    const [patient] = (await makePatients(1)) as [Person];
    const booked = await bookAppointment(patient.actor, asked(house, busy.doctorId), earlyMonday);
    if (!booked.ok) throw new Error(booked.refusal.code);

    const { doctors, refusal } = await explained(house);
    expect(refusal).toBeNull();
    expect(doctors.map(({ id, endsAt }) => [id, endsAt])).toEqual([
      [busy.doctorId, at("10:30")],
      [free.doctorId, at("10:30")],
    ]);
    expect(firstRefused(doctors[0]?.verdicts ?? [])).toMatchObject({
      rule: "doctor",
      facts: { appointmentId: booked.value.id, from: at("10:00"), to: at("10:30") },
    });
    expect(firstRefused(doctors[1]?.verdicts ?? [])).toBeNull();
    expect((await explained(house, busy.doctorId)).refusal).toMatchObject({ code: "DOCTOR_BUSY" });
  });

  test("a full slot tells how many places are only held, until when; what has run out is not counted", async () => {
    const house = await makeHouse({ doctors: 4, slots: { capacity: 2 } });
    const { clinic, service, doctors } = house;
    const patients = await makePatients(3);
    const row = (n: number, status: "held" | "confirmed") => ({
      clinicId: clinic.id,
      serviceId: service.id,
      doctorId: doctors[n]?.doctorId as string,
      patientId: patients[n]?.id as string,
      startsAt: at("10:00"),
      status,
    });
    await ownerSql(insertSql, insertValues(row(0, "confirmed")));
    const [held] = await ownerSql<{ id: string }>(insertSql, insertValues(row(1, "held")));
    const full = await explained(house, doctors[3]?.doctorId);
    const slot = full.doctors[0]?.verdicts.find(({ rule }) => rule === "slot");
    expect(slot).toMatchObject({
      refusal: { code: "SLOT_FULL" },
      facts: { booked: 2, capacity: 2, held: 1, heldUntil: expect.any(Number) },
    });

    await ownerSql("UPDATE appointment SET hold_expires_at = now() - interval '1 second' WHERE id = $1", [held?.id]);
    const later = await explained(house, doctors[3]?.doctorId);
    expect(firstRefused(later.doctors[0]?.verdicts ?? [])).toBeNull();
  });

  test("a closure's reason, and time off rather than no hours", async () => {
    const house = await makeHouse();
    await ownerSql(
      "INSERT INTO closure (clinic_id, from_date, to_date, reason) VALUES ($1, '2031-03-04', '2031-03-05', 'Shrove Tuesday')",
      [house.clinic.id],
    );
    const closed = await explained(house, null, at("10:00", "2031-03-04"));
    expect(firstRefused(closed.doctors[0]?.verdicts ?? [])).toMatchObject({
      rule: "grid",
      refusal: { code: "CLOSED" },
      facts: { closure: "Shrove Tuesday" },
    });

    const [from, to] = [new Date(at("09:00")), new Date(at("12:00"))];
    await db.timeOff.create({ data: { doctorId: house.doctor.doctorId, startsAt: from, endsAt: to } });
    const away = await explained(house);
    expect(firstRefused(away.doctors[0]?.verdicts ?? [])).toMatchObject({
      rule: "working",
      facts: { awayFrom: at("09:00"), awayTo: at("12:00") },
    });
  });

  test("patients' notice and horizon are what is asked about, though the desk is not bound by them", async () => {
    const house = await makeHouse({ clinic: { minNoticeMinutes: 120 } });
    const { refusal } = await explained(house, null, at("10:00"), clockAt(at("09:00")));
    expect(refusal).toMatchObject({ code: "TOO_SHORT_NOTICE" });
  });

  test("a doctor who does not offer it is nobody to ask about", async () => {
    const house = await makeHouse();
    const other = await makeHouse();
    expect(await explained(house, other.doctor.doctorId)).toMatchObject({
      doctors: [],
      refusal: { code: "NOT_OFFERED" },
    });
  });
});

test("patients, guests and staff of elsewhere get the first reason alone, and of others only how full the slot is", async () => {
  const house = await makeHouse({ slots: { capacity: 1, dayCapacity: 1 }, doctors: 2 });
  const [one, another] = (await makePatients(2)) as [Person, Person];
  const booked = await bookAppointment(one.actor, asked(house), earlyMonday);
  expect(booked.ok).toBe(true);
  const elsewhere = await makeHouse();
  const curious = [another.actor, newGuest(), (await makePerson(elsewhere.clinic, "staff")).actor, house.doctor.actor];
  for (const actor of curious) {
    const answer = await explainTime(actor, asked(house), earlyMonday);
    expect(answer).toMatchObject({
      ok: true,
      value: { doctors: [], refusal: { code: "DAY_FULL", detail: { localDate: monday } } },
    });
    expect(JSON.stringify(answer)).not.toContain("capacity");
  }
  const own = await explainTime(one.actor, asked(house), earlyMonday);
  expect(own).toMatchObject({ value: { refusal: { code: "SAME_PATIENT" } } });
});

test("what does not exist, and what cannot be read, is refused", async () => {
  const house = await makeHouse();
  const { actor } = await makePerson(house.clinic, "staff");
  const elsewhere = await makeHouse();
  const wrong = { ...asked(house), serviceId: elsewhere.service.id };
  expect(await explainTime(actor, wrong, earlyMonday)).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  const unread = { ...asked(house), startsAt: "tomorrow" };
  expect(await explainTime(actor, unread)).toMatchObject({ refusal: { code: "VALIDATION" } });
});
