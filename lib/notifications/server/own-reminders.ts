import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { env } from "#lib/env.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { parseInput } from "#lib/scheduling/server/parse-input.ts";
import { orRefusal } from "#lib/scheduling/server/refused-by-database.ts";
import { chosenRemindersSchema } from "../reminder-schema.ts";
import { reminderPlan, wantedReminders } from "../reminders.ts";
import { textsGoTo } from "./texts-go-to.ts";

export interface OwnReminders {
  /** The clinic's, in minutes before, longest first. */
  plan: number[];
  /** Which of them this person gets. */
  wanted: number[];
  /** Null where the clinic sends no text messages. */
  texts: { isChosen: boolean; phone: string | null } | null;
}

interface ChoiceRow {
  plan: number[];
  chosen: number[] | null;
  bySms: boolean;
  phone: string | null;
  email: string;
  optedOut: boolean;
  /** Of the other clinics. */
  elsewhere: number[];
}

/** Which of a clinic's reminders one gets oneself. */
export async function ownReminders(actor: Actor, { clinicId }: { clinicId: string }): Promise<Result<OwnReminders>> {
  const row = await loadChoice(db, actor, clinicId);
  if (!row) return refuse(refusal("NOT_FOUND"));
  const { chosen, bySms, phone, optedOut } = row;
  const plan = reminderPlan(row.plan);
  return ok({
    plan,
    wanted: optedOut ? [] : wantedReminders(plan, chosen),
    texts: env().sms ? { isChosen: bySms, phone } : null,
  });
}

/** Chooses them, and ends an earlier wish for none; what other clinics have besides is left as it was. */
export async function chooseReminders(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(chosenRemindersSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, reminders, bySms } = parsed.value;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const row = await loadChoice(tx, actor, clinicId);
      if (!row) return refuse(refusal("NOT_FOUND"));
      if (bySms && env().sms && !textsGoTo(row)) {
        const message = row.phone ? "phone_for_texts" : "phone_first";
        return refuse({ ...refusal("VALIDATION"), errors: [{ path: "bySms", message }] });
      }
      // Where none can be sent nobody was asked, and an earlier wish stays.
      const texts = env().sms ? bySms : row.bySms;
      const here = wantedReminders(row.plan, reminders);
      const others = (row.chosen ?? row.elsewhere).filter((before) => !row.plan.includes(before));
      const chosen = reminderPlan([...here, ...others]);
      const isChoice = [...row.plan, ...row.elsewhere].some((before) => !chosen.includes(before));
      await tx.$executeRaw`
        UPDATE app_user SET reminders_chosen = ${isChoice}, reminder_minutes = ${isChoice ? chosen : []}::int[],
          remind_by_sms = ${texts}, updated_at = now()
        WHERE id = ${actor.userId}::uuid`;
      if (here.length > 0) {
        await tx.$executeRaw`
          DELETE FROM reminder_opt_out WHERE clinic_id = ${clinicId}::uuid AND email = ${row.email}::citext`;
      }
      const about = { subjectType: "user", subjectId: actor.userId, detail: { reminders: here, bySms: texts } };
      await recordAudit(tx, { clinicId, actor, action: "user.reminders_chosen", ...about });
      return ok(null);
    }),
  );
}

async function loadChoice(tx: Transaction, { userId }: Actor, clinicId: string): Promise<ChoiceRow | null> {
  const [row] = await tx.$queryRaw<ChoiceRow[]>`
    SELECT c.reminder_minutes AS plan, CASE WHEN u.reminders_chosen THEN coalesce(u.reminder_minutes, '{}') END AS chosen,
      u.remind_by_sms AS "bySms", u.phone, u.email::text,
      EXISTS (SELECT FROM reminder_opt_out o WHERE o.clinic_id = c.id AND o.email = u.email) AS "optedOut",
      ARRAY(SELECT DISTINCT unnest(reminder_minutes) FROM clinic WHERE id <> c.id) AS elsewhere
    FROM clinic c, app_user u WHERE c.id = ${clinicId}::uuid AND u.id = ${userId}::uuid`;
  return row ?? null;
}
