import { type EpochMs, localDateOf, minutes } from "#lib/time.ts";
import { type Day, remaining, type Slot } from "./capacity.ts";
import { contains, type Interval, overlaps } from "./interval.ts";
import { type BookingPolicy, checkTime } from "./policy.ts";
import { type Refusal, refusal } from "./refusal.ts";

export interface ServiceTiming {
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
}

/** One doctor, for one service. Both lists are sorted and disjoint. */
export interface DoctorCalendar {
  id: string;
  /** The service's, or this doctor's own. */
  timing: ServiceTiming;
  /** Touching stretches merged, as `workingBetween` gives them: a visit lies within one. */
  working: readonly Interval[];
  /** What other appointments take, their buffers included. */
  busy: readonly Interval[];
}

export interface BookingRequest {
  startsAt: EpochMs;
  /** Every slot of the clinic day of `startsAt` and of the stretch the appointment takes, sorted. */
  slots: readonly Slot[];
  /** The clinic day of `startsAt`; null where none is stored, so that only slots limit. */
  day: Day | null;
  doctor: DoctorCalendar;
  policy: BookingPolicy;
  now: EpochMs;
  /** The patient's other appointments in this clinic, in any order, without buffers. */
  patientBusy: readonly Interval[];
}

/** A request with what its rules have in common. */
interface Candidate extends BookingRequest {
  visit: Interval;
  /** The slots that the visit takes something of. */
  touched: readonly Slot[];
}

type Rule = (candidate: Candidate) => Refusal | null;

/** Every rule of a booking, in the order in which they speak. Each holds on its own, whatever the others say. */
const rules = {
  time: ({ startsAt, policy, now }) => checkTime(startsAt, policy, now),

  grid: ({ startsAt, slots, touched, policy }) => {
    if (touched[0]?.startsAt === startsAt) return null;
    const localDate = localDateOf(startsAt, policy.timeZone);
    if (!slots.some((slot) => slot.localDate === localDate)) return refusal("CLOSED", { localDate });
    return refusal("OUTSIDE_HOURS", { reason: "off_grid" });
  },

  cover: ({ visit, touched }) => {
    let reached = visit.start;
    for (const slot of touched) {
      if (slot.startsAt > reached) break;
      if (!slot.isOpen) return refusal("CLOSED", { startsAt: slot.startsAt });
      reached = slot.endsAt;
    }
    return reached < visit.end ? refusal("OUTSIDE_HOURS", { reason: "too_long" }) : null;
  },

  patient: ({ visit, patientBusy }) => {
    const own = patientBusy.find((taken) => overlaps(taken, visit));
    return own ? refusal("SAME_PATIENT", { startsAt: own.start, endsAt: own.end }) : null;
  },

  day: ({ day }) => {
    if (day === null || remaining(day) > 0) return null;
    return refusal("DAY_FULL", { booked: day.booked, capacity: day.capacity, localDate: day.localDate });
  },

  slot: ({ touched }) => {
    const full = touched.find((slot) => remaining(slot) === 0);
    return full
      ? refusal("SLOT_FULL", { booked: full.booked, capacity: full.capacity, startsAt: full.startsAt })
      : null;
  },

  working: ({ visit, doctor }) =>
    doctor.working.some((stretch) => contains(stretch, visit)) ? null : refusal("OUTSIDE_HOURS", { reason: "doctor" }),

  doctor: ({ visit, doctor }) => {
    const occupied = withBuffers(visit, doctor.timing);
    return doctor.busy.some((taken) => overlaps(taken, occupied))
      ? refusal("DOCTOR_BUSY", { doctorId: doctor.id })
      : null;
  },
} satisfies Record<string, Rule>;

/** The first rule that says no, or null where the booking may be made. The database has the last word. */
export function decideBooking(request: BookingRequest): Refusal | null {
  const candidate = candidateOf(request);
  for (const rule of Object.values<Rule>(rules)) {
    const refused = rule(candidate);
    if (refused) return refused;
  }
  return null;
}

/** What an appointment takes of its doctor's time. */
export function withBuffers(visit: Interval, timing: ServiceTiming): Interval {
  return {
    start: visit.start - minutes(timing.bufferBeforeMinutes),
    end: visit.end + minutes(timing.bufferAfterMinutes),
  };
}

function candidateOf(request: BookingRequest): Candidate {
  const { startsAt, slots, doctor } = request;
  const visit = { start: startsAt, end: startsAt + minutes(doctor.timing.durationMinutes) };
  const touched = slots.filter((slot) => slot.startsAt < visit.end && visit.start < slot.endsAt);
  return { ...request, visit, touched };
}
