"use server";

import { revalidatePath } from "next/cache";
import { getFormatter, getTranslations } from "next-intl/server";
import { askFirst } from "#app/_desk/ask-first.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { deleteTimeSlot } from "#lib/scheduling/server/slots/delete-time-slot.ts";
import { generateSlots } from "#lib/scheduling/server/slots/generate-slots.ts";
import { regenerateSlots } from "#lib/scheduling/server/slots/regenerate-slots.ts";
import { setDayCapacity } from "#lib/scheduling/server/slots/set-day-capacity.ts";
import { updateTimeSlots } from "#lib/scheduling/server/slots/update-time-slots.ts";
import { answerSlots } from "../_parts/slots-change.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { renameFields } from "../_shell/rename-fields.ts";
import { capacityName, changedSlots, filledValues, readFill } from "./posted-slots.ts";

/** Saves what was changed in a day, deletes one slot, or without JavaScript fills the form. */
export async function saveDay(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const t = await getTranslations("slots.day");
  const intent = String(form.get("intent"));
  const fill = readFill(intent, form);
  if (fill) return answerForm(previous, form, { values: filledValues(form, fill) });
  if (intent.startsWith("delete-")) return deleteSlot(previous, form, intent.slice("delete-".length));

  const changed = changedSlots(form);
  if (changed.length === 0) return answerForm(previous, form, { values: {}, message: t("unchanged") });
  const slots = changed.map(({ id, capacity, isOpen }) => ({ id, capacity: Number(capacity), isOpen }));
  const question = await askFirst(previous, form, { actor, clinic, change: { kind: "slots", slots } });
  if (question) return question;
  const result = await updateTimeSlots(actor, { clinicId: clinic.id, slots: changed });
  if (!result.ok) {
    const field = (path: string) => {
      const slot = changed[Number(/^slots\.(\d+)\.capacity$/.exec(path)?.[1])];
      return slot ? capacityName(slot.id) : null;
    };
    return answerRefusal(previous, form, renameFields(result.refusal, field), clinic);
  }
  revalidatePath("/admin", "layout");
  return answerForm(previous, form, { values: {}, message: t("saved", { count: changed.length }) });
}

async function deleteSlot(previous: FormState, form: FormData, id: string): Promise<FormState> {
  const [{ actor, clinic }, t, format] = await Promise.all([
    adminClinic(),
    getTranslations("slots.day"),
    getFormatter(),
  ]);
  const result = await deleteTimeSlot(actor, { id });
  revalidatePath("/admin", "layout");
  if (result.ok) return answerForm(previous, form, { message: t("deleted") });
  const { code, detail } = result.refusal;
  if (code !== "VERSION_CONFLICT") return answerRefusal(previous, form, result.refusal, clinic);
  const known = typeof detail.startsAt === "number";
  const time = known ? format.dateTime(Number(detail.startsAt), "time", { timeZone: clinic.timeZone }) : "";
  const message = t("booked", { known: known ? "yes" : "no", time, booked: Number(detail.booked ?? 1) });
  return answerForm(previous, form, { refusal: { code, title: t("bookedTitle"), message } });
}

export async function saveDayCapacity(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const input = { clinicId: clinic.id, localDate: form.get("localDate"), capacity: form.get("dayCapacity") };
  const capacity = Number(input.capacity) || null;
  const change = { kind: "day_capacity", localDate: input.localDate, capacity } as const;
  const question = await askFirst(previous, form, { actor, clinic, change });
  if (question) return question;
  const result = await setDayCapacity(actor, input);
  if (!result.ok) {
    const refused = renameFields(result.refusal, (path) => (path === "capacity" ? "dayCapacity" : null));
    return answerRefusal(previous, form, refused, clinic);
  }
  revalidatePath("/admin", "layout");
  const t = await getTranslations("slots.dayCapacity");
  const { booked } = result.value;
  const message = capacity === null ? t("savedNone") : t("saved", { capacity, over: Math.max(0, booked - capacity) });
  return answerForm(previous, form, { message });
}

export async function generate(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const { startDate, endDate, slotMinutes, capacity } = Object.fromEntries(form);
  const result = await generateSlots(actor, { clinicId: clinic.id, startDate, endDate, slotMinutes, capacity });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  revalidatePath("/admin", "layout");
  const t = await getTranslations("slots.generate");
  const { created, existing, skipped } = result.value;
  const message = created + existing + skipped === 0 ? t("doneNothing") : t("done", { created, existing, skipped });
  return answerForm(previous, form, { message });
}

export async function regenerate(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const { startDate, endDate } = Object.fromEntries(form);
  const result = await regenerateSlots(actor, { clinicId: clinic.id, startDate, endDate });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  revalidatePath("/admin", "layout");
  return answerSlots(previous, form, { slots: result.value });
}
