"use server";

import { refresh, revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { answerForm, type FormState, formValues } from "#lib/form-state.ts";
import { refusalFieldErrors, refusalWords } from "#lib/i18n/refusal-words.ts";
import { insteadValues, readInstead } from "#lib/scheduling/instead.ts";
import { answersIn } from "#lib/scheduling/questions.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import type { Query } from "../asked.ts";
import { loadDeskChoice } from "./load.ts";

/** Books what the form says, for an account or somebody without one. */
export async function bookAtDesk(previous: FormState, form: FormData): Promise<FormState> {
  const typed = Object.fromEntries([...form].filter(([, value]) => typeof value === "string")) as Query;
  const { actor, clinic, patient, service, doctor } = await loadDeskChoice(typed);
  const instead = typeof typed.instead === "string" ? readInstead(typed.instead) : null;
  const result = await bookAppointment(actor, {
    clinicId: clinic.id,
    serviceId: service.id,
    doctorId: instead?.doctorId ?? doctor?.id ?? null,
    startsAt: instead?.startsAt ?? typed.startsAt ?? "",
    notes: typed.notes,
    answers: answersIn(form),
    urgent: form.has("urgent"),
    ...(patient
      ? { patientId: patient.id }
      : { contact: { name: typed["contact.name"], phone: typed["contact.phone"], email: typed["contact.email"] } }),
  });
  if (!result.ok) return answerRefused(previous, form, result.refusal, clinic, doctor?.id ?? null);
  revalidatePath("/staff", "layout");
  redirect(`/staff/appointments/${result.value.id}?booked=1`);
}

const shown = /^(startsAt|notes|contact\.|answers\.)/;

async function answerRefused(
  previous: FormState,
  form: FormData,
  refused: Refusal,
  clinic: ClinicView,
  doctorId: string | null,
): Promise<FormState> {
  // The times on the page are as old as the page.
  refresh();
  const [t, words, format] = await Promise.all([
    getTranslations("deskBooking"),
    getTranslations("refusal"),
    getFormatter(),
  ]);
  const fieldErrors = refusalFieldErrors(refused, words);
  if (Object.keys(fieldErrors).some((field) => shown.test(field))) return answerForm(previous, form, { fieldErrors });
  const said = refusalWords(refused, words, format, clinic);
  const title = refused.code === "SAME_PATIENT" ? t("sameTitle") : said.title;
  const times = insteadValues(refused.alternatives, doctorId);
  const message = times.length > 0 ? `${said.message} ${t("instead")}` : said.message;
  return answerForm(previous, form, {
    values: { ...formValues(form), alternatives: times },
    refusal: { code: refused.code, title, message },
  });
}
