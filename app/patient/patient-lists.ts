import "server-only";
import { cache } from "react";
import type { Actor } from "#lib/auth/actor.ts";
import { myAppointments } from "#lib/scheduling/server/appointments/my-appointments.ts";
import { myPlans } from "#lib/scheduling/server/plans/my-plans.ts";
import { myWaitlist } from "#lib/scheduling/server/waitlist/waitlists.ts";
import { nextOfPlans } from "./next-of-plans.ts";

/** Everything that the patient's lists hold, read once for a page and the numbers on its tabs. */
export const patientLists = cache(async (actor: Actor) => {
  const [ahead, past, wishes, plans] = await Promise.all([
    myAppointments(actor, { view: "upcoming" }),
    myAppointments(actor, { view: "past" }),
    myWaitlist(actor),
    myPlans(actor),
  ]);
  const upcoming = nextOfPlans(ahead);
  const counts = {
    upcoming: upcoming.length,
    past: past.length,
    plans: plans.filter(({ status }) => status === "active" || status === "paused").length,
    waiting: wishes.filter(({ status }) => status === "waiting" || status === "offered").length,
  };
  return { upcoming, past, wishes, plans, counts };
});
