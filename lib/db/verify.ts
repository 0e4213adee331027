import "server-only";
import { db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { missingGuards } from "./guards.ts";
import type { Transaction } from "./transaction.ts";

export interface Check {
  /** What was promised. */
  name: string;
  ok: boolean;
  /** What was found against it; empty when nothing was. */
  findings: string[];
}

const mostFindings = 10;
const longestRunMs = 30 * 60_000;

/** Proves the promises on live data by counting everything anew, in one snapshot; reads only, beside the application. */
export async function verifyDatabase(): Promise<Check[]> {
  const guardsCheck = await missingGuards();
  const rest = await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`;
      const results: Check[] = [];
      for (const [name, sql] of promises) results.push(toCheck(name, await found(tx, sql)));
      return results;
    },
    { isolationLevel: "RepeatableRead", timeout: longestRunMs },
  );
  return [toCheck("every guard is in place", guardsCheck), ...rest];
}

function toCheck(name: string, findings: string[]): Check {
  return { name, ok: findings.length === 0, findings };
}
async function found(tx: Transaction, sql: Prisma.Sql): Promise<string[]> {
  const rows = await tx.$queryRaw<{ finding: string }[]>`${sql} LIMIT ${mostFindings}`;
  return rows.map((row) => row.finding);
}

const slotCounters = Prisma.sql`
  SELECT format('slot %s at %s: counter %s, appointments %s', s.id, s.starts_at, s.booked, count(a.id)) AS finding
  FROM time_slot s LEFT JOIN appointment a ON a.clinic_id = s.clinic_id AND occupies(a.status)
    AND a.starts_at < s.ends_at AND a.ends_at > s.starts_at AND a.starts_at > s.starts_at - interval '1 day'
  GROUP BY s.id HAVING s.booked <> count(a.id)`;

const dayCounters = Prisma.sql`
  SELECT format('day %s: counter %s, appointments %s', d.local_date, d.booked, count(a.id)) AS finding
  FROM clinic_day d LEFT JOIN appointment a ON a.clinic_id = d.clinic_id AND a.local_date = d.local_date
    AND occupies(a.status)
  GROUP BY d.clinic_id, d.local_date HAVING d.booked <> count(a.id)`;

const sessionCounters = Prisma.sql`
  SELECT format('session at %s: counter %s, appointments %s', g.starts_at, g.booked, count(a.id)) AS finding
  FROM group_session g LEFT JOIN appointment a ON a.doctor_id = g.doctor_id AND a.service_id = g.service_id
    AND a.starts_at = g.starts_at AND occupies(a.status)
  GROUP BY g.doctor_id, g.service_id, g.starts_at HAVING g.booked <> count(a.id)`;

const overCeiling = Prisma.sql`
  SELECT format('slot %s at %s: %s of %s', id, starts_at, booked, ceiling) AS finding
  FROM time_slot WHERE booked NOT BETWEEN 0 AND ceiling
  UNION ALL
  SELECT format('day %s: %s of %s', local_date, booked, ceiling)
  FROM clinic_day WHERE booked < 0 OR booked > ceiling`;

function overlapsOf(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT format('appointments %s and %s', a.id, b.id) AS finding
    FROM appointment a JOIN appointment b ON a.${column} = b.${column} AND a.id < b.id AND a.occupied && b.occupied
      AND a.session_key <> b.session_key
    WHERE occupies(a.status) AND occupies(b.status)`;
}

const patientOverlaps = Prisma.sql`
  SELECT format('appointments %s and %s', a.id, b.id) AS finding
  FROM appointment a JOIN appointment b ON a.patient_id = b.patient_id AND a.id < b.id
    AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
  WHERE occupies(a.status) AND occupies(b.status)`;

const holdsOfOneBrowser = Prisma.sql`
  SELECT format('holds %s and %s', a.id, b.id) AS finding
  FROM appointment a JOIN appointment b ON a.hold_key = b.hold_key AND a.starts_at = b.starts_at AND a.id < b.id
  WHERE a.status = 'held' AND b.status = 'held'`;

const offersForOneAppointment = Prisma.sql`
  SELECT format('holds %s and %s', a.id, b.id) AS finding
  FROM appointment a JOIN appointment b ON a.replaces_id = b.replaces_id AND a.id < b.id
  WHERE a.status = 'held' AND b.status = 'held'`;

const uncovered = Prisma.sql`
  SELECT format('appointment %s at %s', a.id, a.starts_at) AS finding
  FROM appointment a LEFT JOIN time_slot s ON s.clinic_id = a.clinic_id
    AND s.starts_at >= a.starts_at AND s.starts_at < a.ends_at
  WHERE occupies(a.status)
  GROUP BY a.id
  HAVING min(s.starts_at) IS DISTINCT FROM a.starts_at OR max(s.ends_at) < a.ends_at
    OR sum(s.ends_at - s.starts_at) <> max(s.ends_at) - min(s.starts_at)`;

const foreignOffers = Prisma.sql`
  SELECT format('waiting list entry %s', w.id) AS finding
  FROM waitlist_entry w JOIN appointment a ON a.id = w.offer_id
  WHERE w.status = 'offered' AND (a.patient_id IS DISTINCT FROM w.patient_id OR a.service_id <> w.service_id)`;

const untrueVisits = Prisma.sql`
  SELECT format('visit %s of plan %s is %s, its appointment %s', v.sequence, s.number, v.status, a.status) AS finding
  FROM visit v JOIN subscription s ON s.id = v.subscription_id JOIN appointment a ON a.id = v.appointment_id
  WHERE (v.status = 'scheduled') <> occupies(a.status) OR (v.status = 'completed') <> (a.status = 'completed')`;

// One that went by stays until a job comes to it, so only what lies ahead counts.
const untrueNextVisits = Prisma.sql`
  SELECT format('plan %s: next visit %s, appointments say %s', s.number, s.next_visit_at, true_next.starts_at) AS finding
  FROM subscription s CROSS JOIN LATERAL (
    SELECT min(a.starts_at) AS starts_at FROM visit v JOIN appointment a ON a.id = v.appointment_id
    WHERE v.subscription_id = s.id AND occupies(a.status) AND a.starts_at > now()) AS true_next
  WHERE s.next_visit_at IS DISTINCT FROM true_next.starts_at AND coalesce(s.next_visit_at > now(), true)`;

const auditChain = Prisma.sql`
  SELECT format('seal %s does not follow from its entry and predecessor', position) AS finding
  FROM (SELECT broken_audit_seal() AS position) AS chain WHERE position IS NOT NULL
  UNION ALL
  SELECT format('%s entries older than a day are not sealed', count(*))
  FROM audit_entry e WHERE created_at < now() - interval '1 day'
    AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id)
  HAVING count(*) > 0`;

const promises: [string, Prisma.Sql][] = [
  ["slots hold as many as their counters say", slotCounters],
  ["days hold as many as their counters say", dayCounters],
  ["sessions hold as many as their counters say", sessionCounters],
  ["no slot or day holds more than it may", overCeiling],
  ["no doctor is in two places at once", overlapsOf(Prisma.sql`doctor_id`)],
  ["no room or device is in two places at once", overlapsOf(Prisma.sql`resource_id`)],
  ["no patient is in two places at once", patientOverlaps],
  ["no browser holds a time twice", holdsOfOneBrowser],
  ["no appointment has two replacements held for it", offersForOneAppointment],
  ["every appointment stands in slots that cover it", uncovered],
  ["what is offered is held for the one it is offered to", foreignOffers],
  ["every visit says what its appointment says", untrueVisits],
  ["every plan's next visit is true", untrueNextVisits],
  ["the audit log is unbroken", auditChain],
];
