import { describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/actor.ts";
import type { AskedChange } from "#lib/scheduling/change-schema.ts";
import { strandedAppointments } from "#lib/scheduling/server/appointments/stranded-appointments.ts";
import { impactOf } from "#lib/scheduling/server/availability/impact-of.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { updateTimeSlot } from "#lib/scheduling/server/slots/update-time-slot.ts";
import { addDays, type EpochMs } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import {
  at,
  earlyMonday,
  insertSql,
  insertValues,
  makeHouse,
  makePatients,
  makePerson,
  makeSlots,
  monday,
} from "../factories.ts";

type House = Awaited<ReturnType<typeof makeHouse>>;

/** Nine to five on weekdays, as a table of hours. */
const week = [0, 1, 2, 3, 4].map((dayOfWeek) => ({ dayOfWeek, openTime: "09:00", closeTime: "17:00" }));

async function openHouse() {
  const house = await makeHouse({ doctors: 2 });
  await ownerSql(
    `INSERT INTO business_hours (clinic_id, day_of_week, open_time, close_time)
     SELECT $1, day, '09:00', '17:00' FROM generate_series(0, 4) AS day`,
    [house.clinic.id],
  );
  return { ...house, staff: (await makePerson(house.clinic, "staff")).actor };
}

async function bookedAt({ clinic, service }: House, doctorId: string, startsAt: EpochMs): Promise<string> {
  const [patient] = await makePatients(1);
  const request = { clinicId: clinic.id, serviceId: service.id, doctorId, startsAt };
  const result = await bookAppointment(patient?.actor as Actor, request, earlyMonday);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.id;
}

async function strandedBy(actor: Actor, { clinic }: House, change: AskedChange) {
  const answer = await impactOf(actor, { clinicId: clinic.id, change }, earlyMonday);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

const listed = (stranded: { id: string; reasons: { code: string }[] }[]) =>
  stranded.map(({ id, reasons }) => [id, reasons[0]?.code]);

describe("what a change would strand", () => {
  test("every kind of change, each with its reason; what fits is not listed", async () => {
    const house = await openHouse();
    const { staff, service, doctors } = house;
    const [ito, okafor] = doctors as [House["doctor"], House["doctor"]];
    const nine = await bookedAt(house, ito.doctorId, at("09:00"));
    const ten = await bookedAt(house, ito.doctorId, at("10:00"));
    const half = await bookedAt(house, ito.doctorId, at("10:30"));
    const other = await bookedAt(house, okafor.doctorId, at("10:00"));
    const slot = house.slots.find(({ startsAt }) => startsAt === at("10:00"))?.id as string;
    const [template] = await ownerSql<{ id: string }>(
      "INSERT INTO week_template (clinic_id, name, valid_from, valid_to) VALUES ($1, 'Spring', '2031-03-03', '2031-03-09') RETURNING id",
      [house.clinic.id],
    );
    await ownerSql(
      "INSERT INTO business_hours (clinic_id, day_of_week, open_time, close_time, template_id) VALUES ($1, 0, '09:00', '17:00', $2)",
      [house.clinic.id, template?.id],
    );
    const all = [nine, ten, other, half].toSorted();
    const late = week.map((shift) => ({ ...shift, openTime: "09:30" }));
    const timing = { durationMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
    const ids = [ito.doctorId, okafor.doctorId];

    const cases: [AskedChange, [string, string][]][] = [
      [{ kind: "week", hours: [] }, []],
      [
        {
          kind: "template",
          replaces: template?.id as string,
          template: { validFrom: monday, validTo: monday, hours: late },
        },
        [[nine, "clinic_hours"]],
      ],
      [{ kind: "template", replaces: template?.id as string, template: null }, []],
      [
        { kind: "closures", replaces: null, add: [{ from: monday, to: monday, reason: "Rose Monday", shifts: [] }] },
        all.map((id) => [id, "closed"]),
      ],
      [
        { kind: "time_off", doctorId: okafor.doctorId, startsAt: at("08:00"), endsAt: at("12:00") },
        [[other, "doctor_away"]],
      ],
      [{ kind: "doctor_weeks", doctorId: okafor.doctorId, weekly: [] }, [[other, "doctor_hours"]]],
      [{ kind: "slots", slots: [{ id: slot, capacity: 1 }] }, [[other, "slot_full"]]],
      [{ kind: "slots", slots: [{ id: slot, isOpen: false }] }, [ten, other].map((id) => [id, "slot_closed"])],
      [{ kind: "day_capacity", localDate: monday, capacity: 3 }, [[other, "day_full"]]],
      [
        { kind: "service", serviceId: service.id, timing: { ...timing, durationMinutes: 60 }, doctorIds: ids },
        [[ten, "doctor_busy"]],
      ],
      [{ kind: "service", serviceId: service.id, timing, doctorIds: [ito.doctorId] }, [[other, "not_offered"]]],
      [
        {
          kind: "doctor_services",
          doctorId: ito.doctorId,
          services: [{ serviceId: service.id, isOffered: true, durationMinutes: 45 }],
        },
        [[ten, "doctor_busy"]],
      ],
    ];
    for (const [change, expected] of cases) {
      const { stranded, fingerprint } = await strandedBy(staff, house, change);
      expect([change.kind, ...listed(stranded).toSorted()]).toEqual([change.kind, ...expected.toSorted()]);
      expect(fingerprint === "").toBe(expected.length === 0);
    }
    expect(await strandedAppointments(staff, { clinicId: house.clinic.id }, earlyMonday)).toEqual({
      ok: true,
      value: [],
    });
  });

  test("the fingerprint is the list's: it differs when the list does", async () => {
    const house = await openHouse();
    const { doctorId } = house.doctor;
    const change: AskedChange = { kind: "time_off", doctorId, startsAt: at("08:00"), endsAt: at("12:00") };
    await bookedAt(house, doctorId, at("09:00"));
    const first = await strandedBy(house.staff, house, change);
    expect((await strandedBy(house.staff, house, change)).fingerprint).toBe(first.fingerprint);
    await bookedAt(house, doctorId, at("10:00"));
    expect((await strandedBy(house.staff, house, change)).fingerprint).not.toBe(first.fingerprint);
  });

  test("holds are never told of, and make room before anybody booked does", async () => {
    const house = await openHouse();
    const [ito, okafor] = house.doctors as [House["doctor"], House["doctor"]];
    const [patient] = await makePatients(1);
    const slot = house.slots[2]?.id as string;
    await ownerSql(
      insertSql,
      insertValues({
        clinicId: house.clinic.id,
        doctorId: okafor.doctorId,
        serviceId: house.service.id,
        patientId: patient?.id as string,
        startsAt: at("10:00"),
        status: "held",
      }),
    );
    await bookedAt(house, ito.doctorId, at("10:00"));
    const one = await strandedBy(house.staff, house, { kind: "slots", slots: [{ id: slot, capacity: 1 }] });
    expect(one.stranded).toEqual([]);
    const none = await strandedBy(house.staff, house, { kind: "slots", slots: [{ id: slot, isOpen: false }] });
    expect(none.stranded).toHaveLength(1);
  });

  test("a doctor asks about their own time and nothing else", async () => {
    const house = await openHouse();
    const [ito, okafor] = house.doctors as [House["doctor"], House["doctor"]];
    const ask = (change: AskedChange) => impactOf(ito.actor, { clinicId: house.clinic.id, change }, earlyMonday);
    const off = { kind: "time_off", startsAt: at("08:00"), endsAt: at("12:00") } as const;
    expect(await ask({ ...off, doctorId: ito.doctorId })).toMatchObject({ ok: true });
    expect(await ask({ ...off, doctorId: okafor.doctorId })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    expect(await ask({ kind: "week", hours: week })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  });
});

describe("what no longer fits", () => {
  test("is worked out whenever somebody asks: saved anyway it is there, taken back it is not", async () => {
    const house = await openHouse();
    const { staff, clinic, doctor, doctors } = house;
    const tuesday = addDays(monday, 1);
    await makeSlots(clinic, { date: tuesday });
    await bookedAt(house, doctor.doctorId, at("09:00"));
    const second = await bookedAt(house, doctors[1]?.doctorId as string, at("09:00"));
    const closed = await bookedAt(house, doctor.doctorId, at("09:00", tuesday));
    const stranded = async (request: object = {}, actor = staff) => {
      const answer = await strandedAppointments(actor, { clinicId: clinic.id, ...request }, earlyMonday);
      return answer.ok ? listed(answer.value) : answer.refusal.code;
    };

    const id = house.slots[0]?.id as string;
    await updateTimeSlot(staff, { id, capacity: 1 });
    expect(await stranded()).toEqual([[second, "slot_full"]]);
    await ownerSql(
      "INSERT INTO closure (clinic_id, from_date, to_date, reason) VALUES ($1, '2031-03-04', '2031-03-04', 'Shrove Tuesday')",
      [clinic.id],
    );
    expect(await stranded()).toEqual([
      [second, "slot_full"],
      [closed, "closed"],
    ]);
    expect(await stranded({ days: { from: tuesday, to: tuesday } })).toEqual([[closed, "closed"]]);
    const own = { doctorId: doctor.doctorId };
    expect(await stranded(own, doctor.actor)).toEqual([[closed, "closed"]]);
    expect(await stranded(own, doctors[1]?.actor)).toBe("NOT_FOUND");
    expect(await stranded({}, doctor.actor)).toBe("NOT_FOUND");

    await updateTimeSlot(staff, { id, capacity: 2 });
    await ownerSql("DELETE FROM closure WHERE clinic_id = $1", [clinic.id]);
    expect(await stranded()).toEqual([]);
  });
});
