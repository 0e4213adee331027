import { z } from "zod";
import type { HeldAppointment } from "../../scheduling/view.ts";
import type { TimeZone } from "../../time.ts";
import { instant, instantAnswer } from "../fields.ts";

export const hold = z
  .strictObject({
    id: z.uuid(),
    clinic: z.uuid(),
    service: z.uuid(),
    doctor: z.uuid().meta({ description: "Who was free, where none was named" }),
    startsAt: instantAnswer,
    endsAt: instantAnswer,
    expiresAt: instantAnswer.meta({ description: "Until then nobody else can have the time" }),
  })
  .meta({ id: "Hold" });

export function toHoldAnswer(view: HeldAppointment, zone: TimeZone): z.output<typeof hold> {
  return {
    id: view.id,
    clinic: view.clinicId,
    service: view.serviceId,
    doctor: view.doctorId,
    startsAt: instant(view.startsAt, zone),
    endsAt: instant(view.endsAt, zone),
    expiresAt: instant(view.expiresAt, zone),
  };
}
