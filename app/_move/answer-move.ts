import "server-only";
import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { refusalFieldErrors } from "#lib/i18n/refusal-words.ts";
import type { Alternative, Refusal } from "#lib/scheduling/refusal.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import { moveHref } from "./move-choice.ts";

interface Moving {
  actor: Actor | GuestActor;
  /** The appointment, where the form does not decide it. */
  id?: string;
  as?: "patient";
  clinic: ClinicView;
  /** The page on which times are chosen, and where to go when it is done. */
  path: (id: string) => string;
  done: (id: string) => string;
}

/** One posted move: done and away, or the form again with up to three other times. For server actions. */
export async function answerMove(moving: Moving, previous: FormState, form: FormData): Promise<FormState> {
  const { actor, as, clinic } = moving;
  const posted = Object.fromEntries(form);
  const id = moving.id ?? String(posted.id ?? "");
  const { version, startsAt, doctorId, reason } = posted;
  const result = await rescheduleAppointment(actor, { id, version, startsAt, doctorId, reason, as });
  if (result.ok) redirect(moving.done(result.value.id));
  const { refusal } = result;
  if (refusal.errors?.some(({ path }) => path === "startsAt")) {
    const words = refusalFieldErrors(refusal, await getTranslations("refusal"));
    return answerForm(previous, form, { refusal: { code: refusal.code, title: words.startsAt?.[0] ?? "" } });
  }
  const answer = await answerRefusal(previous, form, refusal, clinic);
  if (!answer.refusal || !refusal.alternatives?.length) return answer;
  const next = await otherTimes(refusal, clinic, ({ startsAt: at, doctorId: who }) =>
    moveHref(moving.path(id), { startsAt: at, doctor: doctorId === "any" ? doctorId : who }),
  );
  return { ...answer, refusal: { ...answer.refusal, next } };
}

async function otherTimes(
  { alternatives = [] }: Refusal,
  { timeZone }: ClinicView,
  hrefFor: (offer: Alternative) => string,
) {
  const format = await getFormatter();
  return alternatives
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .map((offer) => ({
      href: hrefFor(offer),
      label: format.dateTime(offer.startsAt, "dayShort", { timeZone }),
      strong: format.dateTime(offer.startsAt, "time", { timeZone }),
    }));
}
