import { expect } from "vitest";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import { assignResource } from "#lib/scheduling/server/appointments/assign-resource.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { rejectAppointment } from "#lib/scheduling/server/appointments/reject-appointment.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import { transitionAppointment } from "#lib/scheduling/server/appointments/transition-appointment.ts";
import { minutes } from "#lib/time.ts";
import { at } from "../factories.ts";
import type { ModelAppointment, Mover } from "./model.ts";
import { actorOf, clockOf, dates } from "./model-real.ts";
import { expectAnswer, Step } from "./model-step.ts";

const ways = {
  confirm: { command: confirmAppointment, to: "confirmed" },
  reject: { command: rejectAppointment, to: "rejected" },
  cancel: { command: cancelAppointment, to: "cancelled" },
} as const;

export interface Move {
  which: number;
  /** "own": whoever is the patient or the doctor of that very appointment. */
  by: Mover | { role: "patient" | "doctor"; index: "own" };
  way: keyof typeof ways | AppointmentStatus;
  /** As seen: none, the present one, or one that is behind. */
  seen: "none" | "present" | "behind";
}

export function move({ which, by, way, seen }: Move): Step {
  return new Step(`move ${JSON.stringify({ which, by, way, seen })}`, async (model, real) => {
    const appointment = model.appointments[which % Math.max(1, model.appointments.length)];
    if (!appointment) return;
    const { id } = appointment;
    const mover = moverOf(by, appointment);
    const version = versionSeen(seen, appointment);
    const named = way in ways ? ways[way as keyof typeof ways] : null;
    const to = named ? named.to : (way as AppointmentStatus);
    const against = model.againstMove(appointment, to, mover, version);
    const result = named
      ? await named.command(actorOf(real, mover), { id, version }, clockOf(model))
      : await transitionAppointment(actorOf(real, mover), { id, to, version }, clockOf(model));
    if (!expectAnswer(result, against)) return;
    appointment.status = to;
    appointment.version++;
  });
}

export interface Reschedule extends Pick<Move, "which" | "by" | "seen"> {
  /** "same": the one it is with. */
  doctor: number | "same" | null;
  date: number;
  halfHour: number;
}

export function reschedule({ which, by, seen, doctor, date, halfHour }: Reschedule): Step {
  const startsAt = at("08:30", dates[date]) + minutes(30 * halfHour);
  const words = `reschedule ${JSON.stringify({ which, by, seen, doctor, to: new Date(startsAt).toISOString() })}`;
  return new Step(words, async (model, real) => {
    const appointment = model.appointments[which % Math.max(1, model.appointments.length)];
    if (!appointment) return;
    const { id, service, patient } = appointment;
    const mover = moverOf(by, appointment);
    const version = versionSeen(seen, appointment);
    const asked = doctor === "same" ? appointment.doctor : doctor;
    const wish = { patient, service, startsAt, instead: [appointment] };
    const own = model.againstReschedule(appointment, { startsAt, doctor: asked }, mover, version);
    const found = own.size === 0 ? model.place(wish, asked) : model.look(wish, asked);
    const against = new Set([...own, ...found.against]);
    const room = found.doctor === null ? null : model.roomFor(wish, found.doctor);
    const input = {
      id,
      version,
      startsAt,
      doctorId: asked === null ? "any" : real.doctors[asked]?.doctorId,
      reason: "The model says so",
    };
    const moved = expectAnswer(await rescheduleAppointment(actorOf(real, mover), input, clockOf(model)), against);
    if (!moved || found.doctor === null) return;
    expect(moved.doctorId).toBe(real.doctors[found.doctor]?.doctorId);
    const endsAt = startsAt + minutes(service.durationMinutes);
    Object.assign(appointment, { startsAt, endsAt, room, doctor: found.doctor, version: appointment.version + 1 });
    if (mover.role === "patient" && service.requiresConfirmation) appointment.status = "pending";
    expect(moved.status).toBe(appointment.status);
  });
}

export interface RoomChange extends Pick<Move, "which" | "by" | "seen"> {
  room: number;
}

export function assignRoom({ which, by, seen, room }: RoomChange): Step {
  return new Step(`room ${JSON.stringify({ which, by, seen, room })}`, async (model, real) => {
    const roomy = model.appointments.filter(({ room, status }) => room !== null && status !== "cancelled");
    // Now and then one that needs no room, or none any more.
    const some = roomy.length > 0 && which % 5 > 0 ? roomy : model.appointments;
    const appointment = some[which % Math.max(1, some.length)];
    if (!appointment) return;
    const { id } = appointment;
    const mover = moverOf(by, appointment);
    const version = versionSeen(seen, appointment);
    const against = model.againstRoom(appointment, room, mover, version);
    const input = { id, version, resourceId: real.roomIds[room] };
    if (!expectAnswer(await assignResource(actorOf(real, mover), input), against)) return;
    const others = model.participants(appointment).filter((other) => other !== appointment);
    for (const each of [appointment, ...others]) Object.assign(each, { room, version: each.version + 1 });
  });
}

function moverOf(by: Move["by"], appointment: ModelAppointment): Mover {
  return by.role !== "staff" && by.index === "own"
    ? { role: by.role, index: appointment[by.role] ?? 0 }
    : (by as Mover);
}

function versionSeen(seen: Move["seen"], { version }: ModelAppointment): number | undefined {
  return { none: undefined, present: version, behind: Math.max(1, version - 1) }[seen];
}
