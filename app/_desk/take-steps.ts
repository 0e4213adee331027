import "server-only";
import { refresh } from "next/cache";
import { getFormatter, getTranslations } from "next-intl/server";
import { type BulkAnswered, type BulkState, type BulkStep, bulkSteps } from "#components/scheduling/bulk-state.ts";
import type { Actor } from "#lib/auth/actor.ts";
import type { Result } from "#lib/result.ts";
import { undoSeconds } from "#lib/scheduling/lifecycle.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";
import { type BulkItem, bulkTransition } from "#lib/scheduling/server/appointments/bulk-transition.ts";
import { undoSteps } from "#lib/scheduling/server/appointments/undo-steps.ts";

/** One press for all that are ticked: what went through, and what did not with its reason. */
export async function takeSteps(actor: Actor, previous: BulkState, form: FormData): Promise<BulkState> {
  const chosen = form.getAll("chosen").map((value) => String(value).split(":"));
  const ids = chosen.map(([id = ""]) => id);
  const versions = Object.fromEntries(chosen.flatMap(([id = "", version]) => (version ? [[id, version]] : [])));
  const pressed = form.get("to");
  const to = pressed === "undo" ? pressed : bulkSteps.find((step) => step === pressed);
  // Each step's reason stands in the same form whatever is pressed.
  const text = String(form.get(`reason-${to}`) ?? "");
  const reason = to && to !== "undo" ? { to, text } : null;
  const attempt = previous.attempt + 1;
  if (!to || chosen.length === 0) return { answer: "nobody", reason, attempt };
  const result =
    to === "undo"
      ? await undoSteps(actor, { steps: chosen.map(([id, version]) => ({ id, version })) })
      : await bulkTransition(actor, { ids, versions, to, reason: text });
  refresh();
  const answer = await answerOf(to, result);
  return { answer, reason: answer.notDone.length > 0 ? reason : null, attempt };
}

async function answerOf(to: BulkStep | "undo", result: Result<BulkItem[]>): Promise<BulkAnswered> {
  const [t, format] = await Promise.all([getTranslations("board.bulk"), getFormatter()]);
  const canBeUndone = to === "confirmed" || to === "rejected";
  const answered = { to, undoSeconds: canBeUndone ? undoSeconds : null };
  if (!result.ok) return { ...answered, done: [], notDone: [wholly(result.refusal, t("label"))] };
  const items = result.value.map(({ id, about, result: one }) => {
    const { patientName = "", startsAt = 0, timeZone = "UTC" } = about ?? {};
    const moment = format.dateTime(startsAt, "moment", { timeZone });
    return { id, timeZone, one, words: about ? t("item", { patient: patientName, moment }) : t("unknown") };
  });
  return {
    ...answered,
    done: items.flatMap(({ id, words, one }) => (one.ok ? [{ id, words, version: one.value.version }] : [])),
    notDone: items.flatMap(({ id, words, timeZone, one }) =>
      one.ok ? [] : [{ id, words, timeZone, refusal: one.refusal }],
    ),
  };
}

function wholly(refusal: Refusal, words: string): BulkAnswered["notDone"][number] {
  return { id: "all", words, refusal, timeZone: "UTC" };
}
