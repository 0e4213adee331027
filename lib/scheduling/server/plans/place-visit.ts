import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { mayBook } from "#lib/db/guards.ts";
import { type Result, refuse } from "#lib/result.ts";
import { localDateOf } from "#lib/time.ts";
import { placeVisitSchema } from "../../plan-schema.ts";
import type { PlannedVisit } from "../../plan-view.ts";
import { refusal } from "../../refusal.ts";
import { parseInput } from "../parse-input.ts";
import { changePlan, demand } from "./change-plan.ts";
import { placeMissing } from "./place-missing.ts";
import { tellOfChange } from "./tell-of-change.ts";

/**
 * Finds a visit without a place one now: as the planner would, or at the time and with the doctor that staff chose, on
 * any day. The answer says `unplaced` with the reason where there is still none; a chosen time that cannot be had is
 * refused with others. For staff.
 */
export async function placeVisit(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<PlannedVisit>> {
  const parsed = parseInput(placeVisitSchema, input);
  if (!parsed.ok) return parsed;
  const { id, sequence, startsAt, doctorId } = parsed.value;
  if (startsAt !== undefined && !doctorId) {
    return refuse({ ...refusal("VALIDATION"), errors: [{ path: "doctorId", message: "required" }] });
  }
  if (!(await mayBook())) return refuse(refusal("BOOKING_DISABLED"));
  return changePlan(
    actor,
    {
      id,
      change: async (open) => {
        const { tx, plan, party } = open;
        const visit = plan.visits.find((one) => one.sequence === sequence);
        if (party !== "staff" || !visit) demand(refusal("NOT_FOUND"));
        const isOpen = plan.status === "active" || plan.status === "paused";
        if (visit?.status !== "unplaced" || !isOpen) {
          demand(refusal("ILLEGAL_TRANSITION", { from: visit?.status ?? null, to: "scheduled" }));
        }
        const choice =
          startsAt !== undefined && doctorId
            ? { sequence, startsAt, doctorId, date: localDateOf(startsAt, plan.clinic.timeZone) }
            : null;
        const visits = visit ? [visit] : [];
        const [written] = await placeMissing(open, actor, choice ? { visits, choice } : { visits }, clock);
        if (!written) throw new Error("Every visit that is looked for is answered");
        const { appointmentId, ...placed } = written;
        if (!appointmentId) return placed;
        await recordAudit(tx, {
          clinicId: plan.clinicId,
          actor,
          action: "visit.placed",
          subjectType: "subscription",
          subjectId: id,
          detail: { sequence, appointmentId },
        });
        await tellOfChange(open, actor, "placed", [{ sequence }]);
        return placed;
      },
    },
    clock,
  );
}
