import type { EpochMs, LocalDate } from "#lib/time.ts";
import { isLocalDate } from "#lib/time.ts";

export type SearchParams = Record<string, string | string[] | undefined>;

/** The new time as far as it was chosen. It lives in the address, so that back and reload keep it. */
export interface MoveChoice {
  /** A doctor's id; left out: the same. */
  doctor?: string | "any";
  /** The day to begin with. */
  day?: LocalDate;
  startsAt?: EpochMs;
}

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads what can be read; what nobody could have chosen counts as not chosen. */
export function readMoveChoice(params: SearchParams): MoveChoice {
  const [doctor, day, startsAt] = [params.doctor, params.day, params.startsAt].map((value) =>
    Array.isArray(value) ? value[0] : value,
  );
  return {
    ...(doctor && (doctor === "any" || id.test(doctor)) && { doctor }),
    ...(day && isLocalDate(day) && day > "2000" && day < "2100" && { day }),
    ...(startsAt && /^\d{11,14}$/.test(startsAt) && { startsAt: Number(startsAt) }),
  };
}

/** The page for a choice. */
export function moveHref(path: string, { doctor, day, startsAt }: MoveChoice): string {
  const query = new URLSearchParams({
    ...(doctor && { doctor }),
    ...(day && { day }),
    ...(startsAt && { startsAt: String(startsAt) }),
  });
  return query.size > 0 ? `${path}?${query}` : path;
}
