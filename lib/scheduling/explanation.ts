import { type EpochMs, type LocalDate, localDateOf, minutes } from "#lib/time.ts";
import { type BookingRequest, explainBooking, type Verdict, withBuffers } from "./booking-decision.ts";
import { type Closure, closureReason } from "./hours.ts";
import { type Interval, overlaps } from "./interval.ts";
import type { RefusalDetail } from "./refusal.ts";

/** A place that is only held so far. */
export interface HeldStretch extends Interval {
  /** The clinic's day on which it begins. */
  localDate: LocalDate;
  expiresAt: EpochMs;
}

/** What stands behind the numbers of a verdict. */
export interface TimeContext {
  closures: readonly Closure[];
  /** The doctor's. */
  timeOff: readonly Interval[];
  holds: readonly HeldStretch[];
  /** The doctor's, with their buffers. */
  appointments: readonly (Interval & { id: string })[];
}

/**
 * What each rule says about a time and why, in the order in which `decideBooking` asks them: the first that refuses is
 * the refusal that a booking would get.
 */
export function explainTime(request: BookingRequest, context: TimeContext): Verdict[] {
  return explainBooking(request).map((verdict) => ({
    ...verdict,
    facts: { ...verdict.facts, ...behind(verdict, request, context) },
  }));
}

/** The first refusal; null where every rule lets the booking pass. */
export function firstRefused(verdicts: readonly Verdict[]): Verdict | null {
  return verdicts.find(({ refusal }) => refusal !== null) ?? null;
}

function behind({ rule, facts, refusal }: Verdict, request: BookingRequest, context: TimeContext): RefusalDetail {
  const { startsAt, doctor, policy } = request;
  const localDate = localDateOf(startsAt, policy.timeZone);
  const visit = { start: startsAt, end: startsAt + minutes(doctor.timing.durationMinutes) };
  switch (rule) {
    case "grid":
      return { closure: closureReason(localDate, context.closures) };
    case "slot": {
      const slot = request.slots.find((each) => each.startsAt === facts.startsAt);
      const within = slot ? { start: slot.startsAt, end: slot.endsAt } : null;
      return heldFacts(context.holds.filter((hold) => within !== null && overlaps(hold, within)));
    }
    case "day":
      return heldFacts(context.holds.filter((hold) => hold.localDate === localDate));
    case "working": {
      const away = refusal ? context.timeOff.find((off) => overlaps(off, visit)) : undefined;
      return { awayFrom: away?.start ?? null, awayTo: away?.end ?? null };
    }
    case "doctor": {
      const occupied = withBuffers(visit, doctor.timing);
      const other = refusal ? context.appointments.find((each) => overlaps(each, occupied)) : undefined;
      return other ? { from: other.start, to: other.end, appointmentId: other.id } : { appointmentId: null };
    }
    default:
      return {};
  }
}

/** How many of the taken places are only held, and when the first of them may come free. */
function heldFacts(holds: readonly HeldStretch[]): RefusalDetail {
  return {
    held: holds.length,
    heldUntil: holds.length > 0 ? Math.min(...holds.map(({ expiresAt }) => expiresAt)) : null,
  };
}
