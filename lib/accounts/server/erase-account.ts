import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { verifyPassword } from "#lib/auth/password-hash.ts";
import { forgetTurns } from "#lib/auth/throttle.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { allOrNothing, Refused } from "#lib/scheduling/server/all-or-nothing.ts";
import { databaseNow } from "#lib/scheduling/server/database-now.ts";
import { lockPlaces } from "#lib/scheduling/server/lock-places.ts";
import { lockPlan } from "#lib/scheduling/server/plans/change-plan.ts";
import { Overtaken } from "#lib/scheduling/server/waitlist/waitlist-end.ts";
import { eraseAccountSchema } from "../schema.ts";
import { type Ahead, aheadOf, isSameAhead } from "./erasing/ahead.ts";
import { type Ended, endAppointments, endPlans, endWishes } from "./erasing/end-ahead.ts";
import { forgetTraces } from "./erasing/forget-traces.ts";
import { erasureHurdle, lockAdminSeats } from "./erasing/hurdle.ts";
import { erasedAddress, renameAccount } from "./erasing/rename-account.ts";
import { signInLimits, tooMany } from "./limits.ts";
import { fieldRefusal, parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";

/** What stands where somebody stood, in the clinic's language. */
export interface ErasedWords {
  /** "Former patient" */
  name: string;
  /** Why appointments ahead are called off: doctors read it. */
  reason: string;
}

const attempts = 5;

/**
 * Deletes one's own account: what lies ahead is called off, also past its deadline; every session, link and feed ends;
 * name, address and words of theirs are gone. What remains is that appointments took place, so that every count stays
 * true. Refused (FORBIDDEN, `reason`: last_admin, doctor_ahead, being_seen) where others would be left in the lurch.
 */
export async function eraseAccount(
  actor: Actor,
  input: unknown,
  words: ErasedWords,
  clock: Clock = databaseClock,
): Promise<Result<Ended>> {
  const parsed = parseInput(eraseAccountSchema, input);
  if (!parsed.ok) return parsed;
  return orRefusal(async () => {
    const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId } });
    const refused = await tooMany([signInLimits.account, user.email]);
    if (refused) return refuse(refused);
    if (!(await verifyPassword(parsed.value.password, user.passwordHash))) {
      return refuse(fieldRefusal("password", "password_wrong"));
    }
    await forgetTurns(signInLimits.account, user.email);
    return unlessOvertaken(() => allOrNothing((tx) => erase(tx, actor, words, clock)));
  });
}

/** In the order of locks in lib/scheduling/README.md; the account's own row comes after the slots, like a booking's. */
async function erase(tx: Transaction, actor: Actor, words: ErasedWords, clock: Clock): Promise<Ended> {
  const { userId } = actor;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`account ${userId}`}, 0))`;
  await lockAdminSeats(tx, actor);
  const now = await databaseNow(clock, tx);
  const seen = await aheadOf(tx, userId, now);
  for (const id of seen.plans) await lockPlan(tx, id);
  for (const [clinicId, ids] of Object.entries(seen.places)) await lockPlaces(tx, clinicId, ids);
  const [row] = await tx.$queryRaw<{ email: string; phone: string | null }[]>`
    SELECT email::text, phone FROM app_user WHERE id = ${userId}::uuid AND erased_at IS NULL FOR UPDATE`;
  if (!row) throw new Refused(refusal("UNAUTHENTICATED"));
  if (actor.doctorId) {
    await tx.$executeRaw`SELECT 1 FROM doctor_service WHERE doctor_id = ${actor.doctorId}::uuid FOR UPDATE`;
  }
  // From here on nobody can book for them; whoever did before has committed by now.
  const ahead: Ahead = await aheadOf(tx, userId, now);
  if (!isSameAhead(seen, ahead)) throw new Overtaken();
  const hurdle = await erasureHurdle(tx, actor, now);
  if (hurdle) throw new Refused(refusal("FORBIDDEN", { reason: hurdle }));

  await renameAccount(tx, actor, words.name);
  const forgotten = { ...row, userId };
  await forgetTraces(tx, forgotten, words.name);
  const ended: Ended = {
    wishes: await endWishes(tx, actor, ahead),
    plans: await endPlans(tx, actor, ahead, { now, reason: words.reason }),
    appointments: await endAppointments(tx, actor, { now, reason: words.reason }),
  };
  // Mails about this go to doctors alone: there is nobody left to write to.
  await tx.$executeRaw`
    UPDATE message SET status = 'superseded', payload = '{}'
    WHERE status = 'queued' AND (user_id = ${userId}::uuid OR recipient = ${erasedAddress(userId)}::citext)`;
  const subject = { subjectType: "user", subjectId: userId };
  await recordAudit(tx, { actor, action: "user.account_erased", ...subject, detail: { ...ended } });
  return ended;
}

/** Looks again where something was booked, moved or answered while this one waited. */
async function unlessOvertaken(work: () => Promise<Result<Ended>>): Promise<Result<Ended>> {
  for (let attempt = 1; ; attempt++) {
    try {
      const result = await work();
      const isOvertaken = !result.ok && result.refusal.code === "VERSION_CONFLICT";
      if (!isOvertaken || attempt === attempts) return result.ok ? ok(result.value) : result;
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      if (attempt === attempts) return refuse(refusal("BUSY"));
    }
  }
}
