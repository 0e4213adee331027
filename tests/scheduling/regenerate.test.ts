import { describe, expect, test } from "vitest";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { replaceBusinessHours } from "#lib/scheduling/server/clinic/replace-business-hours.ts";
import { generateSlots } from "#lib/scheduling/server/slots/generate-slots.ts";
import { regenerateSlots } from "#lib/scheduling/server/slots/regenerate-slots.ts";
import { updateTimeSlot } from "#lib/scheduling/server/slots/update-time-slot.ts";
import { wallTimeOf } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, type Clinic, clockAt, earlyMonday, makePatients, makePerson, monday } from "../factories.ts";
import { expectCountersTrue } from "./counters.ts";
import { booked, visit } from "./visit.ts";

interface SlotRow {
  id: string;
  time: string;
  minutes: number;
  capacity: number;
  booked: number;
  open: boolean;
}

async function slotsOn(clinic: Clinic, date = monday): Promise<SlotRow[]> {
  const rows = await ownerSql<Omit<SlotRow, "time"> & { starts: Date }>(
    `SELECT id, starts_at AS starts, extract(epoch FROM ends_at - starts_at)::int / 60 AS minutes, capacity, booked,
       is_open AS open
     FROM time_slot WHERE clinic_id = $1 AND local_date = $2 ORDER BY starts_at`,
    [clinic.id, date],
  );
  return rows.map(({ starts, ...row }) => ({ ...row, time: wallTimeOf(starts.getTime(), clinic.timeZone) }));
}

const onMonday = (openTime: string, closeTime: string) => ({ dayOfWeek: 0, openTime, closeTime });
const range = (clinic: Clinic, endDate = monday) => ({ clinicId: clinic.id, startDate: monday, endDate });

/** The clinic's week, put there as if it had always been so. */
async function usualHours(clinic: Clinic, ...hours: ReturnType<typeof onMonday>[]): Promise<void> {
  for (const { dayOfWeek, openTime, closeTime } of hours)
    await ownerSql(
      "INSERT INTO business_hours (clinic_id, day_of_week, open_time, close_time) VALUES ($1, $2, $3, $4)",
      [clinic.id, dayOfWeek, openTime, closeTime],
    );
}

describe("slots that follow new hours", () => {
  test("free ones go, missing ones come, the booked one stays, closed and named", async () => {
    const { clinic, patient, appointment, service } = await booked();
    await usualHours(clinic, onMonday("09:00", "17:00"));
    const admin = await makePerson(clinic, "admin");
    const hours = [onMonday("08:00", "09:30"), onMonday("11:00", "12:00")];
    const saved = await replaceBusinessHours(admin.actor, { clinicId: clinic.id, hours }, earlyMonday);
    expect(saved).toMatchObject({
      ok: true,
      value: { slots: { created: 2, dropped: 12, kept: 1, closed: 1, reopened: 0 } },
    });
    expect((await slotsOn(clinic)).map(({ time, open }) => (open ? time : `(${time})`))).toEqual([
      "08:00",
      "08:30",
      "09:00",
      "(10:00)",
      "11:00",
      "11:30",
    ]);
    const [person] = await ownerSql<{ name: string }>("SELECT name FROM app_user WHERE id = $1", [patient.id]);
    expect(saved).toMatchObject({
      value: { slots: { appointments: [{ id: appointment.id, startsAt: at("10:00"), patientName: person?.name }] } },
    });
    const late = await bookAppointment(
      (await makePerson()).actor,
      { clinicId: clinic.id, serviceId: service.id, doctorId: null, startsAt: at("10:00") },
      earlyMonday,
    );
    expect(late).toMatchObject({ ok: false });

    const back = { clinicId: clinic.id, hours: [onMonday("09:00", "17:00")] };
    expect(await replaceBusinessHours(admin.actor, back, earlyMonday)).toMatchObject({
      ok: true,
      value: { slots: { dropped: 2, kept: 0, reopened: 1, appointments: [] } },
    });
    expect((await slotsOn(clinic)).map(({ open }) => open)).toEqual(Array(16).fill(true));
    await expectCountersTrue(clinic.id);
  });

  test("what somebody set by hand stays on a slot that keeps its times, and days that open as before are left alone", async () => {
    const { clinic, slots } = await visit();
    await usualHours(clinic, onMonday("09:00", "17:00"), { ...onMonday("09:00", "12:00"), dayOfWeek: 1 });
    const admin = await makePerson(clinic, "admin");
    const [first, second] = slots;
    await updateTimeSlot(admin.actor, { id: first?.id, capacity: 2 });
    await updateTimeSlot(admin.actor, { id: second?.id, isOpen: false });
    const tuesday = "2031-03-04";
    await generateSlots(admin.actor, { clinicId: clinic.id, startDate: tuesday, endDate: tuesday, slotMinutes: 45 });
    await ownerSql("DELETE FROM time_slot WHERE clinic_id = $1 AND starts_at = to_timestamp($2)", [
      clinic.id,
      at("09:45", tuesday) / 1000,
    ]);
    const before = await slotsOn(clinic, tuesday);
    const hours = [onMonday("09:00", "12:00"), { ...onMonday("09:00", "12:00"), dayOfWeek: 1 }];
    await replaceBusinessHours(admin.actor, { clinicId: clinic.id, hours }, earlyMonday);
    const [nine, halfPast, ...rest] = await slotsOn(clinic);
    expect([nine, halfPast]).toMatchObject([
      { id: first?.id, capacity: 2, open: true },
      { id: second?.id, open: false },
    ]);
    expect(rest.map(({ time }) => time)).toEqual(["10:00", "10:30", "11:00", "11:30"]);
    expect(await slotsOn(clinic, tuesday)).toEqual(before);
  });

  test("what has begun today stays", async () => {
    const { clinic } = await visit();
    await usualHours(clinic, onMonday("09:00", "17:00"));
    const admin = await makePerson(clinic, "admin");
    const noon = clockAt(at("12:10"));
    await replaceBusinessHours(admin.actor, { clinicId: clinic.id, hours: [onMonday("08:00", "15:00")] }, noon);
    const times = (await slotsOn(clinic)).map(({ time }) => time);
    expect([times[0], times.at(-1), times.length]).toEqual(["09:00", "14:30", 12]);
  });

  test("the patient's slots of another length stay where they are booked, and only there", async () => {
    const { clinic } = await booked();
    await usualHours(clinic, onMonday("09:00", "12:00"));
    await ownerSql("UPDATE clinic SET slot_minutes = 20 WHERE id = $1", [clinic.id]);
    const staff = await makePerson(clinic, "staff");
    const first = await regenerateSlots(staff.actor, range(clinic), earlyMonday);
    expect(first).toMatchObject({ ok: true, value: { created: 7, dropped: 15, kept: 1, closed: 0 } });
    expect((await slotsOn(clinic)).map(({ time, minutes }) => `${time} ${minutes}`)).toEqual([
      "09:00 20",
      "09:20 20",
      "09:40 20",
      "10:00 30",
      "10:40 20",
      "11:00 20",
      "11:20 20",
      "11:40 20",
    ]);
    expect(await regenerateSlots(staff.actor, range(clinic), earlyMonday)).toMatchObject({
      ok: true,
      value: { created: 0, dropped: 0, kept: 1, closed: 0 },
    });
  });

  test.each([
    ["days that have passed", { startDate: "2031-03-02", endDate: monday }, "startDate", "past_day"],
    ["an end before its start", { startDate: "2031-03-05", endDate: monday }, "endDate", "before_start"],
    ["more than 90 days", { startDate: monday, endDate: "2031-06-01" }, "endDate", "range_too_long"],
  ])("refuses %s", async (_, days, path, message) => {
    const { clinic } = await visit();
    const staff = await makePerson(clinic, "staff");
    expect(await regenerateSlots(staff.actor, { clinicId: clinic.id, ...days }, earlyMonday)).toMatchObject({
      ok: false,
      refusal: { code: "VALIDATION", errors: [{ path, message }] },
    });
  });
});

describe("at once", () => {
  test("fifty bookings against a regeneration: none is lost, and no booked slot is dropped", {
    timeout: 120_000,
  }, async () => {
    for (const round of [0, 1, 2, 3]) {
      const { clinic, service } = await visit({ doctors: 10, slots: { count: 16, capacity: 5 } });
      await usualHours(clinic, onMonday("09:00", "17:00"));
      const admin = await makePerson(clinic, "admin");
      const patients = await makePatients(50);
      const bookings = patients.map(
        ({ actor }, n) =>
          () =>
            bookAppointment(
              actor,
              {
                clinicId: clinic.id,
                serviceId: service.id,
                doctorId: null,
                startsAt: at("09:00") + (n % 16) * 30 * 60_000,
              },
              earlyMonday,
            ),
      );
      const hours = [onMonday("09:00", "11:00"), onMonday("12:15", "13:15")];
      const saving = () => replaceBusinessHours(admin.actor, { clinicId: clinic.id, hours }, earlyMonday);
      const place = round * 15;
      const runs = [...bookings.slice(0, place), saving, ...bookings.slice(place)];
      const results = await Promise.all(runs.map((run) => run()));
      const [saved] = results.splice(place, 1);
      expect(saved).toMatchObject({ ok: true });

      const accepted = results.filter((result) => result.ok).length;
      const [stored] = await ownerSql(
        `SELECT count(*)::int AS rows, count(*) FILTER (WHERE NOT EXISTS (SELECT FROM time_slot s
           WHERE s.clinic_id = a.clinic_id AND s.starts_at = a.starts_at AND s.booked > 0))::int AS homeless
         FROM appointment a WHERE clinic_id = $1 AND occupies(status)`,
        [clinic.id],
      );
      expect(stored).toEqual({ rows: accepted, homeless: 0 });
      const codes = results.flatMap((result) => (result.ok ? [] : [result.refusal.code]));
      for (const code of codes) expect(["CLOSED", "OUTSIDE_HOURS", "SLOT_FULL", "DOCTOR_BUSY"]).toContain(code);
      await expectCountersTrue(clinic.id);
      const outside = (await slotsOn(clinic)).filter(
        ({ time }) => time >= "11:00" && !(time >= "12:15" && time < "13:15"),
      );
      expect(outside.every(({ open, booked }) => !open && booked > 0)).toBe(true);
      const before = await slotsOn(clinic);
      expect(await regenerateSlots(admin.actor, range(clinic), earlyMonday)).toMatchObject({
        ok: true,
        value: { created: 0, dropped: 0, closed: 0 },
      });
      expect(await slotsOn(clinic)).toEqual(before);
    }
  });

  test("two regenerations, and one with a run of the generator: every slot once", async () => {
    const { clinic } = await booked();
    await usualHours(clinic, onMonday("08:00", "12:00"));
    const staff = await makePerson(clinic, "staff");
    const runs = await Promise.all([
      regenerateSlots(staff.actor, range(clinic, "2031-05-05"), earlyMonday),
      generateSlots(staff.actor, range(clinic, "2031-05-05")),
      regenerateSlots(staff.actor, range(clinic, "2031-05-05"), earlyMonday),
    ]);
    expect(runs.map((run) => run.ok)).toEqual([true, true, true]);
    const [all] = await ownerSql("SELECT count(*)::int AS slots FROM time_slot WHERE clinic_id = $1", [clinic.id]);
    expect(all).toEqual({ slots: 10 * 8 });
    await expectCountersTrue(clinic.id);
  });
});
