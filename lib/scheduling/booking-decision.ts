import { type EpochMs, localDateOf, minutes } from "#lib/time.ts";
import { type Day, remaining, type Slot } from "./capacity.ts";
import { contains, type Interval, overlaps } from "./interval.ts";
import { type BookingPolicy, checkTime, lastBookableDate } from "./policy.ts";
import { type Refusal, type RefusalDetail, refusal } from "./refusal.ts";

export interface ServiceTiming {
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
}

/** One time of a group service that somebody already takes part in. */
export interface Session {
  startsAt: EpochMs;
  /** What it takes of the doctor and the room, buffers included. */
  occupied: Interval;
  seats: number;
  booked: number;
  resourceId: string | null;
}

/** A room or device of the kind that a service needs. */
export interface ResourceCalendar {
  id: string;
  name: string;
  /** Sorted and disjoint. */
  busy: readonly Interval[];
}

/** One doctor, for one service. All lists are sorted and disjoint. */
export interface DoctorCalendar {
  id: string;
  /** The service's, or this doctor's own. */
  timing: ServiceTiming;
  /** Touching stretches merged, as `workingBetween` gives them: a visit lies within one. */
  working: readonly Interval[];
  /** What other appointments take, their buffers included. */
  busy: readonly Interval[];
  /** Of the very service, where it is one for groups; not in `busy`. */
  sessions?: readonly Session[];
}

/** What a service asks for besides a doctor; left out, it is for one person and needs no room of a kind. */
export interface ServiceNeeds {
  /** Seats of a session. */
  groupSize?: number;
  /** By name; null where any room will do. */
  resources?: readonly ResourceCalendar[] | null;
}

/** How often the patient missed appointments here of late, and from how many on they may not book by themselves. */
export interface Standing {
  missed: number;
  limit: number | null;
}

export interface BookingRequest extends ServiceNeeds {
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
  /** Left out where staff book, who may waive it. */
  standing?: Standing | undefined;
}

/** A request with what its rules have in common. */
interface Candidate extends BookingRequest {
  visit: Interval;
  /** The visit with its buffers. */
  occupied: Interval;
  /** The slots that the visit takes something of. */
  touched: readonly Slot[];
  /** The session that it would join. */
  session: Session | null;
}

interface Rule {
  judge(candidate: Candidate): Refusal | null;
  /** The numbers that it looks at, whatever it says. */
  facts(candidate: Candidate): RefusalDetail;
}

/** Every rule of a booking, in the order in which they speak. Each holds on its own, whatever the others say. */
const rules = {
  time: {
    judge: ({ startsAt, policy, now }) => checkTime(startsAt, policy, now),
    facts: ({ policy, now }) => ({
      minNoticeMinutes: policy.minNoticeMinutes,
      horizonDays: policy.horizonDays,
      lastDate: lastBookableDate(policy, now),
    }),
  },

  standing: {
    judge: ({ standing }) =>
      standing && standing.limit !== null && standing.missed >= standing.limit
        ? refusal("FORBIDDEN", { reason: "missed", missed: standing.missed, limit: standing.limit })
        : null,
    facts: ({ standing }) => ({ missed: standing?.missed ?? 0, limit: standing?.limit ?? null }),
  },

  grid: {
    judge: ({ startsAt, slots, touched, policy }) => {
      if (touched[0]?.startsAt === startsAt) return null;
      const localDate = localDateOf(startsAt, policy.timeZone);
      if (!slots.some((slot) => slot.localDate === localDate)) return refusal("CLOSED", { localDate });
      return refusal("OUTSIDE_HOURS", { reason: "off_grid" });
    },
    facts: ({ touched }) => ({ startsAt: touched[0]?.startsAt ?? null }),
  },

  cover: {
    judge: ({ visit, touched }) => {
      let reached = visit.start;
      for (const slot of touched) {
        if (slot.startsAt > reached) break;
        if (!slot.isOpen) return refusal("CLOSED", { startsAt: slot.startsAt });
        reached = slot.endsAt;
      }
      return reached < visit.end ? refusal("OUTSIDE_HOURS", { reason: "too_long" }) : null;
    },
    facts: ({ visit, doctor }) => ({ durationMinutes: doctor.timing.durationMinutes, endsAt: visit.end }),
  },

  patient: {
    judge: ({ visit, patientBusy }) => {
      const own = patientBusy.find((taken) => overlaps(taken, visit));
      return own ? refusal("SAME_PATIENT", { startsAt: own.start, endsAt: own.end }) : null;
    },
    facts: ({ patientBusy }) => ({ others: patientBusy.length }),
  },

  day: {
    judge: ({ day }) => {
      if (day === null || remaining(day) > 0) return null;
      return refusal("DAY_FULL", { booked: day.booked, capacity: day.capacity, localDate: day.localDate });
    },
    facts: ({ day }) => ({ booked: day?.booked ?? 0, capacity: day?.capacity ?? null }),
  },

  slot: {
    judge: ({ touched }) => {
      const full = touched.find((slot) => remaining(slot) === 0);
      return full ? refusal("SLOT_FULL", placesOf(full)) : null;
    },
    facts: ({ touched }) => {
      const tightest = touched.reduce<Slot | undefined>(
        (least, slot) => (least && remaining(least) <= remaining(slot) ? least : slot),
        undefined,
      );
      return tightest ? placesOf(tightest) : {};
    },
  },

  working: {
    judge: ({ visit, doctor }) =>
      doctor.working.some((stretch) => contains(stretch, visit))
        ? null
        : refusal("OUTSIDE_HOURS", { reason: "doctor" }),
    facts: ({ visit, doctor }) => {
      const stretch = doctor.working.find((work) => overlaps(work, visit));
      return { from: stretch?.start ?? null, to: stretch?.end ?? null };
    },
  },

  doctor: {
    judge: (candidate) => (inTheWay(candidate) ? refusal("DOCTOR_BUSY", { doctorId: candidate.doctor.id }) : null),
    facts: (candidate) => {
      const { bufferBeforeMinutes, bufferAfterMinutes } = candidate.doctor.timing;
      const other = inTheWay(candidate);
      return { bufferBeforeMinutes, bufferAfterMinutes, from: other?.start ?? null, to: other?.end ?? null };
    },
  },

  seats: {
    judge: ({ session }) =>
      session && session.booked >= session.seats
        ? refusal("SLOT_FULL", { reason: "session", booked: session.booked, capacity: session.seats })
        : null,
    facts: ({ session, groupSize = 1 }) => ({ booked: session?.booked ?? 0, capacity: session?.seats ?? groupSize }),
  },

  resource: {
    judge: (candidate) =>
      resourceFor(candidate) === undefined
        ? refusal("DOCTOR_BUSY", { reason: "resource", count: candidate.resources?.length ?? 0 })
        : null,
    facts: ({ resources, occupied }) => ({
      count: resources?.length ?? null,
      free: resources?.filter((resource) => isFree(resource, occupied)).length ?? null,
    }),
  },
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** The first rule that says no, or null where the booking may be made. The database has the last word. */
export function decideBooking(request: BookingRequest): Refusal | null {
  const candidate = candidateOf(request);
  for (const { judge } of Object.values<Rule>(rules)) {
    const refused = judge(candidate);
    if (refused) return refused;
  }
  return null;
}

export interface Verdict {
  rule: RuleName;
  /** Null where it has nothing against the booking. */
  refusal: Refusal | null;
  facts: RefusalDetail;
}

/** What each rule says, in the order in which `decideBooking` asks them. */
export function explainBooking(request: BookingRequest): Verdict[] {
  const candidate = candidateOf(request);
  return Object.entries<Rule>(rules).map(([rule, { judge, facts }]) => ({
    rule: rule as RuleName,
    refusal: judge(candidate),
    facts: facts(candidate),
  }));
}

/**
 * The room or device that the booking takes: the session's own or the first free one by name; null where it needs none.
 * Precondition: `decideBooking` accepted it.
 */
export function chooseResource(request: BookingRequest): string | null {
  return resourceFor(candidateOf(request)) ?? null;
}

/** What an appointment takes of its doctor's time. */
export function withBuffers(visit: Interval, timing: ServiceTiming): Interval {
  return {
    start: visit.start - minutes(timing.bufferBeforeMinutes),
    end: visit.end + minutes(timing.bufferAfterMinutes),
  };
}

/** Whether nobody has the room or device during `occupied`. */
export function isFree(resource: ResourceCalendar, occupied: Interval): boolean {
  return !resource.busy.some((taken) => overlaps(taken, occupied));
}

function resourceFor({ resources, session, occupied }: Candidate): string | null | undefined {
  if (!resources) return null;
  if (session) return session.resourceId;
  return resources.find((resource) => isFree(resource, occupied))?.id;
}

/** What keeps the doctor from it: any other appointment, and any session but the one that it would join. */
function inTheWay({ doctor: { busy, sessions = [] }, startsAt, occupied }: Candidate): Interval | undefined {
  const others = sessions.filter((other) => other.startsAt !== startsAt).map((other) => other.occupied);
  return [...busy, ...others].find((taken) => overlaps(taken, occupied));
}

function placesOf({ booked, capacity, startsAt }: Slot): RefusalDetail {
  return { booked, capacity, startsAt };
}

function candidateOf(request: BookingRequest): Candidate {
  const { startsAt, slots, doctor } = request;
  const visit = { start: startsAt, end: startsAt + minutes(doctor.timing.durationMinutes) };
  const touched = slots.filter((slot) => slot.startsAt < visit.end && visit.start < slot.endsAt);
  const session = doctor.sessions?.find((other) => other.startsAt === startsAt) ?? null;
  return { ...request, visit, occupied: withBuffers(visit, doctor.timing), touched, session };
}
