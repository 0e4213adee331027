import "server-only";
import { refresh } from "next/cache";
import { getFormatter, getTranslations } from "next-intl/server";
import type { DeskOutcome, DeskState } from "#components/scheduling/desk-state.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { type AppointmentStatus, undoSeconds } from "#lib/scheduling/lifecycle.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { rejectAppointment } from "#lib/scheduling/server/appointments/reject-appointment.ts";
import { transitionAppointment } from "#lib/scheduling/server/appointments/transition-appointment.ts";
import { undoDecision } from "#lib/scheduling/server/appointments/undo-decision.ts";
import type { AppointmentView, WrittenAppointment } from "#lib/scheduling/view.ts";

/** One press at the desk: the form's wish → its command → an answer in words. The command decides whether it may be. */
export async function takeStep(actor: Actor, previous: DeskState, form: FormData): Promise<DeskState> {
  const wish = Object.fromEntries(form);
  const result = await commandFor(wish.to)(actor, wish);
  const id = String(wish.id ?? "");
  const appointment = await findAppointment(actor, id);
  const words = await getTranslations("board.done");
  const about = appointment && (await aboutWords(appointment));
  // After a refusal too: it mostly means that the page was older than the appointment.
  refresh();
  const outcome: DeskOutcome = result.ok
    ? {
        done: about && isSaid(result.value.status) ? words(result.value.status, about) : words("other"),
        ...(isDecision(result.value) && { undo: { id, version: result.value.version, seconds: undoSeconds } }),
      }
    : {
        refused: result.refusal,
        wish: { to: String(wish.to ?? ""), reason: String(wish.reason ?? "") },
        timeZone: appointment?.timeZone ?? "UTC",
        about: about && words("refused", about),
      };
  return {
    answer: { appointmentId: id, position: Number(wish.position) || 0, outcome },
    attempt: previous.attempt + 1,
  };
}

function commandFor(to: unknown) {
  if (to === "confirmed") return confirmAppointment;
  if (to === "rejected") return rejectAppointment;
  if (to === "undo") return undoDecision;
  return to === "cancelled" ? cancelAppointment : transitionAppointment;
}

function isDecision({ status }: WrittenAppointment): boolean {
  return status === "confirmed" || status === "rejected";
}

const said = [
  "pending",
  "confirmed",
  "rejected",
  "cancelled",
  "checked_in",
  "in_progress",
  "on_hold",
  "completed",
  "no_show",
] as const satisfies AppointmentStatus[];

function isSaid(status: AppointmentStatus): status is (typeof said)[number] {
  return said.some((known) => known === status);
}

async function aboutWords({ patient, startsAt, timeZone }: AppointmentView) {
  const format = await getFormatter();
  const moment = format.dateTime(startsAt, "moment", { timeZone });
  return { patient: patient.name, moment, told: patient.email ? "yes" : "no" };
}
