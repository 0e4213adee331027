import { expect, test } from "vitest";
import { findPerson } from "#lib/accounts/server/list-people.ts";
import { signIn } from "#lib/accounts/server/sign-in.ts";
import { deactivatePerson, reactivatePerson } from "#lib/accounts/server/switch-account.ts";
import { loadActor } from "#lib/auth/load-actor.ts";
import { db } from "#lib/db/client.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { earlyMonday, makeClinic, makeHouse } from "../factories.ts";
import { actorOf, anyVisitor, auditOf, giveRole, goodPassword, makePerson } from "./people.ts";

async function clinicWithAdmin(clinicId?: string) {
  const id = clinicId ?? (await makeClinic()).id;
  const admin = await makePerson();
  await giveRole(admin, id, "admin");
  return { clinicId: id, admin, actor: await actorOf(admin) };
}

test("an account that is off has no session, cannot sign in, and is as it was when it is on again", async () => {
  const { clinicId, actor } = await clinicWithAdmin();
  const person = await makePerson();
  await giveRole(person, clinicId, "staff");
  const input = { clinicId, userId: person.id };
  const credentials = { email: person.email, password: goodPassword };

  expect(await deactivatePerson(actor, input)).toEqual({ ok: true, value: null });
  expect(await loadActor(person.id, 0)).toBeNull();
  expect(await loadActor(person.id, 1)).toBeNull();
  expect(await signIn(anyVisitor(), credentials)).toMatchObject({ refusal: { detail: { reason: "disabled" } } });
  expect(await deactivatePerson(actor, input)).toEqual({ ok: true, value: null });

  expect(await reactivatePerson(actor, input)).toEqual({ ok: true, value: null });
  expect((await loadActor(person.id, 1))?.memberships).toMatchObject([{ role: "staff" }]);
  expect(await auditOf(person.id)).toEqual(["user.deactivated", "user.reactivated"]);
});

test("a doctor who is off cannot be booked; appointments ahead stay and are counted", async () => {
  const { clinic, doctor, service, slots } = await makeHouse();
  const { clinicId, actor } = await clinicWithAdmin(clinic.id);
  const patient = await makePerson();
  const wish = { clinicId, serviceId: service.id, doctorId: doctor.doctorId };
  const booked = await bookAppointment(await actorOf(patient), { ...wish, startsAt: slots[2]?.startsAt }, earlyMonday);
  expect(booked).toMatchObject({ ok: true });
  const input = { clinicId, userId: doctor.id };
  expect(await findPerson(actor, input)).toMatchObject({ ok: true, value: { ahead: 1 } });

  await deactivatePerson(actor, input);
  const later = { ...wish, startsAt: slots[4]?.startsAt };
  expect(await bookAppointment(await actorOf(patient), later, earlyMonday)).toMatchObject({ ok: false });
  expect(await db.appointment.count({ where: { doctorId: doctor.doctorId, status: "pending" } })).toBe(1);
  await reactivatePerson(actor, input);
  expect(await bookAppointment(await actorOf(patient), later, earlyMonday)).toMatchObject({ ok: true });
});

test("nobody shuts themselves out, and two admins who switch each other off leave one", async () => {
  const { clinicId, admin, actor } = await clinicWithAdmin();
  const own = { clinicId, userId: admin.id };
  expect(await deactivatePerson(actor, own)).toMatchObject({ refusal: { detail: { reason: "self" } } });
  const second = await clinicWithAdmin(clinicId);
  const results = await Promise.all([
    deactivatePerson(actor, { clinicId, userId: second.admin.id }),
    deactivatePerson(second.actor, own),
  ]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const left = await db.user.count({ where: { id: { in: [admin.id, second.admin.id] }, disabledAt: null } });
  expect(left).toBe(1);
});

test("whoever belongs to another practice too is not an admin's to switch off", async () => {
  const { clinicId, actor } = await clinicWithAdmin();
  const elsewhere = await makeClinic();
  const person = await makePerson();
  await giveRole(person, clinicId, "doctor");
  await giveRole(person, elsewhere.id, "doctor");
  expect(await deactivatePerson(actor, { clinicId, userId: person.id })).toMatchObject({
    refusal: { code: "FORBIDDEN", detail: { reason: "elsewhere" } },
  });
  const stranger = await makePerson();
  expect(await deactivatePerson(actor, { clinicId, userId: stranger.id })).toMatchObject({
    refusal: { code: "NOT_FOUND" },
  });
});
