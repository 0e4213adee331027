import { systemActor } from "#lib/auth/system-actor.ts";
import { joinWaitlist } from "#lib/scheduling/server/waitlist/join-waitlist.ts";
import { offerFreedPlaces } from "#lib/scheduling/server/waitlist/offer-freed-places.ts";
import { ownerSql } from "../database.ts";
import { earlyMonday, makeHouse, makePatients, monday, type Person } from "../factories.ts";

type House = Awaited<ReturnType<typeof makeHouse>>;
type Wish = Partial<{
  doctorId: string | null;
  daysOfWeek: number[];
  fromTime: string | null;
  toTime: string | null;
  untilDate: string;
}>;

export interface Waiting extends Person {
  entryId: string;
}

/** A house with few places and people who wait for them, the first in line first. */
export async function waitingRoom(
  people: number,
  settings: Parameters<typeof makeHouse>[0] = {},
  wish: Wish = {},
): Promise<House & { line: Waiting[] }> {
  const house = await makeHouse({ ...settings, slots: { count: 1, capacity: 1, ...settings.slots } });
  const line: Waiting[] = [];
  for (const patient of await makePatients(people)) line.push(await join(house, patient, wish));
  return { ...house, line };
}

export async function join({ clinic, service }: House, patient: Person, wish: Wish = {}): Promise<Waiting> {
  const input = { clinicId: clinic.id, serviceId: service.id, doctorId: null, untilDate: monday, ...wish };
  const joined = await joinWaitlist(patient.actor, input, earlyMonday);
  if (!joined.ok) throw new Error(JSON.stringify(joined.refusal));
  return { ...patient, entryId: joined.value.id };
}

export function giveAway({ clinic }: Pick<House, "clinic">): Promise<number> {
  return offerFreedPlaces(systemActor("waiting list"), { clinicId: clinic.id }, earlyMonday);
}

export interface Standing {
  entryId: string;
  status: string;
  /** Of what is or was offered. */
  offerId: string | null;
  held: string | null;
  startsAt: number | null;
}

/** The clinic's list in fair order. */
export async function standings({ clinic }: Pick<House, "clinic">): Promise<Standing[]> {
  return ownerSql<Standing & Record<string, unknown>>(
    `SELECT w.id AS "entryId", w.status::text, w.offer_id AS "offerId", a.status::text AS held,
       extract(epoch FROM a.starts_at)::float8 * 1000 AS "startsAt"
     FROM waitlist_entry w LEFT JOIN appointment a ON a.id = w.offer_id
     WHERE w.clinic_id = $1 ORDER BY w.created_at, w.id`,
    [clinic.id],
  );
}

/** The offers' time runs out. */
export async function letOffersRunOut({ clinic }: Pick<House, "clinic">): Promise<void> {
  await ownerSql(
    "UPDATE waitlist_entry SET offer_expires_at = now() - interval '1 second' WHERE clinic_id = $1 AND status = 'offered'",
    [clinic.id],
  );
  await ownerSql(
    "UPDATE appointment SET hold_expires_at = now() - interval '1 second' WHERE clinic_id = $1 AND status = 'held'",
    [clinic.id],
  );
}
