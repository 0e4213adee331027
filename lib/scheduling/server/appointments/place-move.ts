import "server-only";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import type { Clock } from "#lib/clock.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { daysBetween, type EpochMs, localDateOf, minutes } from "#lib/time.ts";
import { isMovable, type Party, statusAfterMove } from "../../lifecycle.ts";
import { furthestDays } from "../../placement.ts";
import { type BookingPolicy, checkMove, frontDeskPolicy } from "../../policy.ts";
import { refusal } from "../../refusal.ts";
import type { WrittenAppointment } from "../../view.ts";
import type { Calendar } from "../availability/load-calendar.ts";
import type { Booker } from "../booking/booking-party.ts";
import { calendarFor, choosePlacement, type Placement } from "../booking/place-booking.ts";
import { moveAppointment } from "../booking/write-appointment.ts";
import { databaseNow } from "../database-now.ts";
import { lockDaysOf } from "../lock-days.ts";
import { partyOf } from "../party.ts";
import { openDay } from "../plans/open-day.ts";
import { type AppointmentRow, appointmentColumns, policyOf, visitOf } from "../records.ts";
import { moveMessages } from "./appointment-messages.ts";
import { makeMailLinks } from "./mail-links.ts";
import { contactOf, messageFactsOf } from "./message-facts.ts";

export interface MoveWish {
  id: string;
  startsAt: EpochMs;
  /** Left out: the same. */
  doctorId?: string | "any" | undefined;
  version?: number | undefined;
  reason?: string | undefined;
  as?: "patient" | undefined;
}

/** An appointment that somebody may move, and as whom they ask for another place. */
export interface Movable {
  row: AppointmentRow;
  party: Exclude<Party, "system">;
  booker: Booker;
  /** Gives its place back to itself. */
  except: { id: string; startsAt: EpochMs; endsAt: EpochMs };
}

/** Who may move what, before any time is looked at. Foreign and unknown ids get null. */
export async function findMovable(
  tx: Transaction,
  actor: Actor | GuestActor,
  { id, as }: Pick<MoveWish, "id" | "as">,
): Promise<Movable | null> {
  const row = await tx.appointment.findUnique({ where: { id }, select: appointmentColumns });
  if (!row) return null;
  const isOwn = actor.kind === "person" && row.patientId === actor.userId;
  const party = as === "patient" && isOwn ? as : partyOf(actor, row);
  if (!party || party === "system") return null;
  const { startsAt, endsAt } = visitOf(row);
  const booker: Booker = {
    actor,
    party: party === "patient" ? "patient" : "staff",
    patientId: row.patientId,
    contact: contactOf(row),
  };
  return { row, party, booker, except: { id, startsAt, endsAt } };
}

/** A doctor moves appointments within their own calendar; whoever else may move them may ask for any doctor. */
export function wishedDoctor(
  { row, party }: Movable,
  doctorId: MoveWish["doctorId"],
): Result<{ doctorId: string | null }> {
  const isOther = doctorId !== undefined && doctorId !== row.doctorId;
  if (party === "doctor" && isOther) return refuse(refusal("FORBIDDEN"));
  return ok({ doctorId: doctorId === "any" ? null : (doctorId ?? row.doctorId) });
}

/** Whether nothing would change: whoever asks for any doctor at the same time has one. */
export function isSamePlace(
  { row, except }: Movable,
  { startsAt, doctorId }: { startsAt: EpochMs; doctorId: string | null },
): boolean {
  return startsAt === except.startsAt && (doctorId === null || doctorId === row.doctorId);
}

/** Locks, loads, decides and writes; the database may refuse what the facts still allowed. */
export async function placeMove(
  tx: Transaction,
  actor: Actor | GuestActor,
  wish: MoveWish,
  clock: Clock,
): Promise<Result<WrittenAppointment>> {
  const { id, startsAt, version, reason = null } = wish;
  const found = await findMovable(tx, actor, wish);
  if (!found) return refuse(refusal("NOT_FOUND"));
  // A visit of a care plan may lie on days that have no slots yet.
  if (found.row.visit) await openDay(tx, found.row.clinicId, localDateOf(startsAt, found.row.clinic.timeZone));
  await lockDaysOf(tx, id, startsAt);
  const movable = await findMovable(tx, actor, wish);
  if (!movable) return refuse(refusal("NOT_FOUND"));
  const { row, party } = movable;
  const { status } = row;
  if (version !== undefined && version !== row.version) return refuse(refusal("VERSION_CONFLICT", { status }));
  const now = await databaseNow(clock, tx);
  const refused = checkMove({ status, startsAt: movable.except.startsAt }, policyOf(row), { by: party, reason, now });
  if (refused) return refuse(refused);
  const doctor = wishedDoctor(movable, wish.doctorId);
  if (!doctor.ok) return doctor;
  if (isSamePlace(movable, { startsAt, ...doctor.value })) {
    return refuse({ ...refusal("VALIDATION"), errors: [{ path: "startsAt", message: "same_time" }] });
  }
  const asked = { clinicId: row.clinicId, serviceId: row.service.id, ...doctor.value, startsAt };
  const calendar = await calendarFor(tx, { ...asked, booker: movable.booker }, movable.except);
  if (!calendar) return refuse(refusal("NOT_OFFERED"));
  const policy = movePolicy(movable, now);
  const placed = choosePlacement({ ...ofWhoHasAPlace(calendar), policy }, { ...asked, booker: movable.booker }, clock);
  return placed.ok ? write(tx, movable, { placement: placed.value, calendar, startsAt, reason }) : placed;
}

/** A visit of a care plan may move by as many days as one that is planned, however far ahead it lies. */
export function movePolicy({ row, party, except }: Movable, now: EpochMs): BookingPolicy {
  const policy = policyOf(row);
  if (party !== "patient") return frontDeskPolicy(policy);
  if (!row.visit) return policy;
  const { timeZone } = policy;
  const ahead = daysBetween(localDateOf(now, timeZone), localDateOf(except.startsAt, timeZone));
  return { ...policy, horizonDays: Math.max(policy.horizonDays, ahead + furthestDays) };
}

/** Missed appointments keep nobody from another time for one that they have. */
export function ofWhoHasAPlace(calendar: Calendar): Calendar {
  return { ...calendar, standing: { ...calendar.standing, limit: null } };
}

interface Decided {
  placement: Placement;
  calendar: Calendar;
  startsAt: EpochMs;
  reason: string | null;
}

async function write(
  tx: Transaction,
  { row, party, booker, except }: Movable,
  { placement: { doctor, resourceId }, calendar, startsAt, reason }: Decided,
): Promise<Result<WrittenAppointment>> {
  const { id, clinicId, version } = row;
  const changed = refusal("VERSION_CONFLICT", { status: row.status });
  if (!isMovable(row.status)) return refuse(changed);
  const status = statusAfterMove(row.status, party, calendar.service.requiresConfirmation);
  const links = makeMailLinks();
  const facts = {
    ...messageFactsOf(row, reason, links),
    startsAt,
    doctor,
    moved: { previousStartsAt: except.startsAt, status },
  };
  const before = { id: row.doctorId, name: row.doctorService.doctor.name, ...row.doctorService.doctor.user };
  const next = { ...doctor, linkToken: links.doctor.token };
  const concerned = before.id === doctor.id ? [next] : [before, next];
  const mover = booker.actor.kind === "person" && party === "doctor" ? booker.actor.doctorId : null;
  const messages = moveMessages(
    facts,
    concerned.filter((one) => one.id !== mover),
  );
  const detail = { from: except.startsAt, to: startsAt, doctorBefore: before.id, doctorId: doctor.id, status, reason };
  const written = await moveAppointment(
    tx,
    {
      id,
      clinicId,
      version,
      status,
      doctorId: doctor.id,
      resourceId,
      startsAt,
      endsAt: startsAt + minutes(doctor.timing.durationMinutes),
    },
    { actor: booker.actor, action: "appointment.moved", detail, messages, links },
  );
  return written ? ok(written) : refuse(changed);
}
