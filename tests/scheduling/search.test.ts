import { describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { searchClinic } from "#lib/scheduling/server/search/search-clinic.ts";
import { ownerSql } from "../database.ts";
import {
  at,
  earlyMonday,
  makeDoctor,
  makeHouse,
  makePatients,
  makePerson,
  makeSlots,
  type Person,
} from "../factories.ts";
import { countStatements } from "../statements.ts";

/** A house in which Anna 50%_Off comes today and next week, Bo Berg next week alone, and a guest next week too. */
async function busyHouse() {
  const house = await makeHouse({ doctors: 2, slots: { count: 8, from: "10:00" } });
  const { clinic, service, doctors } = house;
  await makeSlots(clinic, { date: "2031-03-10", count: 8 });
  const [anna, bo] = (await makePatients(2)) as [Person, Person];
  await db.user.update({ where: { id: anna.id }, data: { name: "Anna 50%_Off", phone: "+44 7700 900123" } });
  await db.user.update({ where: { id: bo.id }, data: { name: "Bo Berg" } });
  const [first, second] = doctors as [(typeof doctors)[0], (typeof doctors)[0]];
  const staff = await makePerson(clinic, "staff");
  const book = async (doctorId: string, startsAt: number, who: { patientId: string } | { contact: object }) => {
    const wish = { clinicId: clinic.id, serviceId: service.id, doctorId, startsAt, ...who };
    const result = await bookAppointment(staff.actor, wish, earlyMonday);
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value.id;
  };
  const next = (time: "09:00" | "10:00" | "11:00") => at(time, "2031-03-10");
  const ids = {
    annaLater: await book(first.doctorId, next("10:00"), { patientId: anna.id }),
    annaToday: await book(first.doctorId, at("11:00"), { patientId: anna.id }),
    bo: await book(second.doctorId, next("11:00"), { patientId: bo.id }),
    guest: await book(second.doctorId, next("09:00"), {
      contact: { name: "Gustav Guest", email: "gustav@guest.test", phone: "020 7946 0111" },
    }),
  };
  const find = async (search: string, as: "staff" | "doctor" = "staff", who = staff) => {
    const found = await searchClinic(who.actor, { clinicId: clinic.id, search, as }, earlyMonday);
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value;
  };
  return { ...house, ids, find, first, second, staff };
}

const idsOf = (found: { id: string }[]) => found.map(({ id }) => id);

describe("looking for something at the front desk", () => {
  test("finds appointments by any words of their patient, today's first, and guests by what they left", async () => {
    const { ids, find } = await busyHouse();
    expect(idsOf((await find("anna")).appointments)).toEqual([ids.annaToday, ids.annaLater]);
    expect(idsOf((await find("berg BO")).appointments)).toEqual([ids.bo]);
    expect(idsOf((await find("gustav@guest")).appointments)).toEqual([ids.guest]);
    expect(idsOf((await find("7946 0111")).appointments)).toEqual([ids.guest]);
    expect(idsOf((await find("+44 7700-900123")).appointments)).toEqual([ids.annaToday, ids.annaLater]);
    expect((await find("anna")).patients.map(({ name }) => name)).toEqual(["Anna 50%_Off"]);
  });

  test("takes every sign for itself: a per cent sign is no wildcard, a quote ends nothing", async () => {
    const { ids, find } = await busyHouse();
    expect(idsOf((await find("50%_off")).appointments)).toEqual([ids.annaToday, ids.annaLater]);
    for (const search of ["b%g", "b_ Berg", "%%aa", "\\%an", "an'; --", "__"]) {
      expect(await find(search), search).toEqual({ patients: [], appointments: [], plans: [], doctors: [] });
    }
  });

  test("finds nothing for a single letter, and never more than six of a kind", async () => {
    const { find, clinic, service } = await busyHouse();
    expect((await find("b")).appointments).toEqual([]);
    for (let more = 0; more < 8; more++) await makeDoctor(clinic, [service], `Dr Similar ${more}`);
    const { doctors } = await find("similar");
    expect(doctors.map(({ name }) => name)).toEqual([0, 1, 2, 3, 4, 5].map((more) => `Dr Similar ${more}`));
  });

  test("asks one statement a kind, and one for the time", async () => {
    const { find } = await busyHouse();
    expect(await countStatements(() => find("anna"))).toBeLessThanOrEqual(5);
  });

  test("finds plans by number and name, and nothing of another clinic", async () => {
    const { find, clinic, service } = await busyHouse();
    const elsewhere = await makeHouse();
    const planOf = (clinicId: string, serviceId: string, number: string) =>
      ownerSql(
        `INSERT INTO subscription (clinic_id, service_id, number, contact_name, contact_email, frequency, months, start_date,
           price_per_visit, currency) VALUES ($1, $2, $3, 'Paula Plan', 'paula@plan.test', 'weekly', 1, '2031-03-03', 0, 'GBP')`,
        [clinicId, serviceId, number],
      );
    await planOf(clinic.id, service.id, "SUB-20310303-AAAAAA");
    await planOf(elsewhere.clinic.id, elsewhere.service.id, "SUB-20310303-BBBBBB");
    for (const search of ["sub-20310303", "paula", "AAAAAA"]) {
      expect((await find(search)).plans.map(({ number }) => number)).toEqual(["SUB-20310303-AAAAAA"]);
    }
    expect((await find("BBBBBB")).plans).toEqual([]);
  });
});

test("a doctor finds their own appointments, and nothing else", async () => {
  const { ids, find, first, second } = await busyHouse();
  expect(await find("anna", "doctor", first)).toMatchObject({ patients: [], plans: [], doctors: [] });
  expect(idsOf((await find("anna", "doctor", first)).appointments)).toEqual([ids.annaToday, ids.annaLater]);
  expect((await find("anna", "doctor", second)).appointments).toEqual([]);
  expect(idsOf((await find("bo berg", "doctor", second)).appointments)).toEqual([ids.bo]);
});
