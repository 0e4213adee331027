import "server-only";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { addDays, localDateOf } from "#lib/time.ts";
import { availability, nearestOffers } from "../../availability.ts";
import { overlaps } from "../../interval.ts";
import { isMovable } from "../../lifecycle.ts";
import { frontDeskPolicy } from "../../policy.ts";
import { type Alternative, refusal } from "../../refusal.ts";
import type { Replacement, ReplacementState } from "../../stranding.ts";
import { loadCalendar } from "../availability/load-calendar.ts";
import { isUuid } from "../is-uuid.ts";
import { findMovable } from "./place-move.ts";

const daysAround = { before: 1, after: 21 };

/** Up to three times near an appointment's own that could be offered in its place. For the front desk. */
export async function replacementOffers(
  actor: Actor,
  appointmentId: string,
  clock: Clock = databaseClock,
): Promise<Result<Alternative[]>> {
  const movable = isUuid(appointmentId) ? await findMovable(db, actor, { id: appointmentId }) : null;
  if (movable?.party !== "staff") return refuse(refusal("NOT_FOUND"));
  const { row, except: own } = movable;
  if (!isMovable(row.status)) return ok([]);
  const zone = row.clinic.timeZone;
  const date = localDateOf(own.startsAt, zone);
  const calendar = await loadCalendar(db, {
    clinicId: row.clinicId,
    serviceId: row.service.id,
    doctorId: null,
    days: { from: addDays(date, -daysAround.before), to: addDays(date, daysAround.after) },
    patientId: row.patientId,
  });
  if (!calendar) return ok([]);
  const others = calendar.patientBusy.filter((taken) => taken.start !== own.startsAt);
  const found = availability({ ...calendar, policy: frontDeskPolicy(calendar.policy), now: clock(calendar.now) });
  // Slots follow a closure when it is saved; a day that is closed by hand offers nothing either.
  const open = found.filter(({ reason }) => reason === null);
  const free = open.map((day) => ({
    ...day,
    offers: day.offers.filter((offer) => !others.some((taken) => overlaps(taken, intervalOf(offer)))),
  }));
  return ok(nearestOffers(free, { startsAt: own.startsAt, zone, doctorId: row.doctorId }, 3));
}

/** What was last offered in place of each of some appointments of a clinic, by the appointment's id. For the front desk. */
export async function lastReplacements(
  actor: Actor,
  { clinicId, ids }: { clinicId: string; ids: readonly string[] },
): Promise<Result<ReadonlyMap<string, Replacement>>> {
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  return ok(await load(clinicId, ids.filter(isUuid)));
}

/** What is offered in place of an appointment now; null where nothing is. For its patient and the team. */
export async function openReplacement(actor: Actor | GuestActor, appointmentId: string): Promise<Replacement | null> {
  const movable = isUuid(appointmentId) ? await findMovable(db, actor, { id: appointmentId }) : null;
  if (!movable || !isMovable(movable.row.status)) return null;
  const found = (await load(movable.row.clinicId, [appointmentId])).get(appointmentId);
  return found?.state === "open" ? found : null;
}

/** What is offered now in place of appointments of one's own, by the appointment's id. */
export async function myReplacements(actor: Actor): Promise<Replacement[]> {
  const own = await db.appointment.findMany({
    where: {
      patientId: actor.userId,
      status: { in: ["pending", "confirmed"] },
      replacements: { some: { status: "held" } },
    },
    select: { id: true, clinicId: true },
  });
  const byClinic = Map.groupBy(own, ({ clinicId }) => clinicId);
  const found = await Promise.all(
    Array.from(byClinic, ([clinicId, rows]) =>
      load(
        clinicId,
        rows.map(({ id }) => id),
      ),
    ),
  );
  return found.flatMap((each) => [...each.values()]).filter(({ state }) => state === "open");
}

interface ReplacementRow extends Omit<Replacement, "startsAt" | "endsAt" | "expiresAt" | "doctor"> {
  startsAt: Date;
  endsAt: Date;
  expiresAt: Date;
  doctorId: string;
  doctorName: string;
}

async function load(clinicId: string, ids: readonly string[]): Promise<Map<string, Replacement>> {
  const rows = await db.$queryRaw<ReplacementRow[]>`
    SELECT DISTINCT ON (a.replaces_id) a.id::text, a.replaces_id::text AS "replacesId", a.starts_at AS "startsAt",
      a.ends_at AS "endsAt", a.hold_expires_at AS "expiresAt", d.id::text AS "doctorId", d.name AS "doctorName",
      CASE WHEN a.status = 'held' AND a.hold_expires_at > clock_timestamp() THEN 'open'
        WHEN a.status = 'held' THEN 'expired' ELSE coalesce(a.cancel_reason, 'expired') END AS state
    FROM appointment a JOIN doctor d ON d.id = a.doctor_id
    WHERE a.clinic_id = ${clinicId}::uuid AND a.replaces_id = ANY (${ids}::uuid[]) AND a.status IN ('held', 'expired')
    ORDER BY a.replaces_id, a.created_at DESC`;
  return new Map(
    rows.map(({ doctorId, doctorName, startsAt, endsAt, expiresAt, ...row }) => [
      row.replacesId,
      {
        ...row,
        state: row.state as ReplacementState,
        startsAt: startsAt.getTime(),
        endsAt: endsAt.getTime(),
        expiresAt: expiresAt.getTime(),
        doctor: { id: doctorId, name: doctorName },
      },
    ]),
  );
}

function intervalOf({ startsAt, endsAt }: { startsAt: number; endsAt: number }) {
  return { start: startsAt, end: endsAt };
}
