import "server-only";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { addDays, daysBetween, type EpochMs, type LocalDate, localDateOf } from "#lib/time.ts";
import { availability, nextOffers } from "../../availability.ts";
import { lastBookableDate } from "../../policy.ts";
import { refusal } from "../../refusal.ts";
import type { Availability } from "../availability/find-availability.ts";
import { loadCalendar } from "../availability/load-calendar.ts";
import { databaseNow } from "../database-now.ts";
import { isUuid } from "../is-uuid.ts";
import { withDraftedDays } from "../plans/load-planning-house.ts";
import { findMovable, isSamePlace, type MoveWish, movePolicy, wishedDoctor } from "./place-move.ts";

export interface MoveTimesRequest extends Pick<MoveWish, "id" | "doctorId" | "as"> {
  /** A day of the week to look at; where left out, the first with something free from today on. */
  from?: LocalDate | null;
}

export interface MoveTimes extends Availability {
  from: LocalDate;
  to: LocalDate;
  /** The last day to which it can be moved. */
  last: LocalDate;
}

const weekDays = 7;
/** How far the first free week is looked for. */
const searchDays = 35;

/** A week of times to which an appointment could move, its own place counted as free. */
export async function findMoveTimes(
  actor: Actor | GuestActor,
  { id, doctorId, as, from }: MoveTimesRequest,
  clock: Clock = databaseClock,
): Promise<Result<MoveTimes>> {
  const movable = isUuid(id) ? await findMovable(db, actor, { id, as }) : null;
  if (!movable) return refuse(refusal("NOT_FOUND"));
  const doctor = wishedDoctor(movable, doctorId);
  if (!doctor.ok) return doctor;
  const { row, except } = movable;
  const now = await databaseNow(clock);
  const policy = movePolicy(movable, now);
  const { timeZone } = policy;
  const today = localDateOf(now, timeZone);
  const last = lastBookableDate(policy, now);
  const query = {
    clinicId: row.clinicId,
    serviceId: row.service.id,
    ...doctor.value,
    patientId: row.patientId,
    except,
  };
  const freeBetween = async (start: LocalDate, end: LocalDate) => {
    const stored = await loadCalendar(db, { ...query, days: { from: start, to: end } });
    const calendar = stored && row.visit ? await withDraftedDays(db, stored) : stored;
    return calendar ? availability({ ...calendar, policy, now }) : [];
  };
  const isOwnTime = (startsAt: EpochMs) => isSamePlace(movable, { startsAt, ...doctor.value });

  // Whoever has a visit in spring looks around it, not at tomorrow.
  let first = from ?? (row.visit ? localDateOf(except.startsAt, timeZone) : today);
  if (!from && !row.visit) {
    const end = addDays(today, Math.min(searchDays, daysBetween(today, last)));
    const [offer] = nextOffers(await freeBetween(today, end), 1);
    first = offer ? localDateOf(offer.startsAt, timeZone) : today;
  }
  const [, start = today] = [today, first, addDays(last, 1 - weekDays)].toSorted();
  const to = addDays(start, weekDays - 1);
  const days = await freeBetween(start, to);
  return ok({
    now,
    today,
    from: start,
    to,
    last,
    days: days.map((day) => ({ ...day, offers: day.offers.filter(({ startsAt }) => !isOwnTime(startsAt)) })),
  });
}
