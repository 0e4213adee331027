"use server";

import { redirect } from "next/navigation";
import { signInPath } from "#lib/auth/return-path.ts";
import { currentActor } from "#lib/auth/session.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { bookAppointmentSchema } from "#lib/scheduling/schema.ts";
import { bookAppointment } from "#lib/scheduling/server/book-appointment.ts";
import { parseInput } from "#lib/scheduling/server/parse-input.ts";
import { bookingRefusal } from "./booking-refusal.ts";
import { bookingHref } from "./choice.ts";
import { loadChoice } from "./load-choice.ts";
import { dropNotes, keepNotes } from "./notes-draft.ts";
import { postedChoice } from "./posted.ts";

/** Keeps what was typed and goes on to the check. */
export async function keepDetails(previous: FormState, form: FormData): Promise<FormState> {
  const { clinic, choice, service } = await loadChoice(postedChoice(form));
  const parsed = parseInput(bookAppointmentSchema.pick({ notes: true }), Object.fromEntries(form));
  if (!parsed.ok) return answerRefusal(previous, form, parsed.refusal, clinic);
  await keepNotes(service.slug, parsed.value.notes ?? "");
  redirect(bookingHref("/book/check", choice));
}

/** Books what stands on the check page. */
export async function book(previous: FormState, form: FormData): Promise<FormState> {
  const loaded = await loadChoice(postedChoice(form));
  const { clinic, choice, service, doctor } = loaded;
  const actor = await currentActor();
  if (!actor) redirect(signInPath(bookingHref("/book/check", choice)));
  const result = await bookAppointment(actor, {
    clinicId: clinic.id,
    serviceId: service.id,
    doctorId: doctor?.id ?? null,
    startsAt: choice.startsAt,
    notes: form.get("notes") ?? undefined,
  });
  if (!result.ok) return answerForm(previous, form, { refusal: await bookingRefusal(actor, loaded, result.refusal) });
  await dropNotes();
  redirect(`/book/done/${result.value.id}`);
}
