import "server-only";
import { type Actor, type GuestActor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type EpochMs, type LocalDate, localDateOf, minutes, type TimeZone } from "#lib/time.ts";
import type { Verdict } from "../../booking-decision.ts";
import { explainTime as explain, type HeldStretch, type TimeContext } from "../../explanation.ts";
import type { Interval } from "../../interval.ts";
import { type Refusal, refusal } from "../../refusal.ts";
import { explainTimeSchema } from "../../schema.ts";
import { choosePlacement, requestFor } from "../booking/place-booking.ts";
import { expireHolds } from "../holds/expire-holds.ts";
import { parseInput } from "../parse-input.ts";
import { type Calendar, type CalendarDoctor, loadCalendar } from "./load-calendar.ts";

export interface DoctorVerdicts {
  id: string;
  name: string;
  endsAt: EpochMs;
  /** In the order in which the rules speak. */
  verdicts: Verdict[];
}

export interface TimeExplanation {
  startsAt: EpochMs;
  localDate: LocalDate;
  timeZone: TimeZone;
  now: EpochMs;
  service: { id: string; name: string };
  /** Those asked about who offer the service, by name; empty for patients. */
  doctors: DoctorVerdicts[];
  /** Why a patient cannot book it with any of them, or null where it is offered. */
  refusal: Refusal | null;
}

/**
 * Why a time is not offered, from the very rules that decide about bookings: for the front desk every rule's verdict for
 * each doctor with the numbers behind it, for everybody else the first reason alone.
 */
export async function explainTime(
  actor: Actor | GuestActor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<TimeExplanation>> {
  const parsed = parseInput(explainTimeSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, serviceId, doctorId, startsAt } = parsed.value;
  const isTeam = actor.kind === "person" && hasRole(actor, clinicId, "staff");
  const patientId = actor.kind === "person" && !isTeam ? actor.userId : null;
  const query = { clinicId, serviceId, doctorId, days: { of: startsAt }, patientId };
  // A hold that has run out is nobody's reason: whoever books takes its place.
  await expireHolds({ clinicId, around: startsAt });
  const calendar = await loadCalendar(db, query);
  if (!calendar) return refuse(refusal("NOT_FOUND"));

  const placed = choosePlacement(calendar, { startsAt, booker: { party: "patient" } }, clock);
  const { timeZone } = calendar.policy;
  const { id, name } = calendar.service;
  return ok({
    startsAt,
    localDate: localDateOf(startsAt, timeZone),
    timeZone,
    now: clock(calendar.now),
    service: { id, name },
    doctors: isTeam ? await verdictsOn(calendar, startsAt, clock) : [],
    refusal: placed.ok ? null : isTeam ? placed.refusal : withoutOthers(placed.refusal),
  });
}

/** Of the house a patient is told how full the slot is, and no more. */
function withoutOthers(refused: Refusal): Refusal {
  return refused.code === "DAY_FULL" ? refusal("DAY_FULL", { localDate: refused.detail.localDate ?? null }) : refused;
}

async function verdictsOn(calendar: Calendar, startsAt: EpochMs, clock: Clock): Promise<DoctorVerdicts[]> {
  const { doctors } = calendar;
  const context = await loadContext(calendar, startsAt);
  return doctors.map((doctor) => {
    const own: TimeContext = {
      closures: calendar.closures,
      holds: context.holds,
      timeOff: context.timeOff.filter((off) => off.doctorId === doctor.id),
      appointments: context.appointments.filter((other) => other.doctorId === doctor.id),
    };
    const verdicts = explain(requestFor(calendar, doctor, startsAt, "patient", clock), own);
    return { id: doctor.id, name: doctor.name, endsAt: endOf(doctor, startsAt), verdicts };
  });
}

interface ContextRow {
  holds: HeldStretch[] | null;
  timeOff: (Interval & { doctorId: string })[] | null;
  appointments: (Interval & { doctorId: string; id: string })[] | null;
}

async function loadContext(
  { clinic, doctors, from }: Calendar,
  startsAt: EpochMs,
): Promise<{ [List in keyof ContextRow]: NonNullable<ContextRow[List]> }> {
  const ids = doctors.map(({ id }) => id);
  const endsAt = Math.max(startsAt, ...doctors.map((doctor) => endOf(doctor, startsAt)));
  const [row] = await db.$queryRaw<ContextRow[]>`
    WITH asked AS (
      SELECT to_timestamp(${startsAt}::float8 / 1000) - interval '8 hours' AS starts,
        to_timestamp(${endsAt}::float8 / 1000) + interval '8 hours' AS ends
    )
    SELECT (SELECT json_agg(json_build_object('start', epoch_ms(starts_at), 'end', epoch_ms(ends_at),
        'localDate', local_date, 'expiresAt', epoch_ms(hold_expires_at)))
      FROM appointment WHERE clinic_id = ${clinic.id}::uuid AND status = 'held'
        AND (local_date = ${from}::date OR (starts_at < asked.ends AND ends_at > asked.starts))) AS holds,
      (SELECT json_agg(json_build_object('doctorId', doctor_id, 'start', epoch_ms(starts_at), 'end', epoch_ms(ends_at))
        ORDER BY starts_at) FROM time_off WHERE doctor_id = ANY (${ids}::uuid[])
        AND starts_at < asked.ends AND ends_at > asked.starts) AS "timeOff",
      (SELECT json_agg(json_build_object('doctorId', doctor_id, 'id', id, 'start', epoch_ms(lower(occupied)),
        'end', epoch_ms(upper(occupied)))) FROM appointment WHERE doctor_id = ANY (${ids}::uuid[]) AND occupies(status)
        AND clinic_id = ${clinic.id}::uuid AND starts_at BETWEEN asked.starts - interval '1 day' AND asked.ends) AS appointments
    FROM asked`;
  return { holds: row?.holds ?? [], timeOff: row?.timeOff ?? [], appointments: row?.appointments ?? [] };
}

function endOf({ timing }: CalendarDoctor, startsAt: EpochMs): EpochMs {
  return startsAt + minutes(timing.durationMinutes);
}
