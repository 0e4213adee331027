import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { EpochMs, TimeZone } from "#lib/time.ts";
import { refusal } from "../../refusal.ts";
import { bulkTransitionSchema } from "../../schema.ts";
import type { WrittenAppointment } from "../../view.ts";
import { parseInput } from "../parse-input.ts";
import { partyOf } from "../party.ts";
import { type AppointmentRow, appointmentColumns, personOf } from "../records.ts";
import { transition } from "./transition.ts";

/** What came of one appointment of a bulk. */
export interface BulkItem {
  id: string;
  /** Null for what is none of the actor's business. */
  about: { patientName: string; startsAt: EpochMs; timeZone: TimeZone } | null;
  result: Result<WrittenAppointment>;
}

/**
 * The same step for up to a hundred appointments, each by itself and in ascending time: what can be done is done, and
 * each of the others says why not. Refused as a whole only for whoever decides nothing anywhere.
 */
export async function bulkTransition(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<BulkItem[]>> {
  const parsed = parseInput(bulkTransitionSchema, input);
  if (!parsed.ok) return parsed;
  if (!actor.memberships.some(({ role }) => role !== "patient")) return refuse(refusal("FORBIDDEN"));
  const { ids, versions = {}, to, reason } = parsed.value;
  const rows = await db.appointment.findMany({ where: { id: { in: ids } }, select: appointmentColumns });
  const startOf = new Map(rows.map((row) => [row.id, row.startsAt.getTime()]));
  const inTime = [...new Set(ids)].sort((a, b) => (startOf.get(a) ?? 0) - (startOf.get(b) ?? 0));
  const items: BulkItem[] = [];
  for (const id of inTime) {
    const row = rows.find((one) => one.id === id);
    const result = await transition(actor, { id, to, version: versions[id], reason }, clock);
    items.push({ id, about: aboutItem(actor, row), result });
  }
  return ok(items);
}

/** Whom an item is about, for whoever it concerns. */
export function aboutItem(actor: Actor, row: AppointmentRow | undefined): BulkItem["about"] {
  if (!row || !partyOf(actor, row)) return null;
  return { patientName: personOf(row).name, startsAt: row.startsAt.getTime(), timeZone: row.clinic.timeZone };
}
