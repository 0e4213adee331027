import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import type { Clock } from "#lib/clock.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import type { SlotsRegenerated } from "../../view.ts";
import { storeWeek, type WeekdayShift } from "../doctors/store-week.ts";
import { followHours } from "../slots/follow-hours.ts";
import { regenerationDetail } from "../slots/regenerate-slots.ts";
import type { SlotClinic } from "../slots/store-slots.ts";

interface Saving {
  actor: Actor;
  clock: Clock;
  /** Locked by `lockClinic`. */
  clinic: SlotClinic;
  /** Nothing may be wrong with it. */
  hours: readonly (WeekdayShift & { id?: string })[];
}

/** Stores a clinic's usual week, lets the slots follow and notes it; what commands about that week share. */
export async function saveUsualWeek(
  tx: Transaction,
  { actor, clock, clinic, hours }: Saving,
): Promise<SlotsRegenerated> {
  const clinicId = clinic.id;
  const slots = await followHours(tx, clinic, clock, () => storeWeek(tx, { clinicId, templateId: null }, hours));
  const week = hours.map(({ dayOfWeek, openTime, closeTime }) => ({ dayOfWeek, openTime, closeTime }));
  await recordAudit(tx, {
    clinicId,
    actor,
    action: "business_hours.replaced",
    subjectType: "clinic",
    subjectId: clinicId,
    detail: { hours: week, slots: regenerationDetail(slots) },
  });
  return slots;
}
