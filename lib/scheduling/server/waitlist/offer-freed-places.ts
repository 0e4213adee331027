import "server-only";
import type { SystemActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { mayBook } from "#lib/db/guards.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { type Result, refuse } from "#lib/result.ts";
import { type EpochMs, localDateOf } from "#lib/time.ts";
import { availability } from "../../availability.ts";
import { lastBookableDate } from "../../policy.ts";
import { type RefusalCode, refusal } from "../../refusal.ts";
import type { ClinicView, WrittenAppointment } from "../../view.ts";
import { distribute, type Grant, type Place, placesOf } from "../../waitlist.ts";
import { loadCalendar } from "../availability/load-calendar.ts";
import { findClinicById } from "../clinic/clinics.ts";
import { databaseNow } from "../database-now.ts";
import { expireHolds } from "../holds/expire-holds.ts";
import { refusedByDatabase } from "../refused-by-database.ts";
import { type LoadedEntry, loadWaitlist } from "./load-waitlist.ts";
import { offerPlace } from "./offer-place.ts";
import { settleWaitlist } from "./settle-waitlist.ts";
import { Overtaken } from "./waitlist-end.ts";

/**
 * Gives a clinic's free places to those who wait, the first in fair order first, each as a hold with a time to answer.
 * Safe at any moment and on several nodes at once: they plan alike, and what one of them was too late for is planned
 * anew.
 * @returns how many offers were made
 */
export async function offerFreedPlaces(
  actor: SystemActor,
  { clinicId }: { clinicId: string },
  clock: Clock = databaseClock,
): Promise<number> {
  const clinic = await findClinicById(clinicId);
  if (!clinic || !(await mayBook())) return 0;
  await expireHolds();
  const tried = new Tried();
  for (let offers = 0; ; ) {
    const now = await databaseNow(clock);
    const live = await settleWaitlist(actor, await loadWaitlist(clinic, now), clinic.timeZone);
    const waiting = tried.without(live.filter(({ status }) => status === "waiting"));
    const grants = distribute(waiting, await freePlaces(clinic, waiting, now), clinic.timeZone);
    if (grants.length === 0) return offers;
    for (const grant of grants) {
      const offered = await tryOffer(actor, clinic, grant, clock);
      if (offered.ok) offers += 1;
      else if (offered.refusal.code === "BUSY") return offers;
      else {
        tried.add(grant, offered.refusal.code);
        // The facts have changed: nobody may get now what has become due to somebody before them.
        break;
      }
    }
  }
}

/** Every place that any of them could be given, by what can be booked now. */
async function freePlaces(clinic: ClinicView, waiting: readonly LoadedEntry[], now: EpochMs): Promise<Place[]> {
  const days = { from: localDateOf(now, clinic.timeZone), to: lastBookableDate(clinic, now) };
  const places: Place[] = [];
  for (const serviceId of new Set(waiting.map((entry) => entry.serviceId))) {
    const calendar = await loadCalendar(db, { clinicId: clinic.id, serviceId, doctorId: null, days });
    if (!calendar) continue;
    const { groupSize } = calendar;
    places.push(...placesOf(serviceId, availability({ ...calendar, now }), { now, groupSize }));
  }
  return places;
}

async function tryOffer(
  actor: SystemActor,
  clinic: ClinicView,
  grant: Grant<LoadedEntry>,
  clock: Clock,
): Promise<Result<WrittenAppointment>> {
  try {
    return await inTransaction((tx) => offerPlace(tx, actor, clinic, grant, clock));
  } catch (error) {
    if (error instanceof Overtaken) return refuse(refusal("VERSION_CONFLICT"));
    const refused = refusedByDatabase(error);
    if (!refused) throw error;
    return refuse(refused);
  }
}

/** These are about the person or the service: another time would not help. */
const forGood: ReadonlySet<RefusalCode> = new Set(["FORBIDDEN", "NOT_FOUND", "NOT_OFFERED"]);

/** What was refused in one run and would be refused again, so that the run comes to its end. */
class Tried {
  readonly #entries = new Set<string>();
  readonly #starts = new Map<string, EpochMs[]>();

  add({ entry, place }: Grant, code: RefusalCode): void {
    if (forGood.has(code)) this.#entries.add(entry.id);
    else this.#starts.set(entry.id, [...(this.#starts.get(entry.id) ?? []), place.startsAt]);
  }

  without(entries: readonly LoadedEntry[]): LoadedEntry[] {
    return entries
      .filter(({ id }) => !this.#entries.has(id))
      .map((entry) => ({ ...entry, refused: [...entry.refused, ...(this.#starts.get(entry.id) ?? [])] }));
  }
}
