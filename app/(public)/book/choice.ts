import { type EpochMs, isLocalDate, type LocalDate } from "#lib/time.ts";

/** What a visitor has chosen so far. It lives in the address, so that back, reload and signing in keep it. */
export interface BookingChoice {
  /** Slug. */
  service?: string;
  /** Slug; left out: any doctor. */
  doctor?: string;
  /** The day to begin with. */
  day?: LocalDate;
  startsAt?: EpochMs;
}

/** `/book` is the choice of a service. */
export type BookingStep = "/book" | "/book/time" | "/book/details" | "/book/check";

export type SearchParams = Record<string, string | string[] | undefined>;

/** Reads what can be read; what nobody could have chosen counts as not chosen. */
export function readChoice(params: SearchParams): BookingChoice {
  const [service, doctor, day, startsAt] = [params.service, params.doctor, params.day, params.startsAt].map(single);
  return {
    ...(service && { service }),
    ...(doctor && { doctor }),
    ...(day && isLocalDate(day) && { day }),
    ...(startsAt && /^\d{11,14}$/.test(startsAt) && { startsAt: Number(startsAt) }),
  };
}

export function bookingHref(step: BookingStep, { service, doctor, day, startsAt }: BookingChoice): string {
  const query = new URLSearchParams();
  if (service) query.set("service", service);
  if (doctor) query.set("doctor", doctor);
  if (day) query.set("day", day);
  if (startsAt) query.set("startsAt", String(startsAt));
  return query.size > 0 ? `${step}?${query}` : step;
}

/** The first of a parameter that was given more than once. */
function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
