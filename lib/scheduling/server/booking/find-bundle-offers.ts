import "server-only";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { daysBetween, type EpochMs, type LocalDate, localDateOf } from "#lib/time.ts";
import type { BundlePart } from "../../bundle.ts";
import { refusal } from "../../refusal.ts";
import { mostInBundle } from "../../schema.ts";
import type { Availability } from "../availability/find-availability.ts";
import { type BundleWish, loadBundle, offersIn, planIn, withOtherStarts } from "./load-bundle.ts";

export interface BundleOffersRequest {
  clinicId: string;
  /** In the order in which they are wanted. */
  items: readonly BundleWish[];
  from: LocalDate;
  /** Included; at most 31 days from `from`. */
  to: LocalDate;
}

const longestRange = 31;

/** The starts at which all of the services can be had back to back; one statement per service. Anybody may ask. */
export async function findBundleOffers(
  { clinicId, items, from, to }: BundleOffersRequest,
  clock: Clock = databaseClock,
): Promise<Result<Availability>> {
  const length = daysBetween(from, to) + 1;
  if (length < 1 || length > longestRange) return refuse(refusal("VALIDATION", { longestRange }));
  if (items.length < 1 || items.length > mostInBundle) return refuse(refusal("VALIDATION", { mostInBundle }));
  const loaded = await loadBundle(db, { clinicId, days: { from, to } }, items);
  if (!loaded.ok) return loaded;
  const [{ now, policy }] = loaded.value as [(typeof loaded.value)[number]];
  const today = localDateOf(clock(now), policy.timeZone);
  return ok({ now: clock(now), today, days: offersIn(loaded.value, { party: "patient" }, clock) });
}

/**
 * What would be booked for a start, part by part, in the order of the services; refused with up to three other starts.
 * With any doctor the choice may differ by the time it is booked. Anybody may ask.
 */
export async function planBundle(
  { clinicId, items, startsAt }: { clinicId: string; items: readonly BundleWish[]; startsAt: EpochMs },
  clock: Clock = databaseClock,
): Promise<Result<BundlePart[]>> {
  const anybody = { party: "patient", patientId: null } as const;
  const loaded = await loadBundle(db, { clinicId, days: { of: startsAt } }, items);
  if (!loaded.ok) return loaded;
  const plan = planIn(loaded.value, anybody, startsAt, clock);
  if (plan.ok) return plan;
  return refuse(await withOtherStarts(plan.refusal, { clinicId, items, startsAt }, anybody, clock));
}
