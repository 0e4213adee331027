import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type EpochMs, minutes } from "#lib/time.ts";
import { refusal } from "../../refusal.ts";
import type { WaitlistEntryView, WaitlistLine } from "../../waitlist-view.ts";
import { databaseNow } from "../database-now.ts";
import { toWaitlistEntry, waitlistColumns } from "./waitlist-records.ts";

const longestList = 500;
/** How long a wish that has ended is still shown. */
const shownDays = 30;

/** A patient's own wishes: what waits for an answer, then what they wait for, then what has ended of late. */
export async function myWaitlist(actor: Actor, clock: Clock = databaseClock): Promise<WaitlistEntryView[]> {
  const now = await databaseNow(clock);
  const rows = await db.waitlistEntry.findMany({
    where: { patientId: actor.userId, ...recent(now) },
    select: waitlistColumns,
    orderBy: [{ createdAt: "desc" }],
    take: longestList,
  });
  return rows.map((row) => toWaitlistEntry(row, now)).sort((a, b) => rankOf(a) - rankOf(b));
}

/** Who waits for what at a clinic, in fair order, and what has ended of late. For staff. */
export async function clinicWaitlist(
  actor: Actor,
  { clinicId }: { clinicId: string },
  clock: Clock = databaseClock,
): Promise<Result<{ now: EpochMs; lines: WaitlistLine[] }>> {
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  const now = await databaseNow(clock);
  const rows = await db.waitlistEntry.findMany({
    where: { clinicId, ...recent(now) },
    select: { ...waitlistColumns, patient: { select: { name: true, phone: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: longestList,
  });
  return ok({ now, lines: rows.map(({ patient, ...row }) => ({ ...toWaitlistEntry(row, now), patient })) });
}

function recent(now: EpochMs): Prisma.WaitlistEntryWhereInput {
  const since = new Date(now - minutes(shownDays * 24 * 60));
  return { OR: [{ status: { in: ["waiting", "offered"] } }, { createdAt: { gte: since } }] };
}

function rankOf({ status }: WaitlistEntryView): number {
  if (status === "offered") return 0;
  return status === "waiting" ? 1 : 2;
}
