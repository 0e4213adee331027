import { beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { findMail } from "#lib/notifications/server/mail-log.ts";
import { chooseReminders, ownReminders } from "#lib/notifications/server/own-reminders.ts";
import { findReminderPlan, saveReminderPlan } from "#lib/notifications/server/reminder-plan.ts";
import { findReminderSubscription, resumeReminders, stopReminders } from "#lib/notifications/server/unsubscribe.ts";
import { ownerSql } from "../database.ts";
import { at, makeClinic, makePerson } from "../factories.ts";
import { before, book, makeGuest, plansSent, remindAt, reminderHouse, remindersOf } from "./reminding.ts";

beforeEach(async () => {
  delete env().sms;
  await ownerSql("UPDATE clinic SET reminder_minutes = '{}'");
});

async function guestWithLink() {
  const house = await reminderHouse();
  const email = await makeGuest(await book(house, house.patient, at("10:30")));
  await remindAt(before(7, "10:30"));
  const token = (await remindersOf(house))[0]?.payload.unsubscribe as string;
  return { house, email, token };
}

const linesOf = (clinicId: string) =>
  ownerSql(
    "SELECT action, actor_role FROM audit_entry WHERE clinic_id = $1 AND action LIKE 'reminders.%' ORDER BY id",
    [clinicId],
  );

test("the link of a reminder ends them for that clinic and address, as often as it is pressed, and brings them back", async () => {
  const { house, email, token } = await guestWithLink();
  const subscription = { clinicName: "Test Clinic", email, getsReminders: true };
  expect(await findReminderSubscription(token)).toEqual(subscription);
  await Promise.all([1, 2, 3].map(() => stopReminders(token)));
  expect(await findReminderSubscription(token)).toEqual({ ...subscription, getsReminders: false });
  await remindAt(before(1, "10:30"));
  expect(await plansSent(house)).toEqual([10_080]);

  expect((await resumeReminders(token)).ok).toBe(true);
  await remindAt(at("08:30"));
  expect(await plansSent(house)).toEqual([10_080, 120]);
  expect((await linesOf(house.clinic.id)).map(({ action }) => action)).toEqual([
    "reminders.stopped",
    "reminders.resumed",
  ]);
});

test("a link that is unknown, revoked or for something else ends nothing", async () => {
  const { house, token } = await guestWithLink();
  const appointmentLink = (await remindersOf(house))[0]?.payload.appointments[0]?.token as string;
  await ownerSql("UPDATE access_token SET revoked_at = now() WHERE subject LIKE $1 || ':%'", [house.clinic.id]);
  for (const dead of [token, appointmentLink, "a".repeat(43), "", "x"]) {
    expect(await findReminderSubscription(dead)).toBeNull();
    expect(await stopReminders(dead)).toMatchObject({ refusal: { code: "NOT_FOUND" } });
    expect(await resumeReminders(dead)).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  }
  expect(await ownerSql("SELECT * FROM reminder_opt_out WHERE clinic_id = $1", [house.clinic.id])).toEqual([]);
});

const wantedBy = async (actor: Parameters<typeof ownReminders>[0], clinicId: string) => {
  const own = await ownReminders(actor, { clinicId });
  return own.ok && own.value.wanted;
};

test("somebody with an account chooses fewer, none, and all again; the account ends an earlier wish for none", async () => {
  const house = await reminderHouse();
  const clinicId = house.clinic.id;
  const { actor, email } = house.patient;
  expect(await wantedBy(actor, clinicId)).toEqual([10_080, 1_440, 120]);
  await chooseReminders(actor, { clinicId, reminders: ["120", "99"] });
  expect(await wantedBy(actor, clinicId)).toEqual([120]);
  await chooseReminders(actor, { clinicId, reminders: [] });
  expect(await wantedBy(actor, clinicId)).toEqual([]);
  await ownerSql("INSERT INTO reminder_opt_out (clinic_id, email) VALUES ($1, upper($2))", [clinicId, email]);
  await chooseReminders(actor, { clinicId, reminders: [10_080, 1_440, 120] });
  expect(await wantedBy(actor, clinicId)).toEqual([10_080, 1_440, 120]);
  await book(house, house.patient, at("10:30"));
  await remindAt(at("08:30"));
  expect(await plansSent(house)).toEqual([120]);
});

test("what one chooses at one clinic leaves the other's reminders as they were", async () => {
  const [north, south] = [await makeClinic(), await makeClinic()];
  await ownerSql("UPDATE clinic SET reminder_minutes = $2 WHERE id = $1", [north.id, [1_440, 120]]);
  await ownerSql("UPDATE clinic SET reminder_minutes = $2 WHERE id = $1", [south.id, [2_880, 60]]);
  const { actor } = await makePerson();
  await chooseReminders(actor, { clinicId: north.id, reminders: [120] });
  expect(await wantedBy(actor, north.id)).toEqual([120]);
  expect(await wantedBy(actor, south.id)).toEqual([2_880, 60]);
  await chooseReminders(actor, { clinicId: south.id, reminders: [60] });
  expect(await wantedBy(actor, north.id)).toEqual([120]);
});

test("text messages need a number that a provider can use", async () => {
  env().sms = { url: "http://127.0.0.1:9", authorization: null, sender: "Northgate", body: "{to}{text}" };
  const house = await reminderHouse();
  const { actor, id, email } = house.patient;
  const choose = () => chooseReminders(actor, { clinicId: house.clinic.id, reminders: [120], bySms: "on" });
  const refusedFor = (message: string) => ({ refusal: { errors: [{ path: "bySms", message }] } });
  expect(await choose()).toMatchObject(refusedFor("phone_first"));
  await ownerSql("UPDATE app_user SET phone = '07700 900123' WHERE id = $1", [id]);
  expect(await choose()).toMatchObject(refusedFor("phone_for_texts"));
  env().sms = { ...env().sms, countryCode: "44" } as NonNullable<ReturnType<typeof env>["sms"]>;
  expect((await choose()).ok).toBe(true);
  await book(house, house.patient, at("10:30"));
  await remindAt(at("08:30"));
  const sent = await remindersOf(house);
  expect(sent.map(({ channel, recipient }) => [channel, recipient]).sort()).toEqual([
    ["email", email],
    ["sms", "+447700900123"],
  ]);
  const text = sent.find(({ channel }) => channel === "sms");
  expect(JSON.stringify(text?.payload)).not.toMatch(/token|unsubscribe/);

  const admin = await makePerson(house.clinic, "admin");
  const shown = await findMail(admin.actor, text?.id ?? "");
  expect(shown).toMatchObject({
    value: { channel: "sms", html: null, link: null, text: "Test Clinic: your appointment is on Mon 3 Mar, 10:30." },
  });
});

test("an admin plans them: longest first, each once, five at most; anybody else does not", async () => {
  const clinic = await makeClinic();
  const admin = await makePerson(clinic, "admin");
  const save = (reminderMinutes: unknown[], dailySheetTime = "") =>
    saveReminderPlan(admin.actor, { clinicId: clinic.id, reminderMinutes, dailySheetTime });
  expect(await save(["120", 2_880, 120], "06:45")).toMatchObject({ ok: true });
  const plan = { reminderMinutes: [2_880, 120], dailySheetTime: "06:45" };
  expect(await findReminderPlan(admin.actor, { clinicId: clinic.id })).toEqual({ ok: true, value: plan });
  for (const wrong of [[14], [43_201], ["soon"], [60, 61, 62, 63, 64, 65]]) {
    expect(await save(wrong)).toMatchObject({ refusal: { code: "VALIDATION" } });
  }
  expect(await save([60], "24:00")).toMatchObject({ refusal: { errors: [{ path: "dailySheetTime" }] } });
  expect(await findReminderPlan(admin.actor, { clinicId: clinic.id })).toEqual({ ok: true, value: plan });
  expect(await save([])).toMatchObject({ value: { reminderMinutes: [], dailySheetTime: null } });
  const staff = await makePerson(clinic, "staff");
  expect(await saveReminderPlan(staff.actor, { clinicId: clinic.id, reminderMinutes: [] })).toMatchObject({
    ok: false,
  });
});
