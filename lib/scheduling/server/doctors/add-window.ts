import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { addDays, localDateOf } from "#lib/time.ts";
import { type ExtraWindow, stretchOf } from "../../doctor-time.ts";
import { workingBetween } from "../../hours.ts";
import { type Interval, intersect } from "../../interval.ts";
import { refusal } from "../../refusal.ts";
import { addWindowSchema } from "../../schema.ts";
import { findClinicById } from "../clinic/clinics.ts";
import { databaseNow } from "../database-now.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { isDoctorOf, isOwnOrOf, lockDoctor, stretchesByClinic, type WeekOf } from "./weekly-hours.ts";

/**
 * A doctor works at a clinic once besides their week; patients can book where the clinic has slots. Typed in the clinic's
 * wall time. For that doctor, and for staff.
 */
export async function addWindow(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<ExtraWindow>> {
  const parsed = parseInput(addWindowSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, doctorId, date, startTime, endTime } = parsed.value;
  const of = { clinicId, doctorId };
  const clinic = isOwnOrOf(actor, of, "staff") ? await findClinicById(clinicId) : null;
  if (!clinic) return refuse(refusal("NOT_FOUND"));
  const stretch = stretchOf({ from: date, fromTime: startTime, to: date, toTime: endTime }, clinic.timeZone);
  if ("problem" in stretch) {
    return invalid(stretch.problem.path === "fromTime" ? "startTime" : "endTime", stretch.problem.code);
  }
  const { start, end } = stretch.interval;
  if (end <= (await databaseNow(clock))) return invalid("date", "past");

  return orRefusal(() =>
    inTransaction(async (tx) => {
      await lockDoctor(tx, doctorId);
      if (!(await isDoctorOf(of, tx))) return refuse(refusal("NOT_FOUND"));
      const times = { startsAt: new Date(start), endsAt: new Date(end) };
      if (await tx.availabilityWindow.findFirst({ where: { ...of, ...times } })) return invalid("date", "duplicate");
      if (await worksElsewhere(tx, of, stretch.interval)) return invalid("startTime", "hours_elsewhere");
      const { id } = await tx.availabilityWindow.create({ data: { ...of, ...times } });
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "availability_window.added",
        subjectType: "doctor",
        subjectId: doctorId,
        detail: { windowId: id, startsAt: start, endsAt: end },
      });
      const slots = { clinicId, isOpen: true, startsAt: { lt: times.endsAt }, endsAt: { gt: times.startsAt } };
      return ok({ id, startsAt: start, endsAt: end, hasSlots: (await tx.timeSlot.count({ where: slots })) > 0 });
    }),
  );
}

/** Whether week or windows at another clinic have the doctor there then, each by that clinic's own clock. */
async function worksElsewhere(tx: Transaction, { clinicId, doctorId }: WeekOf, asked: Interval): Promise<boolean> {
  const [stretches, windows] = await Promise.all([
    stretchesByClinic(doctorId, tx),
    tx.availabilityWindow.findMany({ where: { doctorId, clinicId: { not: clinicId } } }),
  ]);
  const ids = [...stretches, ...windows].map((row) => row.clinicId).filter((id) => id !== clinicId);
  const clinics = await tx.clinic.findMany({ where: { id: { in: ids } }, select: { id: true, timeZone: true } });
  return clinics.some(({ id, timeZone }) => {
    const day = localDateOf(asked.start, timeZone);
    const there = workingBetween(
      day,
      addDays(day, 1),
      stretches.filter((stretch) => stretch.clinicId === id),
      windows
        .filter((window) => window.clinicId === id)
        .map(({ startsAt, endsAt }) => ({ start: startsAt.getTime(), end: endsAt.getTime() })),
      [],
      timeZone,
    );
    return intersect(there, [asked]).length > 0;
  });
}

function invalid(path: string, message: string): Result<never> {
  return refuse({ ...refusal("VALIDATION"), errors: [{ path, message }] });
}
