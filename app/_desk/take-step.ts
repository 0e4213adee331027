import "server-only";
import { refresh } from "next/cache";
import type { DeskOutcome, DeskState } from "#components/scheduling/desk-state.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { appointmentStatuses, statusBefore, takenBackTo, undoSeconds } from "#lib/scheduling/lifecycle.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { rejectAppointment } from "#lib/scheduling/server/appointments/reject-appointment.ts";
import { transitionAppointment } from "#lib/scheduling/server/appointments/transition-appointment.ts";
import { undoStep } from "#lib/scheduling/server/appointments/undo-step.ts";
import type { WrittenAppointment } from "#lib/scheduling/view.ts";
import { doneWords, refusedWords } from "./step-words.ts";

/** One press at the desk: the form's wish → its command → an answer in words. The command decides whether it may be. */
export async function takeStep(actor: Actor, previous: DeskState, form: FormData): Promise<DeskState> {
  const wish = Object.fromEntries(form);
  const result = await commandFor(wish.to)(actor, wish);
  const id = String(wish.id ?? "");
  const appointment = await findAppointment(actor, id);
  // After a refusal too: it mostly means that the page was older than the appointment.
  refresh();
  const outcome: DeskOutcome = result.ok
    ? {
        done: await doneWords(result.value.status, appointment, { isUndone: wish.to === "undo" }),
        ...(canBeUndone(wish, result.value) && { undo: { id, version: result.value.version, seconds: undoSeconds } }),
      }
    : {
        refused: result.refusal,
        wish: { to: String(wish.to ?? ""), reason: String(wish.reason ?? "") },
        timeZone: appointment?.timeZone ?? "UTC",
        about: appointment && (await refusedWords(appointment)),
      };
  return {
    answer: { appointmentId: id, position: Number(wish.position) || 0, outcome },
    attempt: previous.attempt + 1,
  };
}

function commandFor(to: unknown) {
  if (to === "confirmed") return confirmAppointment;
  if (to === "rejected") return rejectAppointment;
  if (to === "undo") return undoStep;
  return to === "cancelled" ? cancelAppointment : transitionAppointment;
}

/** Going on after a pause leads to the same status as beginning does, and is undone by another pause. */
function canBeUndone({ to, from }: Record<string, unknown>, { status }: WrittenAppointment): boolean {
  if (to === "undo") return false;
  const before = appointmentStatuses.find((known) => known === from) ?? statusBefore(status);
  return before !== null && takenBackTo(before, status) !== null;
}
