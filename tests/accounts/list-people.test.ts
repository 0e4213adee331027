import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { findPerson, listPeople } from "#lib/accounts/server/list-people.ts";
import { ownerSql } from "../database.ts";
import { makeClinic, makePatients, makePerson } from "../factories.ts";
import { booked } from "../scheduling/visit.ts";

test("shows whoever has a role or ever booked at the clinic, and nobody of another", async () => {
  const { clinic, patient, doctor } = await booked();
  const admin = await makePerson(clinic, "admin", "staff");
  const stranger = await makePerson(await makeClinic(), "staff");
  const answer = await listPeople(admin.actor, { clinicId: clinic.id });
  const found = answer.ok ? answer.value : null;
  expect(new Set(found?.people.map((person) => person.id))).toEqual(new Set([patient.id, doctor.id, admin.id]));
  expect(found?.people.find((person) => person.id === admin.id)?.roles).toEqual(["staff", "admin"]);
  expect(found?.counts).toEqual({ all: 3, doctor: 1, staff: 1, admin: 1, patient: 1 });
  expect(JSON.stringify(answer)).not.toContain(stranger.email);
});

test("somebody new to the clinic is found by the whole address, not by a part of it", async () => {
  const clinic = await makeClinic();
  const admin = await makePerson(clinic, "admin");
  const newcomer = await makePerson();
  const search = async (text: string) => {
    const answer = await listPeople(admin.actor, { clinicId: clinic.id, search: text });
    return answer.ok && answer.value.people.map((person) => person.id);
  };
  expect(await search(newcomer.email.toUpperCase())).toEqual([newcomer.id]);
  expect(await search(newcomer.email.slice(0, -1))).toEqual([]);
  const query = { clinicId: clinic.id, userId: newcomer.id };
  expect(await findPerson(admin.actor, query)).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  expect(await findPerson(admin.actor, { ...query, email: newcomer.email })).toMatchObject({
    ok: true,
    value: { id: newcomer.id, roles: [], adminCount: 1 },
  });
});

test("the telephone number is for the clinics that know the person", async () => {
  const { clinic, patient } = await booked();
  const [admin, stranger] = [await makePerson(clinic, "admin"), await makePerson()];
  await ownerSql("UPDATE app_user SET phone = '020 7946 0000' WHERE id = ANY($1::uuid[])", [[patient.id, stranger.id]]);
  const phoneOf = async ({ id, email }: { id: string; email: string }) => {
    const [found, listed] = [
      await findPerson(admin.actor, { clinicId: clinic.id, userId: id, email }),
      await listPeople(admin.actor, { clinicId: clinic.id, search: email }),
    ];
    return [found.ok && found.value.phone, listed.ok && listed.value.people[0]?.phone];
  };
  expect(await phoneOf(patient)).toEqual(["020 7946 0000", "020 7946 0000"]);
  expect(await phoneOf(stranger)).toEqual([null, null]);
});

test("search takes signs as they are, filters by role and turns pages in a fixed order", async () => {
  const clinic = await makeClinic();
  const admin = await makePerson(clinic, "admin");
  const patients = await makePatients(30);
  await ownerSql(
    "INSERT INTO membership (user_id, clinic_id, role) SELECT id, $1, 'patient' FROM app_user WHERE id = ANY($2::uuid[])",
    [clinic.id, patients.map((patient) => patient.id)],
  );
  const ask = async (query: object) => {
    const answer = await listPeople(admin.actor, { clinicId: clinic.id, ...query });
    return answer.ok ? answer.value : null;
  };
  expect((await ask({ search: "%" }))?.people).toEqual([]);
  expect((await ask({ search: "' OR true --" }))?.people).toEqual([]);
  expect((await ask({ search: "PATIENT 7" }))?.people.map((person) => person.name)).toEqual(["Patient 7"]);
  expect((await ask({ filter: "admin" }))?.people.map((person) => person.id)).toEqual([admin.id]);

  const [first, second] = [await ask({ filter: "patient" }), await ask({ filter: "patient", page: 2 })];
  expect([first?.people.length, second?.people.length, first?.pageCount]).toEqual([25, 5, 2]);
  const all = [...(first?.people ?? []), ...(second?.people ?? [])].map((person) => person.id);
  expect(new Set(all).size).toBe(30);
});

test("only the clinic's admins ask", async () => {
  const [clinic, other] = [await makeClinic(), await makeClinic()];
  const admin = await makePerson(clinic, "admin");
  for (const { actor } of [
    await makePerson(clinic, "staff", "doctor"),
    await makePerson(other, "admin"),
    await makePerson(),
  ]) {
    const refused = { ok: false, refusal: { code: "NOT_FOUND" } };
    expect(await listPeople(actor, { clinicId: clinic.id })).toMatchObject(refused);
    expect(await findPerson(actor, { clinicId: clinic.id, userId: admin.id })).toMatchObject(refused);
  }
  expect(await findPerson(admin.actor, { clinicId: clinic.id, userId: randomUUID() })).toMatchObject({
    refusal: { code: "NOT_FOUND" },
  });
});
