import type { VisitChoice } from "#lib/scheduling/placement.ts";
import type { EpochMs } from "#lib/time.ts";

/**
 * What a visitor wants of a plan, as typed: it lives in the address, so that back, reload and signing in keep it and
 * nothing needs a script. Whether it makes sense is said where the plan is drawn up.
 */
export interface PlanChoice {
  /** Slug. */
  service: string;
  /** Slug; empty: any doctor. */
  doctor: string;
  /** Another doctor may stand in for that one. */
  standIn: boolean;
  /** How often; empty until the form was filled in. */
  every: string;
  months: string;
  start: string;
  /** Empty: the first visit's. */
  time: string;
  /** Visits that were given another of the times offered. */
  swaps: VisitChoice[];
  /** Every visit as it was last shown, packed; empty before. */
  seen: string;
}

export type PlanStep = "/plans/setup" | "/plans/preview" | "/plans/checkout";

export type SearchParams = Record<string, string | string[] | undefined>;

// Longer than anything that makes sense, short enough to be shown again.
const longest = 60;

/** Reads an address's parameters, or what a form carries of them. */
export function readPlanChoice(params: SearchParams | URLSearchParams): PlanChoice {
  const query = params instanceof URLSearchParams ? params : queryOf(params);
  const text = (name: string) => (query.get(name) ?? "").trim().slice(0, longest);
  return {
    service: text("service"),
    doctor: text("doctor"),
    standIn: query.get("standIn") === "yes",
    every: text("every"),
    months: text("months"),
    start: text("start"),
    time: text("time"),
    swaps: query.getAll("swap").flatMap(readSwap),
    seen: query.get("seen") ?? "",
  };
}

export function planQuery(choice: PlanChoice): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of ["service", "doctor", "every", "months", "start", "time"] as const) {
    if (choice[name]) query.set(name, choice[name]);
  }
  if (choice.standIn) query.set("standIn", "yes");
  for (const { sequence, startsAt, doctorId } of choice.swaps) {
    query.append("swap", `${sequence}:${startsAt}:${doctorId}`);
  }
  if (choice.seen) query.set("seen", choice.seen);
  return query;
}

/** Going back to the setup drops what was swapped: other wishes make other visits. */
export function planHref(step: PlanStep, choice: PlanChoice, more: Record<string, string> = {}): string {
  const isSetup = step === "/plans/setup";
  const query = planQuery({
    ...choice,
    swaps: isSetup ? [] : choice.swaps,
    seen: step === "/plans/checkout" ? choice.seen : "",
  });
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return `${step}?${query}`;
}

/** The choice with one visit elsewhere, or where it was planned. */
export function withSwap(choice: PlanChoice, sequence: number, to: Omit<VisitChoice, "sequence"> | null): PlanChoice {
  const others = choice.swaps.filter((swap) => swap.sequence !== sequence);
  const swaps = to ? [...others, { sequence, startsAt: to.startsAt, doctorId: to.doctorId }] : others;
  return { ...choice, swaps: swaps.toSorted((a, b) => a.sequence - b.sequence) };
}

const swapShape = /^(\d{1,2}):(\d{11,14}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function readSwap(text: string): VisitChoice[] {
  const [, sequence, startsAt, doctorId] = swapShape.exec(text) ?? [];
  return sequence && startsAt && doctorId ? [{ sequence: Number(sequence), startsAt: Number(startsAt), doctorId }] : [];
}

function queryOf(params: SearchParams): URLSearchParams {
  return new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each])),
  );
}

interface ShownVisit {
  sequence: number;
  startsAt: EpochMs | null;
  doctorId: string | null;
}

const minute = 60_000;
const noPlace = "-";

/**
 * Every visit as it is shown, in few enough letters for an address: minutes since 1970 and the doctor's place among
 * `doctorIds`, in base 36. Precondition: sequences count from 1 without a gap.
 */
export function packVisits(visits: readonly ShownVisit[], doctorIds: readonly string[]): string {
  return visits
    .map(({ startsAt, doctorId }) => {
      const doctor = doctorIds.indexOf(doctorId ?? "");
      return startsAt === null || doctor < 0 ? noPlace : `${(startsAt / minute).toString(36)}${doctor.toString(36)}`;
    })
    .join(".");
}

/** What `packVisits` made, without the visits that had no place; what it never made counts as nothing. */
export function unpackVisits(packed: string, doctorIds: readonly string[]): VisitChoice[] {
  if (packed.length > 60 * 8) return [];
  return packed.split(".").flatMap((visit, at) => {
    const [, start = "", doctor = ""] = /^([0-9a-z]{5,6})([0-9a-z])$/.exec(visit) ?? [];
    const doctorId = doctorIds[Number.parseInt(doctor, 36)];
    return doctorId ? [{ sequence: at + 1, startsAt: Number.parseInt(start, 36) * minute, doctorId }] : [];
  });
}
