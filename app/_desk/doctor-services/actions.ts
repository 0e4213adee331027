"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { renameFields } from "#app/admin/_shell/rename-fields.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";
import { saveDoctorServicesSchema } from "#lib/scheduling/schema.ts";
import { saveDoctorServices } from "#lib/scheduling/server/doctors/save-doctor-services.ts";
import { askFirst, pagesFor } from "../ask-first.ts";
import { deskClinic } from "../desk-clinic.ts";
import { fieldAt, postedServices, serviceValues } from "./posted-services.ts";

/** What a doctor offers; the form stands in the doctor's own workspace and in the administrator's. */
export async function saveServicesOfDoctor(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await deskClinic(form);
  const services = postedServices(form, clinic.currency);
  const typed = { clinicId: clinic.id, doctorId: form.get("doctorId"), services };
  const asked = { kind: "doctor_services", doctorId: typed.doctorId, services: services.map(ofTime) } as const;
  const change = saveDoctorServicesSchema.safeParse(typed).success ? asked : null;
  const question = await askFirst(previous, form, { actor, clinic, change, pages: pagesFor(actor, clinic.id) });
  if (question) return question;
  const result = await saveDoctorServices(actor, typed);
  if (!result.ok) {
    const refused = renameFields(asPrices(result.refusal), (path) => fieldAt(path, form));
    return answerRefusal(previous, form, refused, clinic);
  }
  revalidatePath("/", "layout");
  const t = await getTranslations("doctorServices");
  const values = serviceValues(result.value, clinic.currency);
  return answerForm(previous, form, { values, message: t("saved") });
}

/** What of an offer decides whom it fits. */
function ofTime({ serviceId, isOffered, durationMinutes }: ReturnType<typeof postedServices>[number]) {
  return { serviceId, isOffered, durationMinutes: Number(durationMinutes) || null };
}

/** Prices are typed in major units, so what is wrong with one is said as such. */
function asPrices(refused: Refusal): Refusal {
  const errors = refused.errors?.map(({ path, message }) =>
    path.endsWith("priceAmount") && message !== "too_large" ? { path, message: "price" } : { path, message },
  );
  return errors ? { ...refused, errors } : refused;
}
