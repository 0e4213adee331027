import { addDays, type EpochMs, type LocalDate, localDateOf, minutes } from "#lib/time.ts";
import {
  type BookingRequest,
  decideBooking,
  explainBooking,
  type ServiceTiming,
  type Verdict,
} from "./booking-decision.ts";
import type { StoredSlot } from "./capacity.ts";
import { closureReason, openingOn, workingBetween } from "./hours.ts";
import { type HouseRules, timingOf } from "./house-rules.ts";
import { contains, type Interval, normalize, overlaps } from "./interval.ts";
import type { BookingPolicy } from "./policy.ts";
import { type StrandReason, strandCodes, type TakenPlace } from "./stranding.ts";

/** The house while it fills up again in the order in which it was booked. */
export class HouseReplay {
  readonly #rules: HouseRules;
  readonly #policy: BookingPolicy;
  readonly #inSlot = new Map<string, number>();
  readonly #onDay = new Map<LocalDate, number>();
  readonly #days: ReadonlyMap<LocalDate, number | null>;
  readonly #open = new Map<LocalDate, Interval[]>();
  readonly #working = new Map<string, Interval[]>();

  constructor(rules: HouseRules) {
    this.#rules = rules;
    this.#policy = { timeZone: rules.zone, horizonDays: 36_500, minNoticeMinutes: 0, cancelNoticeHours: 0 };
    this.#days = new Map(rules.days.map(({ localDate, capacity }) => [localDate, capacity]));
  }

  take({ startsAt, endsAt }: TakenPlace): void {
    for (const slot of this.#touched({ start: startsAt, end: endsAt })) {
      this.#inSlot.set(slot.id, (this.#inSlot.get(slot.id) ?? 0) + 1);
    }
    const date = localDateOf(startsAt, this.#rules.zone);
    this.#onDay.set(date, (this.#onDay.get(date) ?? 0) + 1);
  }

  judge(place: TakenPlace, busy: readonly Interval[], now: EpochMs): StrandReason[] {
    const wanted = timingOf(this.#rules, place.doctorId, place.serviceId);
    const timing = longest(place, wanted);
    const visit = { start: place.startsAt, end: place.startsAt + minutes(timing.durationMinutes) };
    const request = this.#requestFor(place, timing, visit, busy, now);
    // Nearly all fit, and to say so takes less than to say why.
    const verdicts = decideBooking(request) === null ? [] : explainBooking(request);
    const byRules = verdicts.flatMap((verdict) => this.#reasonOf(verdict, place, visit));
    const notOffered = wanted ? [] : [{ code: "not_offered" as const, detail: { doctorId: place.doctorId } }];
    const reasons = [...this.#closing(visit), ...notOffered, ...byRules];
    return reasons.sort((a, b) => strandCodes.indexOf(a.code) - strandCodes.indexOf(b.code));
  }

  #requestFor(
    place: TakenPlace,
    timing: ServiceTiming,
    visit: Interval,
    busy: readonly Interval[],
    now: EpochMs,
  ): BookingRequest {
    const localDate = localDateOf(place.startsAt, this.#rules.zone);
    const capacity = this.#days.get(localDate) ?? null;
    return {
      startsAt: place.startsAt,
      slots: this.#touched(visit).map((slot) => ({ ...slot, booked: this.#inSlot.get(slot.id) ?? 0 })),
      day: { localDate, capacity, booked: this.#onDay.get(localDate) ?? 0 },
      doctor: { id: place.doctorId, timing, working: this.#workingOf(place.doctorId, localDate), busy },
      policy: this.#policy,
      now,
      patientBusy: [],
    };
  }

  /** What the clinic's own hours say. Slots may say nothing yet: they follow the hours when those are saved. */
  #closing(visit: Interval): StrandReason[] {
    const { hours, closures, zone } = this.#rules;
    const date = localDateOf(visit.start, zone);
    // Where nobody ever said when the clinic opens, its slots alone do.
    if (hours.length === 0 && closureReason(date, closures) === null) return [];
    if (this.#openFrom(date).some((stretch) => contains(stretch, visit))) return [];
    const reason = closureReason(date, closures);
    if (reason !== null) return [{ code: "closed", detail: { reason, localDate: date } }];
    return [{ code: "clinic_hours", detail: { localDate: date, endsAt: visit.end } }];
  }

  #reasonOf({ rule, refusal, facts }: Verdict, place: TakenPlace, visit: Interval): StrandReason[] {
    if (refusal === null) return [];
    const { detail } = refusal;
    switch (rule) {
      case "grid":
        return [{ code: "no_slot", detail: {} }];
      case "cover":
        return [{ code: refusal.code === "CLOSED" ? "slot_closed" : "no_slot", detail }];
      case "slot": {
        const slot = this.#touched(visit).find(({ startsAt }) => startsAt === detail.startsAt);
        return [{ code: "slot_full", detail: { ...detail, booked: slot?.booked ?? detail.booked ?? null } }];
      }
      case "day": {
        const day = this.#rules.days.find(({ localDate }) => localDate === detail.localDate);
        return [{ code: "day_full", detail: { ...detail, booked: day?.booked ?? detail.booked ?? null } }];
      }
      case "working": {
        const away = this.#rules.doctors.get(place.doctorId)?.timeOff.find((off) => overlaps(off, visit));
        if (away) return [{ code: "doctor_away", detail: { from: away.start, to: away.end } }];
        return [{ code: "doctor_hours", detail: { endsAt: visit.end } }];
      }
      case "doctor":
        return [{ code: "doctor_busy", detail: { from: facts.from ?? null, to: facts.to ?? null } }];
      default:
        return [];
    }
  }

  /** A visit may run past midnight. */
  #openFrom(date: LocalDate): Interval[] {
    const { hours, closures, zone } = this.#rules;
    return remembered(this.#open, date, () =>
      normalize([date, addDays(date, 1)].flatMap((day) => openingOn(day, hours, closures, zone).intervals)),
    );
  }

  #workingOf(doctorId: string, date: LocalDate): Interval[] {
    return remembered(this.#working, `${doctorId} ${date}`, () => {
      const { weekly, windows, timeOff } = this.#rules.doctors.get(doctorId) ?? {
        weekly: [],
        windows: [],
        timeOff: [],
      };
      return workingBetween(date, addDays(date, 1), weekly, windows, timeOff, this.#rules.zone);
    });
  }

  #touched({ start, end }: Interval): StoredSlot[] {
    const { slots } = this.#rules;
    let low = 0;
    let high = slots.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((slots[middle] as StoredSlot).endsAt <= start) low = middle + 1;
      else high = middle;
    }
    const touched: StoredSlot[] = [];
    for (let next = slots[low]; next && next.startsAt < end; next = slots[++low]) touched.push(next);
    return touched;
  }
}

/** What an appointment keeps of the time it was booked for, and what today's rules would ask for, whichever is more. */
function longest({ startsAt, endsAt, occupied }: TakenPlace, wanted: ServiceTiming | null): ServiceTiming {
  const inMinutes = (from: EpochMs, to: EpochMs) => (to - from) / minutes(1);
  return {
    durationMinutes: Math.max(inMinutes(startsAt, endsAt), wanted?.durationMinutes ?? 0),
    bufferBeforeMinutes: Math.max(inMinutes(occupied.start, startsAt), wanted?.bufferBeforeMinutes ?? 0),
    bufferAfterMinutes: Math.max(inMinutes(endsAt, occupied.end), wanted?.bufferAfterMinutes ?? 0),
  };
}

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
