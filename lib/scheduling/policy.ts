import { addDays, type EpochMs, type LocalDate, localDateOf, minutes, type TimeZone } from "#lib/time.ts";
import { type AppointmentStatus, isMovable, type Party } from "./lifecycle.ts";
import { type Refusal, refusal } from "./refusal.ts";

/** The rules of one clinic about when a patient may book and cancel. */
export interface BookingPolicy {
  timeZone: TimeZone;
  /** Days after today that can be booked. */
  horizonDays: number;
  minNoticeMinutes: number;
  cancelNoticeHours: number;
}

/** The last day that can be booked: today in the clinic, and `horizonDays` on. */
export function lastBookableDate(policy: BookingPolicy, now: EpochMs): LocalDate {
  return addDays(localDateOf(now, policy.timeZone), policy.horizonDays);
}

export type OutOfReach = "past" | "beyond_horizon";

/** Tells of any day why none of its times can be booked, whatever slots it has: it is over, or too far ahead. */
export function reachOf(policy: BookingPolicy, now: EpochMs): (localDate: LocalDate) => OutOfReach | null {
  const today = localDateOf(now, policy.timeZone);
  const lastDate = lastBookableDate(policy, now);
  return (localDate) => {
    if (localDate < today) return "past";
    return localDate > lastDate ? "beyond_horizon" : null;
  };
}

/** The first instant (whole milliseconds) that is neither begun nor too soon. */
export function earliestStart(policy: BookingPolicy, now: EpochMs): EpochMs {
  return Math.max(now + 1, now + minutes(policy.minNoticeMinutes));
}

/** PAST, TOO_SHORT_NOTICE or BEYOND_HORIZON, or null where the clinic takes bookings for `startsAt`. */
export function checkTime(startsAt: EpochMs, policy: BookingPolicy, now: EpochMs): Refusal | null {
  const { horizonDays, minNoticeMinutes, timeZone } = policy;
  if (startsAt <= now) return refusal("PAST", { startsAt });
  if (startsAt < earliestStart(policy, now)) return refusal("TOO_SHORT_NOTICE", { minNoticeMinutes });
  const lastDate = lastBookableDate(policy, now);
  if (localDateOf(startsAt, timeZone) > lastDate) return refusal("BEYOND_HORIZON", { horizonDays, lastDate });
  return null;
}

/** The rules for whoever books at the front desk: no notice, and as far ahead as there are slots. */
export function frontDeskPolicy(policy: BookingPolicy): BookingPolicy {
  return { ...policy, minNoticeMinutes: 0, horizonDays: 730 };
}

/** The last instant at which a patient may cancel or move. Hours of real time, whatever the clocks do. */
export function cancellationDeadline(startsAt: EpochMs, policy: BookingPolicy): EpochMs {
  return startsAt - minutes(policy.cancelNoticeHours * 60);
}

/** How somebody wants to change an appointment that they have. */
export interface ChangeWish {
  by: Party;
  reason: string | null;
  now: EpochMs;
}

/**
 * TOO_LATE_TO_CANCEL with the deadline for a patient once it has passed; for doctor and staff VALIDATION at `reason`
 * where they give none; null while it has not passed.
 */
export function checkCancellation(startsAt: EpochMs, policy: BookingPolicy, wish: ChangeWish): Refusal | null {
  return checkDeadline(startsAt, policy, wish, "cancel");
}

/**
 * ILLEGAL_TRANSITION for what is not booked (any more) or has begun, else as for cancelling; null where an appointment
 * may leave its time.
 */
export function checkMove(
  { status, startsAt }: { status: AppointmentStatus; startsAt: EpochMs },
  policy: BookingPolicy,
  wish: ChangeWish,
): Refusal | null {
  if (!isMovable(status)) return refusal("ILLEGAL_TRANSITION", { from: status });
  if (wish.now >= startsAt) return refusal("ILLEGAL_TRANSITION", { from: status, reason: "begun" });
  return checkDeadline(startsAt, policy, wish, "move");
}

function checkDeadline(
  startsAt: EpochMs,
  policy: BookingPolicy,
  { by, reason, now }: ChangeWish,
  wished: "cancel" | "move",
): Refusal | null {
  const deadline = cancellationDeadline(startsAt, policy);
  if (now <= deadline || by === "system") return null;
  const { cancelNoticeHours } = policy;
  if (by === "patient") return refusal("TOO_LATE_TO_CANCEL", { deadline, cancelNoticeHours, reason: wished });
  return reason ? null : { ...refusal("VALIDATION"), errors: [{ path: "reason", message: "reason_late" }] };
}
