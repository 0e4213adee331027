/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;
/** A calendar day in some zone, `YYYY-MM-DD`. Compares as text. */
export type LocalDate = string;
/** The wall clock, `HH:MM`: `00:00` to `23:59`, and `24:00` for the end of a day. Compares as text. */
export type WallTime = string;
/** An IANA name such as `Europe/London`. */
export type TimeZone = string;
/** A half-open stretch of time, `[start, end)`: touching intervals do not overlap. */
export interface Interval {
  start: EpochMs;
  end: EpochMs;
}

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** Milliseconds in `n` minutes. */
export function minutes(n: number): number {
  return n * MINUTE;
}

/** From `starts[k]` until `starts[k + 1]` the zone is `offsets[k]` milliseconds ahead of UTC. */
interface ZoneTable {
  starts: number[];
  offsets: number[];
}

/** Before any zone's first change. */
const TABLE_START = Date.UTC(1800, 0, 1);
const TABLE_END = Date.UTC(2100, 0, 1);
/** No zone is, or ever was, further than this from UTC. */
const WIDEST_OFFSET = 16 * 60 * MINUTE;

const tables = new Map<TimeZone, ZoneTable>();

/** Exact until 2100; from then on the last offset holds. Throws RangeError for an unknown zone. */
function tableOf(zone: TimeZone): ZoneTable {
  const known = tables.get(zone);
  if (known) return known;

  const first = Temporal.Instant.fromEpochMilliseconds(TABLE_START).toZonedDateTimeISO(zone);
  const table: ZoneTable = { starts: [Number.NEGATIVE_INFINITY], offsets: [first.offsetNanoseconds / 1e6] };
  let transition = first.getTimeZoneTransition("next");
  while (transition !== null && transition.epochMilliseconds < TABLE_END) {
    table.starts.push(transition.epochMilliseconds);
    table.offsets.push(transition.offsetNanoseconds / 1e6);
    transition = transition.getTimeZoneTransition("next");
  }
  tables.set(zone, table);
  return table;
}

/** The greatest `k` with `starts[k] <= instant`. */
function stretchAt(starts: readonly number[], instant: EpochMs): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= instant) low = middle;
    else high = middle - 1;
  }
  return low;
}

function offsetAt(instant: EpochMs, zone: TimeZone): number {
  const { starts, offsets } = tableOf(zone);
  return offsets[stretchAt(starts, instant)] as number;
}

/** The calendar day of `instant` in `zone`. */
export function localDateOf(instant: EpochMs, zone: TimeZone): LocalDate {
  return dateText(instant + offsetAt(instant, zone));
}

/** The wall clock at `instant` in `zone`, cut to the minute. */
export function wallTimeOf(instant: EpochMs, zone: TimeZone): WallTime {
  const clock = instant + offsetAt(instant, zone);
  return wallText(Math.floor((clock - Math.floor(clock / DAY) * DAY) / MINUTE));
}

/** Minutes that `zone` is ahead of UTC at `instant`, rounded where history knew seconds. */
export function offsetMinutesAt(instant: EpochMs, zone: TimeZone): number {
  return Math.round(offsetAt(instant, zone) / MINUTE);
}

/** RFC 3339 with the zone's offset, `2026-07-01T10:30:00+01:00`; milliseconds only where there are any. */
export function formatInstant(instant: EpochMs, zone: TimeZone): string {
  const offset = offsetMinutesAt(instant, zone);
  const clock = instant + minutes(offset);
  const ofMinute = clock - Math.floor(clock / MINUTE) * MINUTE;
  const [seconds, fraction] = [Math.floor(ofMinute / 1_000), ofMinute % 1_000];
  const date = dateText(clock);
  const time = wallText(Math.floor((clock - Math.floor(clock / DAY) * DAY) / MINUTE));
  const behind = fraction === 0 ? "" : `.${String(fraction).padStart(3, "0")}`;
  return `${date}T${time}:${twoDigits(seconds)}${behind}${offset < 0 ? "-" : "+"}${wallText(Math.abs(offset))}`;
}

const INSTANT = /^(19|20|21)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads RFC 3339 (seconds may be left out), cut to the millisecond. Throws RangeError without an offset or `Z`, and
 * outside the years 1900 to 2199.
 */
export function parseInstant(text: string): EpochMs {
  if (!INSTANT.test(text)) throw new RangeError(`Not an RFC 3339 instant with an offset: ${JSON.stringify(text)}`);
  return Temporal.Instant.from(text).epochMilliseconds;
}

const DAY_TEXT = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `text` is a real day of the years 1900 to 2199, written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  return /^(19|20|21)/.test(text) && isDay(text);
}

function isDay(text: string): boolean {
  return DAY_TEXT.test(text) && dateText(dayCount(text) * DAY) === text;
}

/** Whether `text` is an IANA zone name in its usual spelling, known to this runtime. */
export function isTimeZone(text: string): boolean {
  if (/^[+-]/.test(text)) return false;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId === text;
  } catch {
    return false;
  }
}

const mostKnownDays = 1_000;
const knownDays = new Map<LocalDate, number>();

/** Days since 1970-01-01, each worked out once: many doctors work on the same days. Throws RangeError when `date` is no real day. */
function dayNumber(date: LocalDate): number {
  const known = knownDays.get(date);
  if (known !== undefined) return known;
  if (!isDay(date)) throw new RangeError(`Not a calendar day: ${JSON.stringify(date)}`);
  if (knownDays.size >= mostKnownDays) knownDays.clear();
  const count = dayCount(date);
  knownDays.set(date, count);
  return count;
}

// Whole numbers instead of Date, which the sweep over many doctors' days would wait for: Howard Hinnant,
// "chrono-Compatible Low-Level Date Algorithms". Years begin in March, so that a leap day is the last.
const DAYS_OF_ERA = 146_097;
const DAYS_BEFORE_1970 = 719_468;

/** Days since 1970-01-01, also of days that no month has. Precondition: `YYYY-MM-DD`. */
function dayCount(text: string): number {
  const month = Number(text.slice(5, 7));
  const year = Number(text.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(text.slice(8)) - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_OF_ERA + yearOfEra * 365 + leapDays + dayOfYear - DAYS_BEFORE_1970;
}

/** The day `n` days after `date`; before it where `n` is negative. */
export function addDays(date: LocalDate, n: number): LocalDate {
  return dateText((dayNumber(date) + n) * DAY);
}

/** Days from `from` to `to`: 1 when `to` is the next day, negative when it lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 = Monday … 6 = Sunday. */
export function dayOfWeek(date: LocalDate): number {
  return (((dayNumber(date) + 3) % 7) + 7) % 7;
}

/** Every day from `from` to `to`, both included; none when `to` lies before `from`. */
export function datesFrom(from: LocalDate, to: LocalDate): LocalDate[] {
  const first = dayNumber(from);
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, n) => dateText((first + n) * DAY));
}

/** Minutes since midnight on the wall clock, 0–1440. Throws RangeError when `time` is no wall time. */
export function wallMinutes(time: WallTime): number {
  if (!/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time)) throw new RangeError(`Not a wall time: ${JSON.stringify(time)}`);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The wall time so many minutes after midnight, 0–1440. */
export function wallText(minutesOfDay: number): WallTime {
  return `${twoDigits(Math.floor(minutesOfDay / 60))}:${twoDigits(minutesOfDay % 60)}`;
}

/** The day that a clock in UTC shows at `clock` milliseconds. */
function dateText(clock: number): LocalDate {
  const days = Math.floor(clock / DAY) + DAYS_BEFORE_1970;
  const era = Math.floor(days / DAYS_OF_ERA);
  const dayOfEra = days - era * DAYS_OF_ERA;
  const leapDays = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = String(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)).padStart(4, "0");
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}

/**
 * The instants at which the wall clock of `zone` shows `time` on `date`, ascending: none in the gap of a spring day,
 * two in the overlap of an autumn day. `24:00` is the next day's midnight.
 */
export function resolveWallTime(date: LocalDate, time: WallTime, zone: TimeZone): EpochMs[] {
  const clock = wallClock(date, time);
  const { starts, offsets } = tableOf(zone);
  const last = stretchAt(starts, clock + WIDEST_OFFSET);
  const instants: EpochMs[] = [];
  for (let k = stretchAt(starts, clock - WIDEST_OFFSET); k <= last; k++) {
    const instant = clock - (offsets[k] as number);
    if (stretchAt(starts, instant) === k) instants.push(instant);
  }
  return instants;
}

/** The reading of a wall clock, as milliseconds on a clock that never changes. */
function wallClock(date: LocalDate, time: WallTime): number {
  return dayNumber(date) * DAY + minutes(wallMinutes(time));
}

/** The first instant at which the wall clock shows `clock` or, where a gap swallows that, the first after the gap. */
function firstFrom(clock: number, { starts, offsets }: ZoneTable): EpochMs {
  let k = stretchAt(starts, clock - WIDEST_OFFSET);
  while (clock - (offsets[k] as number) >= (starts[k + 1] ?? Number.POSITIVE_INFINITY)) k++;
  return Math.max(clock - (offsets[k] as number), starts[k] as number);
}

/** The end of the last stretch during which the wall clock shows less than `clock`. */
function lastBefore(clock: number, { starts, offsets }: ZoneTable): EpochMs {
  let k = stretchAt(starts, clock + WIDEST_OFFSET);
  while (clock - (offsets[k] as number) <= (starts[k] as number)) k--;
  return Math.min(clock - (offsets[k] as number), starts[k + 1] ?? Number.POSITIVE_INFINITY);
}

/** The day from its first instant to the next day's: 24 hours, or 23, 25, 23½ … where the clocks change. */
export function dayBounds(date: LocalDate, zone: TimeZone): Interval {
  const table = tableOf(zone);
  const midnight = wallClock(date, "00:00");
  return { start: firstFrom(midnight, table), end: firstFrom(midnight + DAY, table) };
}

/**
 * The stretch from wall time `start` to wall time `end` (up to `24:00`) on `date`, or null where nothing is left of it.
 * A boundary in a gap moves to the first instant after it. Where times come twice, the stretch runs from the first
 * instant that shows `start` to the end of the last that shows less than `end`.
 */
export function wallInterval(date: LocalDate, start: WallTime, end: WallTime, zone: TimeZone): Interval | null {
  const table = tableOf(zone);
  const [opens, closes] = [wallClock(date, start), wallClock(date, end)];
  const interval = { start: firstFrom(opens, table), end: lastBefore(closes, table) };
  return opens < closes && interval.start < interval.end ? interval : null;
}
