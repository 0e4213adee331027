import { describe, expect, test } from "vitest";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { createService, updateService } from "#lib/scheduling/server/clinic/save-service.ts";
import { earlyMonday, makePerson } from "../factories.ts";
import { visit } from "./visit.ts";

const draft = {
  name: "Blood test",
  durationMinutes: 30,
  priceAmount: 0,
  mode: "in_person",
  requiresConfirmation: false,
  isActive: true,
};
const arm = { label: "Which arm?", kind: "choice", required: true, options: ["Left", "Right"] };
const pills = { label: "Which pills?", kind: "text", required: false, options: [] };

async function asking(...questions: object[]) {
  const house = await visit();
  const admin = await makePerson(house.clinic, "admin");
  const service = { ...draft, clinicId: house.clinic.id, doctorIds: [house.doctor.doctorId], questions };
  const made = await createService(admin.actor, service);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return { ...house, admin, made: made.value, request: { ...house.request, serviceId: made.value.id } };
}

describe("a service's questions", () => {
  test("are asked of the patient, and the answers shown to everybody concerned", async () => {
    const { made, patient, doctor, clinic, request } = await asking(arm, pills);
    const [first, second] = made.questions;
    const unanswered = await bookAppointment(patient.actor, request, earlyMonday);
    expect(unanswered).toMatchObject({
      refusal: { code: "VALIDATION", errors: [{ path: `answers.${first?.id}`, message: "required" }] },
    });
    const answers = { [first?.id as string]: "Left", [second?.id as string]: " " };
    const booked = await bookAppointment(patient.actor, { ...request, answers }, earlyMonday);
    if (!booked.ok) throw new Error(booked.refusal.code);
    const staff = await makePerson(clinic, "staff");
    for (const { actor } of [patient, doctor, staff]) {
      const seen = await findAppointment(actor, booked.value.id, earlyMonday);
      expect(seen?.answers).toEqual([{ questionId: first?.id, label: "Which arm?", answer: "Left" }]);
    }
  });

  test("keep their ids when they are changed and ordered anew, and old answers the words that were asked", async () => {
    const { made, patient, admin, doctor, request } = await asking(arm);
    const [question] = made.questions;
    const answers = { [question?.id as string]: "Left" };
    const booked = await bookAppointment(patient.actor, { ...request, answers }, earlyMonday);
    if (!booked.ok) throw new Error(booked.refusal.code);
    const questions = [pills, { ...question, label: "Arm for the needle?" }];
    const changed = await updateService(admin.actor, {
      ...draft,
      id: made.id,
      doctorIds: [doctor.doctorId],
      questions,
    });
    if (!changed.ok) throw new Error(changed.refusal.code);
    expect(changed.value.questions.map(({ label }) => label)).toEqual(["Which pills?", "Arm for the needle?"]);
    expect(changed.value.questions[1]?.id).toBe(question?.id);
    const seen = await findAppointment(patient.actor, booked.value.id, earlyMonday);
    expect(seen?.answers).toMatchObject([{ label: "Which arm?", answer: "Left" }]);
  });

  test("stay when a change does not speak of them, and go when it says so", async () => {
    const { made, admin } = await asking(arm);
    const same = await updateService(admin.actor, { ...draft, id: made.id, doctorIds: [] });
    expect(same).toMatchObject({ ok: true, value: { questions: [{ label: "Which arm?" }] } });
    const none = await updateService(admin.actor, { ...draft, id: made.id, doctorIds: [], questions: [] });
    expect(none).toMatchObject({ ok: true, value: { questions: [] } });
  });

  test("are refused where nobody could answer them", async () => {
    const { made, admin } = await asking();
    const questions = [{ ...arm, options: ["Left"] }];
    const refused = await updateService(admin.actor, { ...draft, id: made.id, doctorIds: [], questions });
    expect(refused).toMatchObject({ refusal: { errors: [{ path: "questions.0.options", message: "two_options" }] } });
  });
});
