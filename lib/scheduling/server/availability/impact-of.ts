import "server-only";
import { createHash } from "node:crypto";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type AskedChange, impactSchema } from "../../change-schema.ts";
import { problemsInShifts } from "../../closures.ts";
import { problemsInWeek } from "../../hours.ts";
import { afterChange, type Change, type WeekChange as WeekHours } from "../../house-rules.ts";
import { impact } from "../../impact.ts";
import { refusal } from "../../refusal.ts";
import type { StrandedAppointment } from "../../stranding.ts";
import { describeStranded } from "../appointments/stranded-rows.ts";
import { parseInput } from "../parse-input.ts";
import { loadHouse } from "./load-house.ts";

export interface Impact {
  /** By start. */
  stranded: StrandedAppointment[];
  /** Of this very list: whoever saves anyway says which one they have seen. Empty where nobody is stranded. */
  fingerprint: string;
}

/**
 * What a change of hours, closures, time off, capacities or lengths would strand, before it is saved. For staff, and for
 * doctors about their own time.
 */
export async function impactOf(actor: Actor, input: unknown, clock: Clock = databaseClock): Promise<Result<Impact>> {
  const parsed = parseInput(impactSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, change: asked } = parsed.value;
  const change = await toChange(clinicId, asked);
  if (!change || !mayAsk(actor, clinicId, change)) return refuse(refusal("NOT_FOUND"));
  if (isNonsense(change)) return refuse(refusal("VALIDATION"));
  const house = await loadHouse(clinicId);
  if (!house) return refuse(refusal("NOT_FOUND"));
  const state = { ...house.state, now: clock(house.state.now) };
  const found = impact(state, house.rules, afterChange(house.rules, change));
  const stranded = await describeStranded(clinicId, found);
  return ok({ stranded, fingerprint: fingerprintOf(stranded) });
}

function mayAsk(actor: Actor, clinicId: string, change: Change): boolean {
  if (hasRole(actor, clinicId, "staff")) return true;
  return "doctorId" in change && change.doctorId === actor.doctorId && hasRole(actor, clinicId, "doctor");
}

/** What nobody can save strands nobody: its command says what is wrong with it. */
function isNonsense(change: Change): boolean {
  const isWrong = (hours: WeekHours["hours"]) =>
    problemsInWeek(hours.map((shift) => ({ ...shift, isClosed: false }))).length > 0;
  switch (change.kind) {
    case "week":
      return isWrong(change.hours);
    case "template":
      return (
        change.template !== null &&
        (change.template.validTo < change.template.validFrom || isWrong(change.template.hours))
      );
    case "closures":
      return change.add.some(({ from, to, shifts }) => to < from || problemsInShifts(shifts).length > 0);
    default:
      return false;
  }
}

/** Templates are known by their first day, since no two hold on the same one; a window has its doctor. */
async function toChange(clinicId: string, asked: AskedChange): Promise<Change | null> {
  if (asked.kind === "window_removed") {
    const window = await db.availabilityWindow.findFirst({
      where: { id: asked.id, clinicId },
      select: { doctorId: true },
    });
    return window && { ...asked, ...window };
  }
  if (asked.kind !== "template" || asked.replaces === null) return asked;
  const old = await db.weekTemplate.findFirst({ where: { id: asked.replaces, clinicId }, select: { validFrom: true } });
  return old && { ...asked, replaces: old.validFrom.toISOString().slice(0, 10) };
}

function fingerprintOf(stranded: readonly StrandedAppointment[]): string {
  if (stranded.length === 0) return "";
  const list = stranded.map(({ id, startsAt, reasons }) => [id, startsAt, ...reasons.map(({ code }) => code)]);
  return createHash("sha256").update(JSON.stringify(list)).digest("base64url").slice(0, 22);
}
