"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { largestPhotoBytes } from "#lib/scheduling/photo.ts";
import { removePhoto } from "#lib/scheduling/server/doctors/remove-photo.ts";
import { removePublication } from "#lib/scheduling/server/doctors/remove-publication.ts";
import { savePhoto } from "#lib/scheduling/server/doctors/save-photo.ts";
import { saveProfile } from "#lib/scheduling/server/doctors/save-profile.ts";
import { savePublication } from "#lib/scheduling/server/doctors/save-publication.ts";
import { deskClinic } from "../desk-clinic.ts";
import { profilePage } from "./profile-page.ts";

/** What a doctor's page says; the forms stand in the doctor's own workspace and in the administrator's. */
export async function keepProfile(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await deskClinic(form);
  const { doctorId, title, specialty, bio, videoUrl } = Object.fromEntries(form);
  const result = await saveProfile(actor, { clinicId: clinic.id, doctorId, title, specialty, bio, videoUrl });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  revalidatePath("/", "layout");
  return answerForm(previous, form, { message: (await getTranslations("doctorProfile"))("saved") });
}

/** A photo, or none any more. */
export async function keepPhoto(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await deskClinic(form);
  const t = await getTranslations("doctorProfile.photo");
  const of = { clinicId: clinic.id, doctorId: form.get("doctorId") };
  const isRemoval = form.get("photo-do") === "remove";
  const result = isRemoval
    ? await removePhoto(actor, of)
    : await savePhoto(actor, of, await bytesOf(form.get("photo")));
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  revalidatePath("/", "layout");
  return answerForm(previous, form, { message: t(isRemoval ? "removed" : "saved") });
}

/** No more of it than tells that it is too large. */
async function bytesOf(file: FormDataEntryValue | null): Promise<Uint8Array<ArrayBuffer>> {
  if (!(file instanceof File)) return new Uint8Array();
  return new Uint8Array(await file.slice(0, largestPhotoBytes + 1).arrayBuffer());
}

/** A new publication, or one written anew; goes back to the list, which has it in its place. */
export async function keepPublication(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await deskClinic(form);
  const { doctorId, publicationId: id, title, venue, year, doi } = Object.fromEntries(form);
  const result = await savePublication(actor, { clinicId: clinic.id, doctorId, id, title, venue, year, doi });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  revalidatePath("/", "layout");
  redirect(`${profilePage(form)}?done=publication#publications`);
}

export async function dropPublication(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await deskClinic(form);
  const of = { clinicId: clinic.id, doctorId: form.get("doctorId"), id: form.get("remove") };
  const result = await removePublication(actor, of);
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  revalidatePath("/", "layout");
  return answerForm(previous, form, { message: (await getTranslations("doctorProfile.publications"))("removed") });
}
