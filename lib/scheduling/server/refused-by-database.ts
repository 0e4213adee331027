import "server-only";
import { databaseFailure, isOverload, isRetryable } from "#lib/db/failure.ts";
import type { Result } from "#lib/result.ts";
import { type Refusal, type RefusalCode, type RefusalDetail, refusal } from "../refusal.ts";

/** Every constraint that may refuse a booking or a change, by name, with the answer a person gets. */
const byConstraint: Record<string, [RefusalCode, RefusalDetail?]> = {
  slot_capacity: ["SLOT_FULL"],
  day_capacity: ["DAY_FULL"],
  session_seats: ["SLOT_FULL"],
  slot_open: ["CLOSED"],
  slot_coverage: ["OUTSIDE_HOURS", { reason: "off_grid" }],
  appointment_doctor_overlap: ["DOCTOR_BUSY"],
  appointment_resource_overlap: ["DOCTOR_BUSY"],
  appointment_patient_overlap: ["SAME_PATIENT"],
  appointment_guest_slot: ["SAME_PATIENT"],
  appointment_doctor_id_service_id_fkey: ["NOT_OFFERED"],
  time_slot_booked: ["VERSION_CONFLICT"],
  weekly_hours_overlap: ["VERSION_CONFLICT"],
};

/** Turns what the database refused into a refusal, and what is only overload into BUSY. Other faults go on. */
export async function orRefusal<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const refused = refusedByDatabase(error);
    if (!refused) throw error;
    return { ok: false, refusal: refused };
  }
}

export function refusedByDatabase(error: unknown): Refusal | null {
  const failure = databaseFailure(error);
  if (!failure) return null;
  if (isRetryable(failure) || isOverload(failure)) return refusal("BUSY");
  // By name and not by position in the text, which is in the server's language.
  const constraint = Object.keys(byConstraint).find((name) => failure.message.includes(`${name}`));
  if (!constraint) return null;
  const [code, detail] = byConstraint[constraint] ?? ["BUSY"];
  return refusal(code, { ...detail, ...numbersIn(failure.detail) });
}

/** The numbers that our triggers put into DETAIL; PostgreSQL's own details may name people and stay out. */
function numbersIn(detail: string | undefined): RefusalDetail {
  if (!detail?.startsWith("{")) return {};
  const { startsAt, ...numbers } = JSON.parse(detail) as RefusalDetail;
  return startsAt === undefined ? numbers : { ...numbers, startsAt: Date.parse(String(startsAt)) };
}
