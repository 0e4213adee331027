import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { mayBook } from "#lib/db/guards.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { EpochMs } from "#lib/time.ts";
import { isMovable } from "../../lifecycle.ts";
import { checkMove } from "../../policy.ts";
import { refusal } from "../../refusal.ts";
import { resizeAppointmentSchema } from "../../schema.ts";
import type { WrittenAppointment } from "../../view.ts";
import type { Calendar } from "../availability/load-calendar.ts";
import { untilDecided } from "../booking/book-appointment.ts";
import { calendarFor, choosePlacement } from "../booking/place-booking.ts";
import { moveAppointment } from "../booking/write-appointment.ts";
import { databaseNow } from "../database-now.ts";
import { lockDaysOf } from "../lock-days.ts";
import { parseInput } from "../parse-input.ts";
import { policyOf } from "../records.ts";
import { orRefusal } from "../refused-by-database.ts";
import { changeMessages } from "./appointment-messages.ts";
import { makeMailLinks } from "./mail-links.ts";
import { messageFactsOf } from "./message-facts.ts";
import { findMovable, type Movable, movePolicy, ofWhoHasAPlace } from "./place-move.ts";

interface ResizeWish {
  id: string;
  endsAt: EpochMs;
  version?: number | undefined;
  reason?: string | null | undefined;
}

/**
 * Lets an appointment end sooner or later, at the end of a slot: a move that stays where it begins, by the rules, locks
 * and guards of one. For its doctor and staff; a session keeps the length of its service.
 */
export async function resizeAppointment(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<WrittenAppointment>> {
  const parsed = parseInput(resizeAppointmentSchema, input);
  if (!parsed.ok) return parsed;
  const wish = parsed.value;
  return orRefusal(async () => {
    if (!(await mayBook())) return refuse(refusal("BOOKING_DISABLED"));
    const found = await db.appointment.findUnique({
      where: { id: wish.id },
      select: { clinicId: true, startsAt: true },
    });
    if (!found) return refuse(refusal("NOT_FOUND"));
    const place = { clinicId: found.clinicId, startsAt: found.startsAt.getTime() };
    return untilDecided(place, () => inTransaction((tx) => placeResize(tx, actor, wish, clock)));
  });
}

async function placeResize(
  tx: Transaction,
  actor: Actor,
  { id, endsAt, version, reason = null }: ResizeWish,
  clock: Clock,
): Promise<Result<WrittenAppointment>> {
  await lockDaysOf(tx, id);
  const movable = await findMovable(tx, actor, { id });
  if (!movable) return refuse(refusal("NOT_FOUND"));
  const { row, party, booker, except } = movable;
  const { status } = row;
  if (party === "patient") return refuse(refusal("FORBIDDEN"));
  if (version !== undefined && version !== row.version) return refuse(refusal("VERSION_CONFLICT", { status }));
  const now = await databaseNow(clock, tx);
  const { startsAt } = except;
  const refused = checkMove({ status, startsAt }, policyOf(row), { by: party, reason, now });
  if (refused) return refuse(refused);
  if (row.groupSize > 1) return refuse(refusal("ILLEGAL_TRANSITION", { from: status, reason: "session" }));
  if (endsAt === except.endsAt) return invalidEnd("same_time");

  const asked = { clinicId: row.clinicId, serviceId: row.service.id, doctorId: row.doctorId, startsAt };
  const calendar = await calendarFor(tx, { ...asked, booker }, except);
  if (!calendar) return refuse(refusal("NOT_OFFERED"));
  const isSlotsEnd = calendar.slots.some((slot) => slot.endsAt === endsAt && slot.startsAt >= startsAt);
  if (!isSlotsEnd) return invalidEnd("instant");
  const policy = movePolicy(movable, now);
  const longer = lasting(ofWhoHasAPlace({ ...calendar, policy }), (endsAt - startsAt) / 60_000, row.resource?.id);
  const placed = choosePlacement(longer, { startsAt, booker }, clock);
  return placed.ok ? write(tx, movable, { endsAt, reason, resourceId: placed.value.resourceId }) : placed;
}

/** The calendar of a visit that takes so long, and stays in its room where that is free. */
function lasting(calendar: Calendar, durationMinutes: number, roomId: string | undefined): Calendar {
  const isOther = (room: { id: string }) => Number(room.id !== roomId);
  return {
    ...calendar,
    resources: calendar.resources?.toSorted((a, b) => isOther(a) - isOther(b)) ?? null,
    doctors: calendar.doctors.map((doctor) => ({ ...doctor, timing: { ...doctor.timing, durationMinutes } })),
  };
}

async function write(
  tx: Transaction,
  { row, booker, except }: Movable,
  { endsAt, reason, resourceId }: { endsAt: EpochMs; reason: string | null; resourceId: string | null },
): Promise<Result<WrittenAppointment>> {
  const { id, clinicId, version, status, doctorId } = row;
  const changed = refusal("VERSION_CONFLICT", { status });
  if (!isMovable(status)) return refuse(changed);
  const links = makeMailLinks();
  const messages = changeMessages({ ...messageFactsOf(row, reason, links), changed: { endsAt, status } });
  const { startsAt } = except;
  const written = await moveAppointment(
    tx,
    { id, clinicId, version, status, doctorId, resourceId, startsAt, endsAt },
    {
      actor: booker.actor,
      action: "appointment.resized",
      detail: { from: except.endsAt, to: endsAt, reason },
      messages,
      links,
    },
  );
  return written ? ok(written) : refuse(changed);
}

function invalidEnd(message: string): Result<never> {
  return refuse({ ...refusal("VALIDATION"), errors: [{ path: "endsAt", message }] });
}
