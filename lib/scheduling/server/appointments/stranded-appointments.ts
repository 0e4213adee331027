import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { LocalDate } from "#lib/time.ts";
import { strandings } from "../../impact.ts";
import { refusal } from "../../refusal.ts";
import type { StrandedAppointment } from "../../stranding.ts";
import { loadHouse } from "../availability/load-house.ts";
import { describeStranded } from "./stranded-rows.ts";

export interface StrandedRequest {
  clinicId: string;
  /** Only this doctor's. */
  doctorId?: string | undefined;
  /** Only these days, both included; all that lies ahead where left out. */
  days?: { from: LocalDate; to: LocalDate } | undefined;
}

/**
 * The appointments ahead that today's rules would not take any more: worked out whenever somebody asks, so that the
 * answer is true whatever was changed since they were booked. For staff, and for doctors about their own.
 */
export async function strandedAppointments(
  actor: Actor,
  { clinicId, doctorId, days }: StrandedRequest,
  clock: Clock = databaseClock,
): Promise<Result<StrandedAppointment[]>> {
  const isOwn = doctorId !== undefined && doctorId === actor.doctorId && hasRole(actor, clinicId, "doctor");
  if (!isOwn && !hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  const house = await loadHouse(clinicId, days);
  if (!house) return refuse(refusal("NOT_FOUND"));
  const state = { ...house.state, now: clock(house.state.now) };
  const found = await describeStranded(clinicId, strandings(state, house.rules));
  return ok(found.filter((each) => isAsked(each, doctorId, days)));
}

function isAsked(
  { doctor, localDate }: StrandedAppointment,
  doctorId: string | undefined,
  days: StrandedRequest["days"],
): boolean {
  if (doctorId !== undefined && doctor.id !== doctorId) return false;
  return days === undefined || (days.from <= localDate && localDate <= days.to);
}
