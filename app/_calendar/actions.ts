"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireActor } from "#lib/auth/session.ts";
import { feedPath } from "#lib/calendar/feed.ts";
import { endFeed } from "#lib/calendar/server/end-feed.ts";
import { makeFeed } from "#lib/calendar/server/make-feed.ts";
import { env } from "#lib/env.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { currentClinic } from "../_shell/current-clinic.ts";
import { feedPageOf } from "./feed-page.ts";

/** A new private address in place of the one before; the form's answer is the only place that shows it. */
export async function makeOwnFeed(previous: FormState, form: FormData): Promise<FormState> {
  const page = feedPageOf(form);
  const result = await makeFeed(await requireActor(page), { kind: form.get("kind") });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, await currentClinic());
  revalidatePath(page);
  const address = env().siteUrl + feedPath(result.value.token);
  return answerForm(previous, form, {
    values: { address },
    message: (await getTranslations("calendar.page"))("ready"),
  });
}

export async function endOwnFeed(form: FormData): Promise<void> {
  const page = feedPageOf(form);
  await endFeed(await requireActor(page), { kind: form.get("kind") });
  redirect(`${page}?calendar=ended#calendar`);
}
