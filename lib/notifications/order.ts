import type { MessageKind } from "./message-kinds.ts";

/** Each says all there is to know of an appointment as it is then: whoever gets it needs no older message about it. */
export const wholeNews = [
  "appointment_requested",
  "appointment_confirmed",
  "appointment_declined",
  "appointment_cancelled",
  "appointment_moved",
  "appointment_changed",
  "doctor_new_request",
  "doctor_cancelled",
  "doctor_moved",
] as const satisfies readonly MessageKind[];
