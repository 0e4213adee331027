import { formatInstant, type LocalDate, type TimeZone } from "#lib/time.ts";
import { type Day, remaining, type StoredSlot } from "./capacity.ts";

/** How full one day of a clinic is, and nothing about anybody; as the API sends it. */
export interface DayCapacity {
  clinic: string;
  date: LocalDate;
  timeZone: TimeZone;
  /** Differs whenever something about the day's appointments or capacities did. */
  version: string;
  /** Null where only the slots limit. */
  capacity: number | null;
  /** Appointments that take a place, each counted once. */
  booked: number;
  remaining: number | null;
  slots: SlotCapacity[];
}

export interface SlotCapacity {
  id: string;
  /** RFC 3339, with the clinic's offset. */
  startsAt: string;
  endsAt: string;
  capacity: number;
  booked: number;
  remaining: number;
  isOpen: boolean;
}

export interface StoredDay {
  clinicId: string;
  localDate: LocalDate;
  timeZone: TimeZone;
  version: string;
  /** None before the clinic's slots reach it. */
  day: Pick<Day, "capacity" | "booked"> | null;
  /** Sorted. */
  slots: readonly Omit<StoredSlot, "localDate">[];
}

export function toDayCapacity({ clinicId, localDate, timeZone, version, day, slots }: StoredDay): DayCapacity {
  const { capacity, booked } = day ?? { capacity: null, booked: 0 };
  return {
    clinic: clinicId,
    date: localDate,
    timeZone,
    version,
    capacity,
    booked,
    remaining: capacity === null ? null : remaining({ capacity, booked }),
    slots: slots.map(({ id, startsAt, endsAt, isOpen, ...counts }) => ({
      id,
      startsAt: formatInstant(startsAt, timeZone),
      endsAt: formatInstant(endsAt, timeZone),
      capacity: counts.capacity,
      booked: counts.booked,
      remaining: isOpen ? remaining(counts) : 0,
      isOpen,
    })),
  };
}
