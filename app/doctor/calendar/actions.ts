"use server";

import { refresh } from "next/cache";
import { getFormatter, getTranslations } from "next-intl/server";
import { refusalFieldErrors, refusalWords } from "#lib/i18n/refusal-words.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import { resizeAppointment } from "#lib/scheduling/server/appointments/resize-appointment.ts";
import type { AppointmentView, ClinicView } from "#lib/scheduling/view.ts";
import type { RearrangeAnswer, RearrangeState } from "../_calendar/calendar-state.ts";
import { doctorClinic } from "../_shell/doctor-clinic.ts";

/** An appointment is let go somewhere else in the calendar, or drawn longer or shorter, or put back. */
export async function rearrange(previous: RearrangeState, form: FormData): Promise<RearrangeState> {
  const { actor, clinic } = await doctorClinic();
  const { id, version, startsAt, endsAt, doctorId, reason, back } = textsOf(form);
  const before = await findAppointment(actor, id);
  const isResize = endsAt !== "";
  const result = isResize
    ? await resizeAppointment(actor, { id, version, endsAt, reason })
    : await rescheduleAppointment(actor, { id, version, startsAt, doctorId, reason });
  // After a refusal too: it mostly means that the calendar was older than the appointment.
  refresh();
  const attempt = previous.attempt + 1;
  if (!result.ok) {
    const wish = { id, version: before?.version ?? Number(version), reason };
    const place = isResize ? { endsAt: Number(endsAt) } : { startsAt: Number(startsAt) };
    return { answer: await refused(result.refusal, { ...wish, ...place }, clinic), attempt };
  }
  const undo =
    back === "" && before && result.value.doctorId === before.doctor.id
      ? { id, version: result.value.version, reason, ...placeOf(before, isResize) }
      : null;
  return { answer: { done: await said(before, result.value, back !== ""), undo }, attempt };
}

const names = ["id", "version", "startsAt", "endsAt", "doctorId", "reason", "back"] as const;

function textsOf(form: FormData): Record<(typeof names)[number], string> {
  const entries = names.map((name) => [name, String(form.get(name) ?? "")]);
  return Object.fromEntries(entries) as Record<(typeof names)[number], string>;
}

function placeOf({ startsAt, endsAt }: AppointmentView, isResize: boolean) {
  return isResize ? { endsAt } : { startsAt };
}

async function said(
  before: AppointmentView | null,
  after: { startsAt: number; endsAt: number },
  isBack: boolean,
): Promise<string> {
  const [t, format] = await Promise.all([getTranslations("doctorCalendar.done"), getFormatter()]);
  const timeZone = before?.timeZone ?? "UTC";
  const words = {
    patient: before?.patient.name ?? "",
    moment: format.dateTime(after.startsAt, "moment", { timeZone }),
    end: format.dateTime(after.endsAt, "time", { timeZone }),
    told: before?.patient.email ? "yes" : "no",
  };
  if (isBack) return t("back", words);
  return t(before?.startsAt === after.startsAt ? "resized" : "moved", words);
}

async function refused(
  refusal: Refusal,
  wish: Extract<RearrangeAnswer, { title: string }>["wish"],
  clinic: ClinicView,
): Promise<RearrangeAnswer> {
  const [t, format] = await Promise.all([getTranslations("refusal"), getFormatter()]);
  const fields = Object.values(refusalFieldErrors(refusal, t)).flat();
  const { title, message } = refusalWords(refusal, t, format, clinic);
  return {
    title,
    message: fields.length > 0 ? fields.join(" ") : message,
    instead: (refusal.alternatives ?? []).map(({ startsAt }) => startsAt).toSorted((a, b) => a - b),
    wish,
  };
}
