import { expect, test } from "vitest";
import type { Channel, OutgoingMessage } from "#lib/notifications/server/channel.ts";
import { deliverNext } from "#lib/notifications/server/deliver-messages.ts";
import { queueReminders } from "#lib/notifications/server/queue-reminders.ts";
import { reminderHolds } from "#lib/notifications/server/reminder-holds.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import { localDateOf, minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, earlyMonday, makePerson } from "../factories.ts";
import { before, book, type House, remindAt, reminderHouse, remindersOf } from "./reminding.ts";

/** Two appointments of one person and their reminder of the day before, as it stands in the outbox. */
async function reminded(status: "pending" | "confirmed" = "confirmed") {
  const house = await reminderHouse();
  const ids = [
    await book(house, house.patient, at("09:00"), { status }),
    await book(house, house.patient, at("14:00")),
  ];
  await remindAt(before(1, "09:00"));
  return { house, ids: ids as [string, string], holds: (moment = before(1, "12:00")) => holds(house, moment) };
}

async function holds(house: House, moment: number): Promise<boolean> {
  const [reminder] = await remindersOf(house);
  if (!reminder) throw new Error("There is no reminder");
  return reminderHolds(reminder, clockAt(moment));
}

test("a reminder that is still true goes out, until the next is due", async () => {
  const { holds } = await reminded();
  expect(await holds(before(1, "09:00"))).toBe(true);
  expect(await holds(at("06:59"))).toBe(true);
  expect(await holds(at("07:00"))).toBe(false);
  expect(await holds(at("14:00"))).toBe(false);
});

test("not one of what was cancelled", async () => {
  const { house, ids, holds } = await reminded();
  await cancelAppointment(house.patient.actor, { id: ids[1] }, clockAt(before(3, "12:00")));
  expect(await holds()).toBe(false);
});

test("not one of what was moved, nor of what was confirmed meanwhile", async () => {
  const moved = await reminded();
  const request = { id: moved.ids[1], startsAt: at("15:00") };
  const answer = await rescheduleAppointment(moved.house.patient.actor, request, clockAt(before(3, "12:00")));
  expect(answer.ok).toBe(true);
  expect(await moved.holds()).toBe(false);

  const asked = await reminded("pending");
  expect(await asked.holds()).toBe(true);
  expect((await confirmAppointment(asked.house.doctor.actor, { id: asked.ids[0] }, earlyMonday)).ok).toBe(true);
  expect(await asked.holds()).toBe(false);
});

test("not without what was booked besides, to another doctor, or for who had enough of them", async () => {
  const more = await reminded();
  await book(more.house, more.house.patient, at("16:00"), { doctor: 1 });
  expect(await more.holds()).toBe(false);

  const other = await reminded();
  await ownerSql("UPDATE doctor SET name = 'Dr Somebody Else' WHERE id = $1", [other.house.doctor.doctorId]);
  expect(await other.holds()).toBe(false);

  const enough = await reminded();
  const optOut = [enough.house.clinic.id, enough.house.patient.email];
  await ownerSql("INSERT INTO reminder_opt_out (clinic_id, email) VALUES ($1, $2)", optOut);
  expect(await enough.holds()).toBe(false);

  const fewer = await reminded();
  await ownerSql("UPDATE clinic SET reminder_minutes = '{120}' WHERE id = $1", [fewer.house.clinic.id]);
  expect(await fewer.holds()).toBe(false);
});

test("nor one whose payload nobody knows", async () => {
  const { house } = await reminded();
  expect(await reminderHolds({ clinicId: house.clinic.id, recipient: "a@b", payload: {} })).toBe(false);
});

/** Everything by this moment's clock, which delivery goes by: an appointment within the hour that is reminded of. */
async function remindedNow() {
  await ownerSql("DELETE FROM message_attempt");
  await ownerSql("UPDATE message SET status = 'sent'");
  const soon = Math.ceil((Date.now() + minutes(35)) / minutes(30)) * minutes(30);
  const wall = (instant: number) => new Date(instant).toISOString().slice(11, 16);
  const house = await reminderHouse({
    clinic: { timeZone: "UTC" },
    slots: { date: localDateOf(soon, "UTC"), from: wall(soon), count: 1 },
  });
  const id = await book(house, house.patient, soon);
  await ownerSql("UPDATE appointment SET created_at = now() - interval '9 days' WHERE id = $1", [id]);
  await ownerSql("UPDATE clinic SET created_at = now() - interval '9 days' WHERE id = $1", [house.clinic.id]);
  await queueReminders();
  return { house, id };
}

function recording() {
  const sent: OutgoingMessage[] = [];
  const channel: Channel = {
    name: "email",
    async send(message) {
      sent.push(message);
      return "250 ok";
    },
  };
  return { sent, channel };
}

test("delivered by the outbox, without what its links open left behind", async () => {
  const { house } = await remindedNow();
  const { sent, channel } = recording();
  while (await deliverNext(channel));
  expect(sent.map(({ kind }) => kind)).toEqual(["reminder"]);
  const [row] = await remindersOf(house);
  expect(row).toMatchObject({ status: "sent" });
  expect(JSON.stringify(row?.payload)).not.toMatch(/token|unsubscribe/);
});

test("cancelled while it waited: nothing goes out, and what is left is written anew when it is due", async () => {
  const { house, id } = await remindedNow();
  const [first] = await remindersOf(house);
  await ownerSql("UPDATE appointment SET status = 'cancelled', cancelled_at = now() WHERE id = $1", [id]);
  const { sent, channel } = recording();
  while (await deliverNext(channel));
  expect(sent).toEqual([]);
  expect(await remindersOf(house)).toMatchObject([{ status: "superseded", onceKey: null }]);
  await queueReminders();
  expect(await remindersOf(house)).toHaveLength(1);

  const again = await book(house, house.patient, first?.payload.appointments[0]?.startsAt as number, { doctor: 1 });
  await ownerSql("UPDATE appointment SET created_at = now() - interval '9 days' WHERE id = $1", [again]);
  await queueReminders();
  expect(await remindersOf(house)).toMatchObject([{ status: "superseded" }, { status: "queued" }]);
});

test("anything else is delivered as it is", async () => {
  const person = await makePerson();
  await ownerSql("UPDATE message SET status = 'sent'");
  await ownerSql("INSERT INTO message (kind, recipient, payload) VALUES ('password_changed', $1, $2)", [
    person.email,
    JSON.stringify({ name: "Ada" }),
  ]);
  const { sent, channel } = recording();
  while (await deliverNext(channel));
  expect(sent.map(({ recipient }) => recipient)).toEqual([person.email]);
});
