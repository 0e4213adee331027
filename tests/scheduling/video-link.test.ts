import { expect, test } from "vitest";
import { appointmentFile } from "#lib/calendar/server/appointment-file.ts";
import { isMessageKind } from "#lib/notifications/message-kinds.ts";
import { writeMail } from "#lib/notifications/server/write-mail.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { setVideoLink } from "#lib/scheduling/server/appointments/set-video-link.ts";
import { readOnly } from "../calendar/read-calendar.ts";
import { ownerSql } from "../database.ts";
import { earlyMonday, makePerson } from "../factories.ts";
import { booked } from "./visit.ts";

const usual = "https://video.example.test/usual";
const own = "https://video.example.test/own";

async function byVideo() {
  const made = await booked();
  await ownerSql("UPDATE service SET mode = 'video' WHERE id = $1", [made.service.id]);
  await ownerSql("UPDATE doctor SET video_url = $2 WHERE id = $1", [made.doctor.doctorId, usual]);
  return { ...made, id: made.appointment.id };
}

async function mailsTo(id: string, recipient: string): Promise<{ kind: string; text: string; calendar: string }[]> {
  const rows = await ownerSql<{ id: string; kind: string; payload: unknown; version: number }>(
    `SELECT id, kind, payload, appointment_version AS version FROM message
     WHERE appointment_id = $1 AND recipient = $2 ORDER BY appointment_version`,
    [id, recipient],
  );
  const mails = [];
  for (const { id: message, kind, payload, version } of rows) {
    if (!isMessageKind(kind)) throw new Error(kind);
    const about = { clinicId: null, appointmentId: id, appointmentVersion: version, subscriptionId: null };
    const mail = await writeMail({
      id: message,
      deliveryId: message,
      kind,
      recipient,
      locale: "en",
      payload,
      ...about,
    });
    mails.push({ kind, text: mail.text, calendar: mail.calendar?.content ?? "" });
  }
  return mails;
}

test("the link is the patient's once it is confirmed, on the page, in the mail and in the calendar; not before", async () => {
  const { id, patient, doctor } = await byVideo();
  expect((await findAppointment(patient.actor, id))?.videoUrl).toBeNull();
  expect(readOnly((await appointmentFile(patient.actor, id)) ?? "").text("location")).toBeNull();
  expect((await findAppointment(doctor.actor, id))?.videoSetting).toEqual({ own: null, usual });

  await confirmAppointment(doctor.actor, { id }, earlyMonday);
  expect(await findAppointment(patient.actor, id)).toMatchObject({ videoUrl: usual, videoSetting: null });
  expect(readOnly((await appointmentFile(patient.actor, id)) ?? "").text("location")).toBe(usual);
  const [requested, confirmed] = await mailsTo(id, patient.email);
  expect(requested?.text).not.toContain(usual);
  expect(confirmed?.text).toContain(usual);
  expect(readOnly(confirmed?.calendar ?? "").text("location")).toBe(usual);
});

test("a link of its own takes the place of the usual one, and the patient is told where it is confirmed", async () => {
  const { id, patient, doctor, clinic } = await byVideo();
  expect(await setVideoLink(doctor.actor, { id, videoUrl: own })).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await mailsTo(id, patient.email)).toHaveLength(1);
  await confirmAppointment(doctor.actor, { id }, earlyMonday);
  expect((await findAppointment(patient.actor, id))?.videoUrl).toBe(own);
  const staff = await makePerson(clinic, "staff");
  await setVideoLink(staff.actor, { id, videoUrl: "" });
  const mails = await mailsTo(id, patient.email);
  expect(mails.map(({ kind }) => kind)).toEqual([
    "appointment_requested",
    "appointment_confirmed",
    "appointment_changed",
  ]);
  expect(mails[2]?.text).toContain(usual);
  expect(readOnly(mails[2]?.calendar ?? "")).toMatchObject({ sequence: 2 });
});

test.each([
  "http://video.example.test",
  "javascript:alert(1)",
  "video.example.test/room",
  `https://x/${"y".repeat(500)}`,
])("%s is no link that anybody is led to", async (videoUrl) => {
  const { id, doctor } = await byVideo();
  expect(await setVideoLink(doctor.actor, { id, videoUrl })).toMatchObject({
    refusal: { code: "VALIDATION", errors: [{ path: "videoUrl" }] },
  });
});

test("only of visits by video, by who may, and on what was seen", async () => {
  const { id, doctor, patient } = await booked().then((made) => ({ ...made, id: made.appointment.id }));
  expect(await setVideoLink(doctor.actor, { id, videoUrl: own })).toMatchObject({
    refusal: { errors: [{ message: "not_by_video" }] },
  });
  expect(await setVideoLink(patient.actor, { id, videoUrl: own })).toMatchObject({ refusal: { code: "FORBIDDEN" } });
  expect(await setVideoLink(doctor.actor, { id, version: 9, videoUrl: own })).toMatchObject({
    refusal: { code: "VERSION_CONFLICT" },
  });
});
