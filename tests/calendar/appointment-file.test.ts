import { expect, test } from "vitest";
import { guestByLink, newGuest } from "#lib/auth/guest.ts";
import { appointmentFile, bookedFile } from "#lib/calendar/server/appointment-file.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { createPlan } from "#lib/scheduling/server/plans/create-plan.ts";
import { previewPlan } from "#lib/scheduling/server/plans/preview-plan.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, makePatients, makePerson } from "../factories.ts";
import { heldByGuest, newSecret } from "../scheduling/holding.ts";
import {
  guest as anybody,
  granted,
  guestOf,
  makePlanHouse,
  orderOf,
  storedVisits,
  wishOf,
} from "../scheduling/planning.ts";
import { booked } from "../scheduling/visit.ts";
import { readCalendar, readOnly } from "./read-calendar.ts";

test("its patient gets it as a file that invites nobody", async () => {
  const { patient, appointment } = await booked();
  const text = await appointmentFile(patient.actor, appointment.id);
  expect(readCalendar(text ?? "").method).toBe("PUBLISH");
  const event = readOnly(text ?? "");
  expect(event).toMatchObject({ startsAt: at("10:00"), endsAt: at("10:30"), tzid: "Europe/London", sequence: 0 });
  expect(event.text("status")).toBe("TENTATIVE");
  expect(event.text("attendee")).toBeNull();
});

test("the same event as the invitation's: saved twice it is there once", async () => {
  const { patient, appointment } = await booked();
  const [row] = await ownerSql<{ uid: string; told: string }>(
    `SELECT ics_uid AS uid, payload #>> '{event,uid}' AS told FROM appointment a JOIN message m ON m.appointment_id = a.id
     WHERE a.id = $1 AND m.kind = 'appointment_requested'`,
    [appointment.id],
  );
  expect(row?.told).toBe(row?.uid);
  expect(readOnly((await appointmentFile(patient.actor, appointment.id)) ?? "").text("uid")).toBe(row?.uid);
});

test("everybody else gets what they get for one that does not exist", async () => {
  const { appointment, doctor, clinic } = await booked();
  const [stranger] = await makePatients(1);
  const others = [stranger, doctor, await makePerson(clinic, "staff"), await makePerson(clinic, "admin")];
  for (const other of others) {
    if (!other) throw new Error("Somebody is missing");
    expect(await appointmentFile(other.actor, appointment.id)).toBeNull();
  }
  expect(await appointmentFile(newGuest(), appointment.id)).toBeNull();
  expect(await appointmentFile(others[0]?.actor ?? doctor.actor, "01890000-0000-7000-8000-000000000000")).toBeNull();
  expect(await appointmentFile(doctor.actor, "' OR 1=1 --")).toBeNull();
});

test("a guest gets it by the mailed link, and by the browser that booked", async () => {
  const made = await heldByGuest();
  const contact = { name: "Noor Haddad", email: "noor@example.test", phone: "+44 7700 900123" };
  const result = await bookAppointment(newGuest(), { ...made.request, contact, hold: made.proof }, earlyMonday);
  if (!result.ok) throw new Error(result.refusal.code);
  const { id } = result.value;
  const [mail] = await ownerSql<{ token: string }>(
    "SELECT payload ->> 'token' AS token FROM message WHERE appointment_id = $1 AND recipient = $2",
    [id, contact.email],
  );
  const guest = await guestByLink(mail?.token ?? "");
  if (!guest) throw new Error("The mail's link opens nothing");
  const byLink = await appointmentFile(guest, id);
  expect(readOnly(byLink ?? "").text("description")).toBeNull();
  expect(await bookedFile(made.proof.secret, id)).toBe(byLink);
  expect(await bookedFile(newSecret(), id)).toBeNull();
  expect(await bookedFile(undefined, id)).toBeNull();
  const { appointment } = await booked();
  expect(await appointmentFile(guest, appointment.id)).toBeNull();
  expect(await bookedFile(made.proof.secret, appointment.id)).toBeNull();
});

test("whoever holds a care plan's link gets each of its visits, and none of another plan's", async () => {
  const wish = wishOf(await makePlanHouse());
  const plans = [];
  for (const time of ["10:00", "11:00"]) {
    const asked = { ...wish, time };
    const preview = granted(await previewPlan(anybody, asked, earlyMonday));
    plans.push(granted(await createPlan(anybody, orderOf(asked, preview), earlyMonday)));
  }
  const [mine, theirs] = await Promise.all(plans.map(storedVisits));
  const holder = guestOf(plans[0]?.id ?? "");
  const starts = (mine ?? []).map(({ startsAt }) => startsAt?.getTime());
  const files = (mine ?? []).map(({ appointmentId }) => appointmentFile(holder, appointmentId ?? ""));
  const read = (await Promise.all(files)).map((text) => readOnly(text ?? "").startsAt);
  expect(read).toEqual(starts);
  expect(starts.length).toBeGreaterThan(10);
  expect(await appointmentFile(holder, theirs?.[0]?.appointmentId ?? "")).toBeNull();
});

test("what was called off says so; a place that is only held is no appointment", async () => {
  const { patient, appointment } = await booked();
  await ownerSql("UPDATE appointment SET status = 'cancelled', cancelled_at = now() WHERE id = $1", [appointment.id]);
  const cancelled = readOnly((await appointmentFile(patient.actor, appointment.id)) ?? "");
  expect(cancelled.text("status")).toBe("CANCELLED");
  const held = await heldByGuest();
  await ownerSql("UPDATE appointment SET patient_id = $2, hold_key = NULL WHERE id = $1", [held.hold.id, patient.id]);
  expect(await appointmentFile(patient.actor, held.hold.id)).toBeNull();
});
