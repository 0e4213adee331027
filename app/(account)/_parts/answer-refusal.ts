import "server-only";
import { getMessages, getTranslations } from "next-intl/server";
import { answerForm, type FormState } from "#lib/form-state.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";

/** The form again with what was typed (never a password): bad fields say so in place, all else is said above. */
export async function answerRefusal(previous: FormState, form: FormData, refused: Refusal): Promise<FormState> {
  if (refused.code === "VALIDATION" && refused.errors) {
    return answerForm(previous, form, { fieldErrors: await fieldErrorsOf(refused.errors) });
  }
  const t = await getTranslations("account.refusal");
  const reason = situationOf(refused);
  const minutes = Math.ceil(Number(refused.detail.retryAfterSeconds ?? 60) / 60);
  return answerForm(previous, form, {
    refusal: { code: refused.code, title: t(`${reason}.title`), message: t(`${reason}.message`, { minutes }) },
  });
}

const hurdles = ["last_admin", "doctor_ahead", "being_seen"] as const;

type Situation =
  | "credentials"
  | "unverified"
  | "disabled"
  | "tooMany"
  | "link"
  | "busy"
  | "other"
  | (typeof hurdles)[number];

function situationOf({ code, detail }: Refusal): Situation {
  if (code === "RATE_LIMITED") return "tooMany";
  if (code === "NOT_FOUND") return "link";
  if (code === "BUSY") return "busy";
  if (code === "FORBIDDEN") return hurdles.find((hurdle) => hurdle === detail.reason) ?? "other";
  if (code !== "UNAUTHENTICATED") return "other";
  return detail.reason === "unverified" || detail.reason === "disabled" ? detail.reason : "credentials";
}

async function fieldErrorsOf(errors: NonNullable<Refusal["errors"]>): Promise<Record<string, string[]>> {
  const { account } = await getMessages();
  const words: Record<string, string> = account.invalid;
  const byField = Map.groupBy(errors, (error) => error.path);
  return Object.fromEntries(
    [...byField].map(([field, found]) => [
      field,
      [...new Set(found.map((e) => words[e.message] ?? account.invalid.invalid))],
    ]),
  );
}
