import { z } from "zod";

/** `token` is gone from the row once the mail was sent or the token can no longer be used. */
const account = z.object({ name: z.string() });
const accountWithToken = account.extend({ token: z.string().optional() });

const appointment = z.object({
  /** Whom the mail greets. */
  name: z.string(),
  clinicName: z.string(),
  clinicPhone: z.string().nullish(),
  timeZone: z.string(),
  serviceName: z.string(),
  doctorName: z.string(),
  patientName: z.string().nullish(),
  /** Epoch milliseconds. */
  startsAt: z.number(),
  reason: z.string().nullish(),
  /** Of a move: when it was before. */
  previousStartsAt: z.number().nullish(),
  /** Of a move: whether the new time still has to be confirmed. */
  status: z.enum(["pending", "confirmed"]).optional(),
  /** Until when an offered place is kept, in epoch milliseconds. */
  expiresAt: z.number().nullish(),
  /** Whom the mail greets has no account: only a link opens the appointment for them. */
  isGuest: z.boolean().optional(),
  token: z.string().optional(),
});

/** What each kind of mail needs to know; a snapshot, so that a mail tells what was true when it was caused. */
export const messagePayloads = {
  verify_email: accountWithToken,
  reset_password: accountWithToken,
  account_exists: account,
  password_changed: account,
  appointment_requested: appointment,
  appointment_confirmed: appointment,
  appointment_declined: appointment,
  appointment_cancelled: appointment,
  doctor_new_request: appointment,
  doctor_cancelled: appointment,
  appointment_moved: appointment,
  doctor_moved: appointment,
  waitlist_offer: appointment,
  replacement_offered: appointment,
} as const;

export type MessageKind = keyof typeof messagePayloads;
export type MessagePayload<K extends MessageKind> = z.input<(typeof messagePayloads)[K]>;
export type AppointmentPayload = z.output<typeof appointment>;

export const messageKinds = Object.keys(messagePayloads) as MessageKind[];

export function isMessageKind(kind: string): kind is MessageKind {
  return Object.hasOwn(messagePayloads, kind);
}
