import { z } from "zod";
import { appointmentStatuses } from "../../scheduling/lifecycle.ts";
import { type PlannedVisit, type VisitReason, type VisitView, visitReasonCodes } from "../../scheduling/plan-view.ts";
import { localDateOf, type TimeZone } from "../../time.ts";
import { instant, instantAnswer } from "../fields.ts";

export const person = z.strictObject({ id: z.uuid(), name: z.string() });

export const visitStatus = z.enum(["scheduled", "completed", "cancelled", "skipped", "unplaced"]);

const common = {
  sequence: z.int().meta({ description: "From 1" }),
  targetDate: z.iso.date().meta({ description: "The day it was wanted for" }),
  state: z
    .enum(["placed", "moved", "unplaced"])
    .meta({ description: "As it was wanted, elsewhere, or without a place so far" }),
  startsAt: instantAnswer.nullable(),
  endsAt: instantAnswer.nullable(),
  doctor: person.nullable(),
  reason: z
    .strictObject({
      code: z.enum(visitReasonCodes),
      detail: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
        .meta({ description: "The numbers and names behind it" }),
    })
    .nullable()
    .meta({ description: "Why it stands elsewhere than it was wanted, or nowhere" }),
};

export const plannedVisit = z
  .strictObject({
    ...common,
    alternatives: z
      .array(z.strictObject({ startsAt: instantAnswer, endsAt: instantAnswer, doctor: z.uuid() }))
      .meta({ description: "The next best, three at most: any of them can be a choice" }),
  })
  .meta({ id: "PlannedVisit" });

export const visit = z
  .strictObject({
    ...common,
    status: visitStatus,
    appointment: z
      .strictObject({ id: z.uuid(), status: z.enum(appointmentStatuses), version: z.int() })
      .nullable()
      .meta({ description: "That it is, or was; null where it never had a place" }),
    cancelUntil: instantAnswer.nullable().meta({ description: "The patient's deadline for all that follows" }),
    actions: z
      .array(z.enum(["reschedule", "skip", "cancel", "place"]))
      .meta({ description: "What the asker may do with it now" }),
  })
  .meta({ id: "Visit" });

export function toPlannedVisit(
  view: PlannedVisit,
  doctorNames: Record<string, string>,
  zone: TimeZone,
): z.output<typeof plannedVisit> {
  const { sequence, targetDate, state, startsAt, endsAt, doctorId, reason, alternatives } = view;
  return {
    sequence,
    targetDate,
    state,
    startsAt: instant(startsAt, zone),
    endsAt: instant(endsAt, zone),
    doctor: doctorId === null ? null : { id: doctorId, name: doctorNames[doctorId] ?? "" },
    reason,
    alternatives: alternatives.map((other) => ({
      startsAt: instant(other.startsAt, zone),
      endsAt: instant(other.endsAt, zone),
      doctor: other.doctorId,
    })),
  };
}

export function toVisit(view: VisitView, zone: TimeZone): z.output<typeof visit> {
  const { sequence, targetDate, status, reason, appointment, actions } = view;
  const place = status === "unplaced" ? null : appointment;
  return {
    sequence,
    targetDate,
    status,
    state: place === null ? "unplaced" : isMoved(targetDate, place.startsAt, reason, zone) ? "moved" : "placed",
    startsAt: instant(place?.startsAt ?? null, zone),
    endsAt: instant(place?.endsAt ?? null, zone),
    doctor: place?.doctor ?? null,
    reason,
    appointment: appointment && { id: appointment.id, status: appointment.status, version: appointment.version },
    cancelUntil: instant(place?.deadline ?? null, zone),
    actions: actions.map((action) => (action === "move" ? "reschedule" : action)),
  };
}

/** What became of a visit in its place is no reason for standing elsewhere. */
const fates: readonly VisitReason["code"][] = ["paused", "declined", "missed"];

function isMoved(targetDate: string, startsAt: number, reason: VisitReason | null, zone: TimeZone): boolean {
  return localDateOf(startsAt, zone) !== targetDate || (reason !== null && !fates.includes(reason.code));
}
