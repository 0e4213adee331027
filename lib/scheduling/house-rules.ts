import type { EpochMs, LocalDate, TimeZone } from "#lib/time.ts";
import type { ServiceTiming } from "./booking-decision.ts";
import type { Day, StoredSlot } from "./capacity.ts";
import type { StoredClosure } from "./closures.ts";
import type { BusinessHours, WeeklyHours, WeekShift } from "./hours.ts";
import type { Interval } from "./interval.ts";

/** What a doctor's time is made of at one clinic, in any order. */
export interface DoctorHours {
  weekly: readonly WeeklyHours[];
  windows: readonly (Interval & { id: string })[];
  timeOff: readonly (Interval & { id: string })[];
}

/** Everything a clinic has decided about its own time, at one moment. */
export interface HouseRules {
  zone: TimeZone;
  hours: readonly BusinessHours[];
  closures: readonly StoredClosure[];
  /** Sorted, without overlap. */
  slots: readonly StoredSlot[];
  days: readonly Day[];
  /** By the doctor's id. */
  doctors: ReadonlyMap<string, DoctorHours>;
  /** By the service's id. */
  services: ReadonlyMap<string, ServiceTiming>;
  /** Who offers what, by `offerKey`: the doctor's own length, or null for the service's. */
  offers: ReadonlyMap<string, number | null>;
}

export interface WeekChange {
  kind: "week";
  hours: readonly Omit<WeekShift, "isClosed">[];
}

export interface TemplateChange {
  kind: "template";
  /** The first day of the template that it replaces; null for a new one. */
  replaces: LocalDate | null;
  /** Null: it is taken away. */
  template: { validFrom: LocalDate; validTo: LocalDate; hours: WeekChange["hours"] } | null;
}

export interface ClosuresChange {
  kind: "closures";
  /** One row of the entry that goes; null where none does. */
  replaces: string | null;
  add: readonly { from: LocalDate; to: LocalDate; reason: string; shifts: readonly Shift[] }[];
}

type Shift = Pick<WeekShift, "openTime" | "closeTime">;

/** Something that somebody is about to save. */
export type Change =
  | WeekChange
  | TemplateChange
  | ClosuresChange
  | { kind: "doctor_weeks"; doctorId: string; weekly: readonly WeeklyHours[] }
  | { kind: "time_off"; doctorId: string; startsAt: EpochMs; endsAt: EpochMs }
  | { kind: "window_removed"; doctorId: string; id: string }
  | { kind: "slots"; slots: readonly { id: string; capacity?: number | undefined; isOpen?: boolean | undefined }[] }
  | { kind: "day_capacity"; localDate: LocalDate; capacity: number | null }
  | { kind: "service"; serviceId: string; timing: ServiceTiming; doctorIds: readonly string[] }
  | {
      kind: "doctor_services";
      doctorId: string;
      services: readonly { serviceId: string; isOffered: boolean; durationMinutes: number | null }[];
    };

export function offerKey(doctorId: string, serviceId: string): string {
  return `${doctorId} ${serviceId}`;
}

/** How long a service takes with a doctor, or null where the doctor does not offer it. */
export function timingOf(rules: HouseRules, doctorId: string, serviceId: string): ServiceTiming | null {
  const own = rules.offers.get(offerKey(doctorId, serviceId));
  const timing = rules.services.get(serviceId);
  if (own === undefined || !timing) return null;
  return { ...timing, durationMinutes: own ?? timing.durationMinutes };
}

/** The rules as they would be with the change saved. Slots stay as they are: a booked one is never dropped. */
export function afterChange(rules: HouseRules, change: Change): HouseRules {
  switch (change.kind) {
    case "week": {
      const templates = rules.hours.filter((shift) => shift.validFrom !== null);
      return { ...rules, hours: [...wholeWeek(change.hours, null, null), ...templates] };
    }
    case "template":
      return { ...rules, hours: withTemplate(rules.hours, change) };
    case "closures":
      return { ...rules, closures: withClosures(rules.closures, change) };
    case "doctor_weeks":
      return withDoctor(rules, change.doctorId, ({ weekly: _, ...rest }) => ({ ...rest, weekly: change.weekly }));
    case "time_off": {
      const away = { id: "", start: change.startsAt, end: change.endsAt };
      return withDoctor(rules, change.doctorId, (own) => ({ ...own, timeOff: [...own.timeOff, away] }));
    }
    case "window_removed": {
      const keeps = (own: DoctorHours) => own.windows.filter(({ id }) => id !== change.id);
      return withDoctor(rules, change.doctorId, (own) => ({ ...own, windows: keeps(own) }));
    }
    case "slots": {
      const byId = new Map(change.slots.map((slot) => [slot.id, slot]));
      return { ...rules, slots: rules.slots.map((slot) => withSlot(slot, byId.get(slot.id))) };
    }
    case "day_capacity": {
      const { localDate, capacity } = change;
      const others = rules.days.filter((day) => day.localDate !== localDate);
      const booked = rules.days.find((day) => day.localDate === localDate)?.booked ?? 0;
      return { ...rules, days: [...others, { localDate, capacity, booked }] };
    }
    case "service": {
      const { serviceId, timing, doctorIds } = change;
      const others = [...rules.offers].filter(([key]) => !key.endsWith(` ${serviceId}`));
      const own = doctorIds.map((id) => offerKey(id, serviceId));
      const offers = new Map([...others, ...own.map((key) => [key, rules.offers.get(key) ?? null] as const)]);
      return { ...rules, services: new Map([...rules.services, [serviceId, timing]]), offers };
    }
    case "doctor_services": {
      const offers = new Map(rules.offers);
      for (const { serviceId, isOffered, durationMinutes } of change.services) {
        const key = offerKey(change.doctorId, serviceId);
        if (isOffered) offers.set(key, durationMinutes);
        else offers.delete(key);
      }
      return { ...rules, offers };
    }
  }
}

function withTemplate(hours: readonly BusinessHours[], { replaces, template }: TemplateChange): BusinessHours[] {
  const others = hours.filter((shift) => replaces === null || shift.validFrom !== replaces);
  return template ? [...others, ...wholeWeek(template.hours, template.validFrom, template.validTo)] : others;
}

function withClosures(closures: readonly StoredClosure[], { replaces, add }: ClosuresChange): StoredClosure[] {
  const gone = closures.find(({ id }) => id === replaces);
  const isGone = (row: StoredClosure) =>
    gone !== undefined &&
    (row.id === gone.id ||
      (gone.openTime !== null &&
        row.openTime !== null &&
        row.from === gone.from &&
        row.to === gone.to &&
        row.reason === gone.reason));
  const added = add.flatMap(({ from, to, reason, shifts }) =>
    (shifts.length > 0 ? shifts : [{ openTime: null, closeTime: null }]).map(({ openTime, closeTime }) => ({
      id: "",
      from,
      to,
      reason,
      openTime,
      closeTime,
      holiday: null,
    })),
  );
  return [...closures.filter((row) => !isGone(row)), ...added];
}

/** Also the days without a shift, so that a week in which nobody works is a week all the same. */
function wholeWeek(
  hours: WeekChange["hours"],
  validFrom: LocalDate | null,
  validTo: LocalDate | null,
): BusinessHours[] {
  const closed = [0, 1, 2, 3, 4, 5, 6].filter((day) => !hours.some((shift) => shift.dayOfWeek === day));
  return [
    ...hours.map((shift) => ({ ...shift, isClosed: false, validFrom, validTo })),
    ...closed.map((dayOfWeek) => ({
      dayOfWeek,
      openTime: "00:00",
      closeTime: "00:00",
      isClosed: true,
      validFrom,
      validTo,
    })),
  ];
}

function withDoctor(rules: HouseRules, id: string, change: (own: DoctorHours) => DoctorHours): HouseRules {
  const own = rules.doctors.get(id) ?? { weekly: [], windows: [], timeOff: [] };
  return { ...rules, doctors: new Map([...rules.doctors, [id, change(own)]]) };
}

function withSlot(
  slot: StoredSlot,
  change: { capacity?: number | undefined; isOpen?: boolean | undefined } | undefined,
): StoredSlot {
  return change ? { ...slot, capacity: change.capacity ?? slot.capacity, isOpen: change.isOpen ?? slot.isOpen } : slot;
}
