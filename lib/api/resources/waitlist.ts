import { z } from "zod";
import { readQuestions } from "../../scheduling/questions.ts";
import { waitlistStatuses } from "../../scheduling/waitlist.ts";
import type { WaitlistEntryView, WaitlistLine } from "../../scheduling/waitlist-view.ts";
import { instant, instantAnswer } from "../fields.ts";
import { question } from "./house.ts";

const named = z.strictObject({ slug: z.string(), name: z.string() });

export const waitlistEntry = z
  .strictObject({
    id: z.uuid(),
    clinic: z.uuid(),
    timeZone: z.string(),
    status: z.enum(waitlistStatuses),
    service: named,
    doctor: named.nullable().meta({ description: "Null: any" }),
    daysOfWeek: z.array(z.int()).meta({ description: "0 is Monday; empty: any day" }),
    fromTime: z.string().nullable(),
    toTime: z.string().nullable(),
    untilDate: z.iso.date().meta({ description: "Included" }),
    createdAt: instantAnswer,
    offer: z
      .strictObject({
        startsAt: instantAnswer,
        endsAt: instantAnswer,
        doctor: z.string().meta({ description: "By name" }),
        expiresAt: instantAnswer.meta({ description: "Until then it is theirs alone" }),
        questions: z.array(question),
      })
      .nullable()
      .meta({ description: "What waits for an answer" }),
    appointment: z.uuid().nullable().meta({ description: "What the offer became, once it was accepted" }),
    patient: z
      .strictObject({ name: z.string(), phone: z.string().nullable() })
      .optional()
      .meta({ description: "For staff" }),
  })
  .meta({ id: "WaitlistEntry" });

export function toWaitlistAnswer(view: WaitlistEntryView | WaitlistLine): z.output<typeof waitlistEntry> {
  const { timeZone: zone, offer } = view;
  return {
    id: view.id,
    clinic: view.clinicId,
    timeZone: zone,
    status: view.status,
    service: view.service,
    doctor: view.doctor,
    daysOfWeek: view.daysOfWeek,
    fromTime: view.fromTime,
    toTime: view.toTime,
    untilDate: view.untilDate,
    createdAt: instant(view.createdAt, zone),
    offer: offer && {
      startsAt: instant(offer.startsAt, zone),
      endsAt: instant(offer.endsAt, zone),
      doctor: offer.doctor,
      expiresAt: instant(offer.expiresAt, zone),
      questions: readQuestions(offer.questions),
    },
    appointment: view.appointmentId,
    ...("patient" in view && { patient: view.patient }),
  };
}
