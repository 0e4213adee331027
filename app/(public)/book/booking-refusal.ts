import "server-only";
import { getFormatter, getTranslations } from "next-intl/server";
import type { Actor } from "#lib/auth/actor.ts";
import type { FormState } from "#lib/form-state.ts";
import { refusalWords } from "#lib/i18n/refusal-words.ts";
import type { Alternative, Refusal } from "#lib/scheduling/refusal.ts";
import { type BookingStep, bookingHref } from "./choice.ts";
import type { LoadedChoice } from "./load-choice.ts";
import { ownAppointment } from "./own-appointment.ts";

/**
 * A refused booking in words, with what to do in one press: nearest free times, which the form sends to be held, or
 * the appointment already there.
 */
export async function bookingRefusal(
  actor: Actor | null,
  loaded: LoadedChoice,
  refusal: Refusal,
  step: BookingStep,
): Promise<NonNullable<FormState["refusal"]>> {
  const { clinic, choice, doctor, doctors } = loaded;
  const { timeZone } = clinic;
  const [t, words, format] = await Promise.all([
    getTranslations("booking"),
    getTranslations("refusal"),
    getFormatter(),
  ]);
  const said = { code: refusal.code, ...refusalWords(refusal, words, format, clinic) };
  const times = (refusal.alternatives ?? []).toSorted(byTime).map(({ startsAt, doctorId }) => {
    // Whoever asked for one doctor is told where it would be another one, and gets that one.
    const other = doctor && doctor.id !== doctorId ? doctors.find(({ id }) => id === doctorId) : undefined;
    const day = format.dateTime(startsAt, "dayShort", { timeZone });
    return {
      href: bookingHref(step, { ...choice, startsAt, ...(other && { doctor: other.slug }) }),
      send: { name: "instead", value: other ? `${startsAt} ${other.slug}` : String(startsAt) },
      label: other ? `${other.name} · ${day}` : day,
      strong: format.dateTime(startsAt, "time", { timeZone }),
    };
  });
  const own = actor && refusal.code === "SAME_PATIENT" ? await ownAppointment(actor, loaded) : null;
  if (own) {
    const show = { href: `/patient/appointments/${own.id}`, label: t("same.show") };
    return own.isTheSame
      ? { ...said, title: t("same.title"), message: t("same.text"), next: [show] }
      : { ...said, next: [show, ...times] };
  }
  return times.length > 0 ? { ...said, message: `${said.message} ${t("check.kept")}`, next: times } : said;
}

function byTime(a: Alternative, b: Alternative): number {
  return a.startsAt - b.startsAt;
}
