import "server-only";
import { refresh } from "next/cache";
import { getFormatter, getTranslations } from "next-intl/server";
import { type BulkState, type BulkStep, bulkSteps } from "#components/scheduling/bulk-state.ts";
import type { Actor } from "#lib/auth/actor.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";
import { bulkTransition } from "#lib/scheduling/server/appointments/bulk-transition.ts";

/** One press for all that are ticked: what went through, and what did not with its reason. */
export async function takeSteps(actor: Actor, previous: BulkState, form: FormData): Promise<BulkState> {
  const [t, format] = await Promise.all([getTranslations("board.bulk"), getFormatter()]);
  const chosen = form.getAll("chosen").map((value) => String(value).split(":"));
  const ids = chosen.map(([id = ""]) => id);
  const versions = Object.fromEntries(chosen.flatMap(([id = "", version]) => (version ? [[id, version]] : [])));
  const to = bulkSteps.find((step) => step === form.get("to"));
  // The reason stands in the same form whatever is pressed; only a cancellation has one.
  const reason = to === "cancelled" ? String(form.get("reason") ?? "") : "";
  const attempt = previous.attempt + 1;
  if (!to || chosen.length === 0) return { answer: "nobody", reason, attempt };
  const result = await bulkTransition(actor, { ids, versions, to, reason });
  refresh();
  if (!result.ok) return { answer: wholly(to, result.refusal, t("label")), reason, attempt };
  const items = result.value.map(({ id, about, result: one }) => {
    const { patientName = "", startsAt = 0, timeZone = "UTC" } = about ?? {};
    const moment = format.dateTime(startsAt, "moment", { timeZone });
    return { id, timeZone, one, words: about ? t("item", { patient: patientName, moment }) : t("unknown") };
  });
  const done = items.filter(({ one }) => one.ok).map(({ id, words }) => ({ id, words }));
  const notDone = items.flatMap(({ id, words, timeZone, one }) =>
    one.ok ? [] : [{ id, words, timeZone, refusal: one.refusal }],
  );
  return { answer: { to, done, notDone }, reason: notDone.length > 0 ? reason : "", attempt };
}

function wholly(to: BulkStep, refused: Refusal, words: string): BulkState["answer"] {
  return { to, done: [], notDone: [{ id: "all", words, refusal: refused, timeZone: "UTC" }] };
}
