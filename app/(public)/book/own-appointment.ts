import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { myAppointments } from "#lib/scheduling/server/appointments/my-appointments.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import { type Interval, minutes } from "#lib/time.ts";
import type { LoadedChoice } from "./load-choice.ts";

/** The patient's appointment that stands in the way of the chosen time, if one does. */
export async function ownAppointment(
  actor: Actor,
  { choice, service }: LoadedChoice,
): Promise<(AppointmentView & { isTheSame: boolean }) | null> {
  const start = choice.startsAt ?? 0;
  const wished: Interval = { start, end: start + minutes(service.durationMinutes) };
  const upcoming = await myAppointments(actor, { view: "upcoming" });
  const own = upcoming.find(({ startsAt, endsAt }) => startsAt < wished.end && wished.start < endsAt);
  return own ? { ...own, isTheSame: own.startsAt === start && own.service.slug === service.slug } : null;
}
