"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { pageLanguage } from "#app/page-language.ts";
import { newGuest } from "#lib/auth/guest.ts";
import { currentActor } from "#lib/auth/session.ts";
import { currentVisitor } from "#lib/auth/visitor.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { bookedByBrowser } from "#lib/scheduling/server/booking/booked-by-browser.ts";
import { giveBackGuestTurn, takeGuestTurn } from "#lib/scheduling/server/booking/booking-turns.ts";
import { bookingRefusal } from "./booking-refusal.ts";
import { bookingHref } from "./choice.ts";
import { dropDraft, keepDraft } from "./draft.ts";
import { extendChosen, holdChosen, releaseChosen } from "./hold-chosen.ts";
import { holdSecret } from "./hold-cookie.ts";
import { type LoadedChoice, loadChoice } from "./load-choice.ts";
import { checkContact, checkDetails, postedChoice, postedDraft } from "./posted.ts";

/** Keeps the chosen time and goes on to the details. */
export async function chooseTime(previous: FormState, form: FormData): Promise<FormState> {
  const loaded = await loadChoice(postedChoice(form));
  const { choice } = loaded;
  if (!choice.startsAt) redirect(`${bookingHref("/book/time", choice)}&missing=1`);
  const held = await holdChosen(loaded);
  if (held.ok) redirect(bookingHref("/book/details", choice));
  const refusal = await bookingRefusal(await currentActor(), loaded, held.refusal, "/book/details");
  return answerForm(previous, form, { refusal });
}

/** The same from pages outside the booking: what speaks against it stands on the page of the details. */
export async function takeTime(form: FormData): Promise<void> {
  const loaded = await loadChoice(postedChoice(form));
  if (loaded.choice.startsAt) await holdChosen(loaded);
  redirect(bookingHref("/book/details", loaded.choice));
}

/** Keeps what was typed and goes on to the check, unless another button was pressed. */
export async function keepDetails(previous: FormState, form: FormData): Promise<FormState> {
  const loaded = await loadChoice(postedChoice(form));
  const { clinic, choice, service } = loaded;
  const pressed = await pressedInstead(previous, form, loaded, "/book/details");
  if (pressed) return pressed;
  const checked = checkDetails(form, service.questions);
  if (!checked.ok) return answerRefusal(previous, form, checked.refusal, clinic);
  if (!(await keepDraft(service.slug, await postedDraft(form, service.slug)))) {
    return answerForm(previous, form, {
      fieldErrors: { notes: [(await getTranslations("booking.details"))("tooMuch")] },
    });
  }
  const held = await holdChosen(loaded, form.has("hold"));
  if (held.ok) redirect(bookingHref("/book/check", choice));
  const refusal = await bookingRefusal(await currentActor(), loaded, held.refusal, "/book/details");
  return answerForm(previous, form, { refusal });
}

/** Books what stands on the check page, for whoever is signed in or for a guest. */
export async function book(previous: FormState, form: FormData): Promise<FormState> {
  const loaded = await loadChoice(postedChoice(form));
  const { clinic, choice, service, doctor } = loaded;
  const pressed = await pressedInstead(previous, form, loaded, "/book/check");
  if (pressed) return pressed;

  const actor = await currentActor();
  const draft = await postedDraft(form, service.slug);
  const contact = actor ? undefined : checkContact(draft.contact);
  if (contact && !contact.ok) return answerRefusal(previous, form, contact.refusal, clinic);
  const email = contact?.value.email;
  const tooMany = email && (await takeGuestTurn(await currentVisitor(), email));
  if (tooMany) return answerRefusal(previous, form, tooMany, clinic);

  // Whatever this browser keeps elsewhere makes way first, and a hold that ran out begins anew where it can.
  const held = await holdChosen(loaded, form.has("hold"));
  const result = held.ok
    ? await bookAppointment(actor ?? newGuest(await pageLanguage()), {
        clinicId: clinic.id,
        serviceId: service.id,
        doctorId: doctor?.id ?? null,
        startsAt: choice.startsAt,
        notes: draft.notes,
        answers: draft.answers,
        contact: contact?.value,
        hold: { id: held.value.id, secret: await holdSecret() },
      })
    : held;
  if (result.ok) {
    await dropDraft();
    redirect(`/book/done/${result.value.id}`);
  }
  if (email) await giveBackGuestTurn(email);
  if (!actor) await redirectIfBooked(loaded);
  if (result.refusal.errors?.some(({ path }) => path.startsWith("answers."))) {
    redirect(`${bookingHref("/book/details", choice)}&unanswered=1`);
  }
  if (result.refusal.code === "VALIDATION") return answerRefusal(previous, form, result.refusal, clinic);
  const refusal = await bookingRefusal(actor, loaded, result.refusal, "/book/check");
  return answerForm(previous, form, { refusal });
}

/** The second press of a guest's: the first one has booked it already. */
async function redirectIfBooked({ choice, service }: LoadedChoice): Promise<void> {
  const which = { serviceId: service.id, startsAt: choice.startsAt ?? 0 };
  const booked = await bookedByBrowser(await holdSecret(), which);
  if (booked) redirect(`/book/done/${booked.id}`);
}

/** The buttons beside the one that goes on. Each of them keeps what was typed so far. */
async function pressedInstead(
  previous: FormState,
  form: FormData,
  loaded: LoadedChoice,
  step: "/book/details" | "/book/check",
): Promise<FormState | null> {
  const { choice, clinic, service } = loaded;
  const isExtended = form.get("intent") === "extend";
  if (!isExtended && !form.has("instead") && form.get("intent") !== "times") return null;
  await keepDraft(service.slug, await postedDraft(form, service.slug));
  if (form.get("intent") === "times") {
    await releaseChosen(loaded);
    redirect(bookingHref("/book/time", choice));
  }
  const held = isExtended ? await extendChosen(loaded) : await holdChosen(loaded);
  if (!held.ok) {
    const refusal = await bookingRefusal(await currentActor(), loaded, held.refusal, step);
    return answerForm(previous, form, { refusal });
  }
  if (!isExtended) redirect(bookingHref(step, choice));
  const [t, format] = await Promise.all([getTranslations("booking.hold"), getFormatter()]);
  refresh();
  const time = format.dateTime(held.value.expiresAt, "time", { timeZone: clinic.timeZone });
  return answerForm(previous, form, { message: t("extended", { time }) });
}
