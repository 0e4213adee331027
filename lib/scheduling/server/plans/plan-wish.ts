import "server-only";
import type { z } from "zod";
import type { Clock } from "#lib/clock.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { addDays, localDateOf } from "#lib/time.ts";
import { placeVisits, visitTargets } from "../../placement.ts";
import type { previewPlanSchema } from "../../plan-schema.ts";
import type { PlannedVisit } from "../../plan-view.ts";
import type { PlanningHouse } from "../../planning-house.ts";
import { addMonths, targetDates } from "../../recurrence.ts";
import { type Refusal, refusal } from "../../refusal.ts";
import type { Calendar } from "../availability/load-calendar.ts";
import type { Booker } from "../booking/booking-party.ts";
import { loadPlanningHouse } from "./load-planning-house.ts";

export type PlanWish = z.output<typeof previewPlanSchema>;

export interface Draft {
  house: PlanningHouse;
  calendar: Calendar;
  visits: PlannedVisit[];
  pricePerVisit: number;
}

/** The furthest ahead that a plan may begin. */
const furthestStartMonths = 12;

/** Plans the visits of a wish as they could be had now. Refused as a whole where the wish makes no sense here. */
export async function draftPlan(
  tx: Transaction,
  wish: PlanWish,
  booker: Pick<Booker, "party" | "patientId">,
  clock: Clock,
): Promise<Result<Draft>> {
  const { clinicId, serviceId, doctorId, startDate, frequency, months } = wish;
  const dates = targetDates(frequency, startDate, months);
  const to = addDays(dates.at(-1) ?? startDate, 30);
  const loaded = await loadPlanningHouse(tx, { clinicId, serviceId, from: startDate, to }, booker, clock);
  if (!loaded) return refuse(refusal("NOT_FOUND"));
  const { house, calendar } = loaded;
  const refused = checkWish(wish, calendar, house, booker);
  if (refused) return refuse(refused);
  const anotherDoctorAllowed = doctorId === null || wish.anotherDoctorAllowed;
  const visits = placeVisits(house, { ...wish, targets: visitTargets(dates), anotherDoctorAllowed });
  return ok({ house, calendar, visits, pricePerVisit: priceOf(calendar, doctorId ?? firstDoctor(visits)) });
}

/** With anybody the plan costs what the doctor of its first visit takes, whoever comes later. */
function priceOf({ doctors }: Calendar, doctorId: string | null): number {
  return (doctors.find(({ id }) => id === doctorId) ?? doctors[0])?.priceAmount ?? 0;
}

function firstDoctor(visits: readonly PlannedVisit[]): string | null {
  return visits.find((visit) => visit.doctorId !== null)?.doctorId ?? null;
}

function checkWish(
  { doctorId, startDate }: PlanWish,
  calendar: Calendar,
  { facts }: PlanningHouse,
  { party }: Pick<Booker, "party">,
): Refusal | null {
  const today = localDateOf(facts.now, facts.policy.timeZone);
  if (startDate < today) return invalid("startDate", "past");
  if (startDate > addMonths(today, furthestStartMonths)) return invalid("startDate", "too_far");
  if (calendar.doctors.length === 0) return refusal("NOT_OFFERED");
  if (doctorId && !calendar.doctors.some(({ id }) => id === doctorId)) return refusal("NOT_OFFERED", { doctorId });
  const { missed, limit } = calendar.standing;
  if (party === "patient" && limit !== null && missed >= limit) {
    return refusal("FORBIDDEN", { reason: "missed", missed, limit });
  }
  return null;
}

function invalid(path: string, message: string): Refusal {
  return { ...refusal("VALIDATION"), errors: [{ path, message }] };
}
