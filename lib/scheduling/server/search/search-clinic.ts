import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import type { Findings } from "../../search-view.ts";
import { searchWords } from "../../search-words.ts";
import { searchPatients } from "../booking/search-patients.ts";
import { databaseNow } from "../database-now.ts";
import { searchAppointments } from "./search-appointments.ts";
import { searchDoctors, searchPlanNumbers } from "./search-plans-and-doctors.ts";

const mostOfAKind = 6;

interface SearchRequest {
  clinicId: string;
  search: string;
  /** As what somebody looks: the front desk finds everybody, a doctor their own appointments. */
  as: "staff" | "doctor";
}

const nothing: Findings = { patients: [], appointments: [], plans: [], doctors: [] };

/** Patients, appointments, plans and doctors of a clinic by some words, one statement a kind. */
export async function searchClinic(
  actor: Actor,
  { clinicId, search, as }: SearchRequest,
  clock: Clock = databaseClock,
): Promise<Result<Findings>> {
  if (!hasRole(actor, clinicId, as)) return refuse(refusal("NOT_FOUND"));
  const wanted = searchWords(search);
  if (!wanted) return ok(nothing);
  const now = await databaseNow(clock);
  const asked = { clinicId, wanted, now, limit: mostOfAKind };
  if (as === "doctor") {
    const { doctorId } = actor;
    return ok(doctorId ? { ...nothing, appointments: await searchAppointments({ ...asked, doctorId }) } : nothing);
  }
  const [people, appointments, plans, doctors] = await Promise.all([
    searchPatients(actor, { clinicId, search }),
    searchAppointments(asked),
    searchPlanNumbers(asked),
    searchDoctors(asked),
  ]);
  return ok({ patients: people.ok ? people.value.slice(0, mostOfAKind) : [], appointments, plans, doctors });
}
