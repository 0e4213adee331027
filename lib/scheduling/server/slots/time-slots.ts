import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { datesFrom, daysBetween, isLocalDate, type LocalDate, type TimeZone } from "#lib/time.ts";
import type { Day, StoredSlot } from "../../capacity.ts";
import { refusal } from "../../refusal.ts";
import { loadDays } from "../availability/load-days.ts";
import { isUuid } from "../is-uuid.ts";
import { toSlot } from "../records.ts";

const longestRange = 92;

/** The stored slots of a clinic, day by day (both ends included), with what is booked in them. For staff. */
export async function listTimeSlots(
  actor: Actor,
  { clinicId, from, to }: { clinicId: string; from: LocalDate; to: LocalDate },
): Promise<Result<{ days: (Day & { slots: StoredSlot[] })[] }>> {
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  if (!isLocalDate(from) || !isLocalDate(to)) return refuse(refusal("VALIDATION"));
  const length = daysBetween(from, to) + 1;
  if (length < 1 || length > longestRange) return refuse(refusal("VALIDATION", { longestRange }));

  const house = await loadDays(db, clinicId, from, to);
  const days = datesFrom(from, to).map((localDate) => ({
    ...(house.days.find((day) => day.localDate === localDate) ?? { localDate, capacity: null, booked: 0 }),
    slots: house.slots.filter((slot) => slot.localDate === localDate),
  }));
  return ok({ days });
}

/** One stored slot, with the time zone of its clinic. For staff. */
export async function findTimeSlot(
  actor: Actor,
  id: string,
): Promise<Result<{ slot: StoredSlot; timeZone: TimeZone }>> {
  const row = isUuid(id)
    ? await db.timeSlot.findUnique({ where: { id }, include: { clinic: { select: { timeZone: true } } } })
    : null;
  if (!row || !hasRole(actor, row.clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  return ok({ slot: toSlot(row), timeZone: row.clinic.timeZone });
}

/** The last day that has slots, or null. */
export async function slotsReachTo(actor: Actor, clinicId: string): Promise<Result<LocalDate | null>> {
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  const last = await db.timeSlot.findFirst({
    where: { clinicId },
    orderBy: { startsAt: "desc" },
    select: { localDate: true },
  });
  return ok(last ? last.localDate.toISOString().slice(0, 10) : null);
}
