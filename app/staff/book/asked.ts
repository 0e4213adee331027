import { type EpochMs, isLocalDate, type LocalDate } from "#lib/time.ts";

/** Stands for somebody without an account. */
export const walkIn = "walk-in";

/** What the front desk has chosen so far; it lives in the address. What a walk-in is called never does. */
export interface Asked {
  /** Part of a name, e-mail address or number. */
  q?: string;
  /** An account's id, or `walkIn`. */
  person?: string;
  /** Slugs. */
  service?: string;
  doctor?: string;
  /** The first of the days shown. */
  day?: LocalDate;
  startsAt?: EpochMs;
}

export type Query = Record<string, string | string[] | undefined>;

/** Reads what can be read; what nobody could have chosen counts as not chosen. */
export function readAsked(query: Query): Asked {
  const single = (value: string | string[] | undefined) =>
    (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
  const [q, person, service, doctor] = [query.q, query.person, query.service, query.doctor].map(single);
  const [day, startsAt] = [single(query.day), single(query.startsAt)];
  return {
    ...(q && { q: q.slice(0, 254) }),
    ...(person && { person }),
    ...(service && { service }),
    ...(doctor && { doctor }),
    ...(day && isLocalDate(day) && day >= "2000-01-01" && day < "2100-01-01" && { day }),
    ...(startsAt && /^\d{11,14}$/.test(startsAt) && { startsAt: Number(startsAt) }),
  };
}

/** @param more further parameters, like what is missing */
export function askedHref(step: "/staff/book" | "/staff/book/time", asked: Asked, more: Query = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...asked, ...more })) if (value) query.set(name, String(value));
  return query.size > 0 ? `${step}?${query}` : step;
}
