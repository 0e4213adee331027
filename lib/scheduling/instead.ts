import type { EpochMs } from "#lib/time.ts";
import type { Alternative } from "./refusal.ts";

/** Another time as a form sends it; with its doctor where somebody else was asked for. */
export interface Instead {
  startsAt: EpochMs;
  /** Null: as was asked. */
  doctorId: string | null;
}

/** The alternatives of a refusal in time, each as one press sends it. @param doctorId who was asked for; null: anybody */
export function insteadValues(alternatives: readonly Alternative[] = [], doctorId: string | null): string[] {
  return alternatives
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .map((other) =>
      doctorId && other.doctorId !== doctorId ? `${other.startsAt} ${other.doctorId}` : `${other.startsAt}`,
    );
}

export function readInstead(value: string): Instead {
  const [startsAt, doctorId = null] = value.split(" ");
  return { startsAt: Number(startsAt), doctorId };
}
