import "server-only";
import { answering, answerTo } from "#lib/refusals/server/answering.ts";
import type { Result } from "#lib/result.ts";
import { type Refusal, type RefusalCode, type RefusalDetail, refusal } from "../refusal.ts";

/** Every constraint that may refuse a booking or a change, by name, with the answer a person gets. */
const byConstraint: Record<string, [RefusalCode, RefusalDetail?]> = {
  slot_capacity: ["SLOT_FULL"],
  day_capacity: ["DAY_FULL"],
  session_seats: ["SLOT_FULL", { reason: "session" }],
  slot_open: ["CLOSED"],
  slot_coverage: ["OUTSIDE_HOURS", { reason: "off_grid" }],
  appointment_doctor_overlap: ["DOCTOR_BUSY"],
  appointment_resource_overlap: ["DOCTOR_BUSY", { reason: "resource" }],
  appointment_patient_overlap: ["SAME_PATIENT"],
  appointment_guest_slot: ["SAME_PATIENT"],
  account_erased: ["UNAUTHENTICATED"],
  appointment_replacement: ["VERSION_CONFLICT"],
  appointment_hold_once: ["SAME_PATIENT"],
  appointment_doctor_id_service_id_fkey: ["NOT_OFFERED"],
  time_slot_booked: ["VERSION_CONFLICT"],
  weekly_hours_overlap: ["VERSION_CONFLICT"],
  week_template_overlap: ["VERSION_CONFLICT"],
  week_template_clinic_id_name_key: ["VERSION_CONFLICT"],
};

const answers = Object.fromEntries(
  Object.entries(byConstraint).map(([name, [code, detail]]) => [name, refusal(code, detail)]),
);

/** Turns what the database refused into a refusal, and what is only overload into BUSY. Other faults go on. */
export function orRefusal<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  return answering(answers, work);
}

export function refusedByDatabase(error: unknown): Refusal | null {
  return answerTo(error, answers);
}
