import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import { cancellationDeadline } from "#lib/scheduling/policy.ts";
import { type EpochMs, minutes, wallTimeOf } from "#lib/time.ts";
import { demoPolicy } from "./clinic.ts";
import type { Visit } from "./house.ts";
import type { Random } from "./random.ts";
import { reasonsToCancel, reasonsToDecline } from "./texts.ts";

/** How a visit goes. `usual`: as far as it has come by now. */
export type Fate = "usual" | "unanswered" | "confirmed" | "missed" | "cancelled" | "declined";

export interface Step {
  status: AppointmentStatus;
  at: EpochMs;
  by: "patient" | "doctor" | "staff";
  reason?: string;
}

interface Booked {
  visit: Visit;
  createdAt: EpochMs;
  fate: Fate;
  /** Booked by the front desk for somebody without an account. */
  isCaller: boolean;
}

/** What has happened to a visit until `now`, oldest first, never empty; each step by who may make it. */
export function historyOf(booked: Booked, now: EpochMs, random: Random): Step[] {
  const { visit, createdAt, fate, isCaller } = booked;
  const by = isCaller ? "staff" : "patient";
  const requested: Step = { status: visit.service.requiresConfirmation ? "pending" : "confirmed", at: createdAt, by };
  const begun = [requested, ...answer(booked, now, random)];
  switch (fate) {
    case "unanswered":
      return [requested];
    case "confirmed":
      return begun;
    case "declined":
      return [requested, { ...declineOf(booked, now, random), reason: random.pick(reasonsToDecline) }];
    case "cancelled":
      return [...begun, cancellation(booked, begun.at(-1)?.at ?? createdAt, now, random)];
    case "missed":
      return [...begun, { status: "no_show", at: visit.startsAt + minutes(random.between(14, 19)), by: "staff" }];
    case "usual":
      return [...begun, ...dayOfVisit(visit, random)].filter((step) => step.at <= now);
  }
}

/** The confirmation, where one is needed. */
function answer(booked: Booked, now: EpochMs, random: Random): Step[] {
  const { visit, createdAt, fate } = booked;
  if (!visit.service.requiresConfirmation) return [];
  const latest = fate === "usual" ? visit.startsAt : Math.min(visit.startsAt, now);
  return [{ status: "confirmed", at: within(createdAt, latest, random, 14 * 60), by: "doctor" }];
}

function declineOf({ visit, createdAt }: Booked, now: EpochMs, random: Random): Step {
  return { status: "rejected", at: within(createdAt, Math.min(visit.startsAt, now), random, 10 * 60), by: "doctor" };
}

function cancellation({ visit, isCaller }: Booked, after: EpochMs, now: EpochMs, random: Random): Step {
  const deadline = cancellationDeadline(visit.startsAt, demoPolicy);
  const inTime = Math.min(deadline, now);
  const reason = random.pick(reasonsToCancel);
  if (!isCaller && inTime > after)
    return { status: "cancelled", at: within(after, inTime, random), by: "patient", reason };
  return { status: "cancelled", at: within(after, Math.min(visit.startsAt, now), random), by: "staff", reason };
}

function dayOfVisit({ startsAt, endsAt }: Visit, random: Random): Step[] {
  return [
    { status: "checked_in", at: startsAt - minutes(random.between(3, 14)), by: "staff" },
    { status: "in_progress", at: startsAt + minutes(random.between(0, 3)), by: "doctor" },
    { status: "completed", at: endsAt + minutes(random.between(-2, 3)), by: "doctor" },
  ];
}

/** A moment strictly between the two, at most `longest` minutes after the first; by day, where that leaves room for it. */
function within(after: EpochMs, before: EpochMs, random: Random, longest = Number.POSITIVE_INFINITY): EpochMs {
  const room = Math.min(before - after, minutes(longest));
  const draws = Array.from({ length: 8 }, () => after + Math.max(1, Math.floor(room * (0.1 + 0.8 * random.next()))));
  return draws.find(isWaking) ?? (draws[0] as EpochMs);
}

function isWaking(at: EpochMs): boolean {
  const time = wallTimeOf(at, demoPolicy.timeZone);
  return time >= "07:30" && time < "20:30";
}
