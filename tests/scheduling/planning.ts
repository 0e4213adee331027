import { randomUUID } from "node:crypto";
import type { GuestActor } from "#lib/auth/actor.ts";
import { guestActor } from "#lib/auth/mint.ts";
import type { Result } from "#lib/result.ts";
import type { CreatedPlan, PlannedVisit, PlanPreview } from "#lib/scheduling/plan-view.ts";
import { createPlan } from "#lib/scheduling/server/plans/create-plan.ts";
import { previewPlan } from "#lib/scheduling/server/plans/preview-plan.ts";
import type { WallTime } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import {
  type Clinic,
  earlyMonday,
  makeClinic,
  makeDoctor,
  makeService,
  monday,
  type TestDoctor,
} from "../factories.ts";

// A clinic that plans reach into: open the same hours every day, with slots stored on none of them yet.

type Settings = NonNullable<Parameters<typeof makeClinic>[0]>;

export interface PlanHouse {
  clinic: Clinic;
  service: { id: string };
  doctors: TestDoctor[];
  doctor: TestDoctor;
}

export async function makePlanHouse({
  clinic: settings = {},
  service: offered = {},
  doctors: count = 1,
  open = ["09:00", "12:00"] as [WallTime, WallTime],
}: {
  clinic?: Settings;
  service?: NonNullable<Parameters<typeof makeService>[1]>;
  doctors?: number;
  open?: [WallTime, WallTime];
} = {}): Promise<PlanHouse> {
  const clinic = await makeClinic(settings);
  await ownerSql(
    `INSERT INTO business_hours (clinic_id, day_of_week, open_time, close_time)
     SELECT $1, day, $2::time, $3::time FROM generate_series(0, 6) AS day`,
    [clinic.id, ...open],
  );
  const service = await makeService(clinic, offered);
  const doctors: TestDoctor[] = [];
  for (let n = 0; n < count; n++) doctors.push(await makeDoctor(clinic, [service], `Dr ${String(n).padStart(2, "0")}`));
  return { clinic, service, doctors, doctor: doctors[0] as TestDoctor };
}

/** Twelve weeks on Mondays at ten with the house's first doctor and nobody else, unless said otherwise. */
export function wishOf({ clinic, service, doctor }: PlanHouse, differing: Record<string, unknown> = {}) {
  return {
    clinicId: clinic.id,
    serviceId: service.id,
    doctorId: doctor.doctorId,
    anotherDoctorAllowed: false,
    frequency: "weekly",
    months: 3,
    startDate: monday,
    time: "10:00",
    ...differing,
  };
}

/** Somebody without an account; others each time. */
export function contact() {
  return {
    name: "Gwen Guest",
    email: `${randomUUID()}@example.test`,
    phone: "+44 20 7946 0000",
    addressLine1: "1 Abbey Road",
    city: "London",
    postcode: "NW8 9AY",
    country: "GB",
  };
}

export const guest = guestActor();
export const guestOf = (subscriptionId: string) => guestActor({ subscriptionId });

/** What a checkout sends: the wish, every visit as the preview showed it, and a key of its own. */
export function orderOf(wish: Record<string, unknown>, preview: PlanPreview, differing: Record<string, unknown> = {}) {
  return { ...wish, choices: choicesOf(preview.visits), contact: contact(), key: randomUUID(), ...differing };
}

/** A wish, its preview, and the order that a checkout would send of it. */
export async function planned(house: PlanHouse, differing: Record<string, unknown> = {}) {
  const wish = wishOf(house, differing);
  const preview = granted(await previewPlan(guest, wish, earlyMonday));
  return { wish, preview, order: orderOf(wish, preview) };
}

function choicesOf(visits: readonly PlannedVisit[]) {
  return visits.flatMap(({ sequence, startsAt, doctorId }) =>
    startsAt === null || doctorId === null ? [] : [{ sequence, startsAt, doctorId }],
  );
}

export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

export interface StoredVisit {
  sequence: number;
  status: string;
  reason: string | null;
  appointmentId: string | null;
  appointment: string | null;
  startsAt: Date | null;
  doctorId: string | null;
}

/** A plan's visits as they are stored, with their appointments. */
export async function storedVisits({ id }: Pick<CreatedPlan, "id">): Promise<StoredVisit[]> {
  return ownerSql<StoredVisit & Record<string, unknown>>(
    `SELECT v.sequence, v.status::text, v.reason_code AS reason, v.appointment_id AS "appointmentId",
       a.status::text AS appointment, a.starts_at AS "startsAt", a.doctor_id AS "doctorId"
     FROM visit v LEFT JOIN appointment a ON a.id = v.appointment_id WHERE v.subscription_id = $1 ORDER BY v.sequence`,
    [id],
  );
}

export async function nextVisitOf({ id }: Pick<CreatedPlan, "id">): Promise<number | null> {
  const [row] = await ownerSql<{ next: Date | null }>("SELECT next_visit_at AS next FROM subscription WHERE id = $1", [
    id,
  ]);
  return row?.next?.getTime() ?? null;
}

/** How many rows a clinic has in everything that a plan writes to. */
export async function traces(clinicId: string): Promise<unknown> {
  const tables = ["subscription", "appointment", "message", "audit_entry", "clinic_day", "time_slot"];
  const counts = tables.map((table) => `SELECT '${table}' AS name, count(*)::int FROM ${table} WHERE clinic_id = $1`);
  const keys = "SELECT 'idempotency_key', count(*)::int FROM idempotency_key WHERE $1::uuid IS NOT NULL";
  return ownerSql([...counts, keys].join(" UNION ALL "), [clinicId]);
}

/** Five Mondays of a guest's, and the guest with the link to them. */
export async function makePlan(
  differing: Record<string, unknown> = {},
  clinic: Settings = {},
  doctors = 1,
): Promise<{
  house: PlanHouse;
  plan: CreatedPlan & { wish: ReturnType<typeof wishOf>; email: string };
  own: GuestActor;
}> {
  const house = await makePlanHouse({ clinic, doctors });
  const { wish, order } = await planned(house, { months: 1, ...differing });
  const plan = granted(await createPlan(guest, order, earlyMonday));
  return { house, plan: { ...plan, wish, email: order.contact.email }, own: guestOf(plan.id) };
}

/** "unplaced day_full" */
export async function statesOf(plan: Pick<CreatedPlan, "id">): Promise<string[]> {
  return (await storedVisits(plan)).map(({ status, reason }) => [status, reason].filter(Boolean).join(" "));
}

/** What the plan's mails of a kind say, the oldest first; those that a newer one made needless included. */
export async function mailsOf({ id }: Pick<CreatedPlan, "id">, kind: string): Promise<Record<string, unknown>[]> {
  const rows = await ownerSql<{ payload: Record<string, unknown> }>(
    "SELECT payload FROM message WHERE subscription_id = $1 AND kind = $2 ORDER BY queued_at, id",
    [id, kind],
  );
  return rows.map(({ payload }) => payload);
}
