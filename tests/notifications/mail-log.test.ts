import { expect, test } from "vitest";
import { requestPasswordReset } from "#lib/accounts/server/request-password-reset.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { findMail, listMail } from "#lib/notifications/server/mail-log.ts";
import { queueMessage } from "#lib/notifications/server/queue-message.ts";
import { actorOf, anyEmail, anyVisitor, giveRole, makePerson } from "../accounts/people.ts";
import { ownerSql } from "../database.ts";
import { makeClinic } from "../factories.ts";

const everything = { states: [], kind: null, before: null };

async function clinicWithAdmin() {
  const { id: clinicId } = await makeClinic();
  const admin = await makePerson();
  await giveRole(admin, clinicId, "admin");
  return { clinicId, admin, actor: await actorOf(admin) };
}

async function appointmentMail(clinicId: string): Promise<string> {
  const recipient = anyEmail();
  const payload = {
    name: "Priya",
    clinicName: "Northgate",
    timeZone: "Europe/London",
    serviceName: "Blood test",
    doctorName: "Dr Okafor",
    startsAt: Date.UTC(2031, 2, 3, 9),
  };
  await inTransaction((tx) =>
    queueMessage(tx, { kind: "appointment_confirmed", recipient, locale: "en", payload, clinicId }),
  );
  return recipient;
}

async function seenBy(actor: Awaited<ReturnType<typeof actorOf>>): Promise<string[]> {
  const page = await listMail(actor, everything);
  if (!page.ok) throw new Error(page.refusal.code);
  return page.value.mails.map((mail) => mail.recipient);
}

test("where there is one clinic, its admin sees a link that opens anybody's account", async () => {
  const { actor, admin } = await clinicWithAdmin();
  const patient = await makePerson();
  for (const { email } of [patient, admin]) await requestPasswordReset(anyVisitor(), { email });
  expect(await seenBy(actor)).toEqual(expect.arrayContaining([patient.email, admin.email]));
});

test("an admin sees the mails of their own clinic only", async () => {
  const [north, south] = [await clinicWithAdmin(), await clinicWithAdmin()];
  const [toNorth, toSouth] = [await appointmentMail(north.clinicId), await appointmentMail(south.clinicId)];
  expect(await seenBy(north.actor)).toContain(toNorth);
  expect(await seenBy(north.actor)).not.toContain(toSouth);
  const [row] = await ownerSql<{ id: string }>("SELECT id FROM message WHERE recipient = $1", [toSouth]);
  expect(await findMail(north.actor, row?.id ?? "")).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  expect(await findMail(south.actor, row?.id ?? "")).toMatchObject({ ok: true });
});

test("among several clinics, a link that opens an account is shown for own people, not for anybody else's", async () => {
  const [north, south] = [await clinicWithAdmin(), await clinicWithAdmin()];
  const [nobodys, ownPatient, both] = [await makePerson(), await makePerson(), await makePerson()];
  await giveRole(ownPatient, north.clinicId, "patient");
  await giveRole(both, north.clinicId, "staff");
  await giveRole(both, south.clinicId, "staff");
  for (const { email } of [nobodys, ownPatient, both, north.admin, south.admin]) {
    await requestPasswordReset(anyVisitor(), { email });
  }
  const seen = await seenBy(north.actor);
  expect(seen).toEqual(expect.arrayContaining([ownPatient.email, north.admin.email]));
  for (const { email } of [nobodys, both, south.admin]) {
    expect(seen).not.toContain(email);
    const [row] = await ownerSql<{ id: string }>("SELECT id FROM message WHERE recipient = $1", [email]);
    expect(await findMail(north.actor, row?.id ?? "")).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  }
});

test.each(["patient", "doctor", "staff"] as const)("%s sees none of it", async (role) => {
  const { clinicId } = await clinicWithAdmin();
  const recipient = await appointmentMail(clinicId);
  const person = await makePerson();
  if (role !== "patient") await giveRole(person, clinicId, role);
  const actor = await actorOf(person);
  const [row] = await ownerSql<{ id: string }>("SELECT id FROM message WHERE recipient = $1", [recipient]);
  expect(await listMail(actor, everything)).toMatchObject({ refusal: { code: "FORBIDDEN" } });
  expect(await findMail(actor, row?.id ?? "")).toMatchObject({ refusal: { code: "FORBIDDEN" } });
});

test("filters and pages go through everything once", async () => {
  const { clinicId, actor } = await clinicWithAdmin();
  const recipients = [];
  for (let n = 0; n < 65; n++) recipients.push(await appointmentMail(clinicId));
  const seen: string[] = [];
  let before: string | null = null;
  do {
    const page = await listMail(actor, { states: ["queued"], kind: "appointment_confirmed", before });
    if (!page.ok) throw new Error(page.refusal.code);
    seen.push(...page.value.mails.map((mail) => mail.recipient));
    before = page.value.nextBefore;
  } while (before);
  expect(seen.sort()).toEqual(recipients.sort());
  expect(await listMail(actor, { ...everything, states: ["dead"] })).toMatchObject({ value: { mails: [] } });
});
