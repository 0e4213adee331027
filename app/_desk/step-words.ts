import "server-only";
import { getFormatter, getTranslations } from "next-intl/server";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";

const reached = [
  "confirmed",
  "rejected",
  "cancelled",
  "checked_in",
  "in_progress",
  "on_hold",
  "completed",
  "no_show",
] as const satisfies AppointmentStatus[];

const givenBack = ["pending", "confirmed", "checked_in", "in_progress"] as const satisfies AppointmentStatus[];

/** What was done, for whoever pressed: a step to `status`, or one taken back to it. */
export async function doneWords(
  status: AppointmentStatus,
  appointment: AppointmentView | null,
  { isUndone }: { isUndone: boolean },
): Promise<string> {
  const [done, undone] = await Promise.all([getTranslations("board.done"), getTranslations("board.undone")]);
  if (!appointment) return done("other");
  const about = await aboutWords(appointment);
  if (isUndone) return undone(givenBack.find((known) => known === status) ?? "other", about);
  return done(reached.find((known) => known === status) ?? "other", about);
}

/** Whom a refused press was about. */
export async function refusedWords(appointment: AppointmentView): Promise<string> {
  const done = await getTranslations("board.done");
  return done("refused", await aboutWords(appointment));
}

async function aboutWords({ patient, startsAt, timeZone }: AppointmentView) {
  const format = await getFormatter();
  const moment = format.dateTime(startsAt, "moment", { timeZone });
  return { patient: patient.name, moment, told: patient.email ? "yes" : "no" };
}
