import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type Result, refuse } from "#lib/result.ts";
import { planSchema } from "../../plan-schema.ts";
import { refusal } from "../../refusal.ts";
import { allOrNothing, Refused } from "../all-or-nothing.ts";
import { changeStatus } from "../booking/write-appointment.ts";
import { lockPlaces } from "../lock-places.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { lockPlan } from "./change-plan.ts";
import { planColumns, planPartyOf, visitsToConfirm } from "./plan-records.ts";
import { tellOfChange } from "./tell-of-change.ts";

/** Confirms all visits of a plan that wait for the one who asks: a doctor's own, for staff all. One mail tells of it. */
export async function confirmVisits(actor: Actor, input: unknown): Promise<Result<{ confirmed: number[] }>> {
  const parsed = parseInput(planSchema, input);
  if (!parsed.ok) return refuse(refusal("NOT_FOUND"));
  const { id } = parsed.value;
  return orRefusal(() =>
    allOrNothing(async (tx) => {
      await lockPlan(tx, id);
      const plan = await tx.subscription.findUnique({ where: { id }, select: planColumns });
      const party = plan && planPartyOf(actor, plan);
      if (!plan || !party || party === "patient") throw new Refused(refusal("NOT_FOUND"));
      const visits = visitsToConfirm(plan, actor, party);
      await lockPlaces(
        tx,
        plan.clinicId,
        visits.map(({ appointment }) => appointment.id),
      );
      const confirmed: number[] = [];
      for (const { sequence, appointment } of visits) {
        const change = {
          ...appointment,
          clinicId: plan.clinicId,
          from: "pending",
          to: "confirmed",
          reason: null,
        } as const;
        const written = await changeStatus(tx, change, { actor, action: "appointment.confirmed", messages: [] });
        // One that was withdrawn meanwhile is no reason to leave the others waiting.
        if (written) confirmed.push(sequence);
      }
      const told = confirmed.map((sequence) => ({ sequence }));
      if (told.length > 0) await tellOfChange({ tx, plan }, actor, "confirmed", told);
      return { confirmed };
    }),
  );
}
