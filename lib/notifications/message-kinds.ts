import { z } from "zod";
import { planFrequencies, visitReasonCodes } from "#lib/scheduling/plan-view.ts";

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
  /** Of one that lasts shorter or longer now: until when, in epoch milliseconds. */
  endsAt: z.number().nullish(),
  /** Where they meet by video; looked up when the mail is written, and never stored with it. */
  videoUrl: z.string().nullish(),
  /** Whom the mail greets has no account: only a link opens the appointment for them. */
  isGuest: z.boolean().optional(),
  token: z.string().optional(),
});

/** One mail per person and day, listing that day's appointments in order. */
const reminder = z.object({
  name: z.string(),
  clinicName: z.string(),
  clinicPhone: z.string().nullish(),
  timeZone: z.string(),
  appointments: z
    .array(
      z.object({
        /** Epoch milliseconds. */
        startsAt: z.number(),
        serviceName: z.string(),
        doctorName: z.string(),
        /** A pending one is told of as not yet confirmed. */
        status: z.enum(["pending", "confirmed"]).optional(),
        /** Where they meet by video, of a confirmed one. */
        videoUrl: z.string().nullish(),
        /** Opens that appointment without signing in. */
        token: z.string().optional(),
      }),
    )
    .min(1),
  isGuest: z.boolean().optional(),
  /** Opens the page on which reminders are ended. */
  unsubscribe: z.string().optional(),
});

/** Of staff: who comes on one day, by doctor. */
const dailySheet = z.object({
  name: z.string(),
  clinicName: z.string(),
  timeZone: z.string(),
  /** LocalDate in the clinic's zone. */
  date: z.string(),
  doctors: z.array(
    z.object({
      doctorName: z.string(),
      appointments: z.array(
        z.object({
          /** Epoch milliseconds. */
          startsAt: z.number(),
          serviceName: z.string(),
          patientName: z.string().nullish(),
          status: z.enum(["pending", "confirmed"]),
        }),
      ),
    }),
  ),
});

const planVisit = z.object({
  /** From 1. */
  sequence: z.number(),
  /** Epoch milliseconds; null while it has no place. */
  startsAt: z.number().nullable(),
  doctorName: z.string().nullable(),
  reason: z
    .object({
      code: z.enum(visitReasonCodes),
      detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    })
    .nullable(),
});

/** `token` is null where the reader's link is one that they have already. */
const plan = z.object({
  /** Whom the mail greets. */
  name: z.string(),
  clinicName: z.string(),
  clinicPhone: z.string().nullish(),
  timeZone: z.string(),
  serviceName: z.string(),
  number: z.string(),
  frequency: z.enum(planFrequencies),
  months: z.number(),
  /** Visits, those without a place included. */
  count: z.number(),
  /** Minor units. */
  pricePerVisit: z.number(),
  total: z.number(),
  /** ISO 4217. */
  currency: z.string(),
  cancelNoticeHours: z.number(),
  /** Whether the visits still wait to be confirmed. */
  requiresConfirmation: z.boolean().optional(),
  visits: z.array(planVisit),
  token: z.string().nullish(),
  isGuest: z.boolean().optional(),
});

const planLink = plan.pick({ name: true, clinicName: true, clinicPhone: true, number: true, token: true });

export const planChanges = ["paused", "resumed", "cancelled", "confirmed", "placed", "skipped"] as const;

/** To one doctor; `visits` are theirs. */
const doctorsPlan = plan.extend({ patientName: z.string().nullish() });

const invitation = z.object({
  /** Null: nobody with this address has an account. */
  name: z.string().nullish(),
  clinicName: z.string(),
  invitedBy: z.string(),
  roles: z.array(z.enum(["doctor", "staff", "admin"])).min(1),
  token: z.string().optional(),
});

/** What each kind of mail needs to know; a snapshot, so that a mail tells what was true when it was caused. */
export const messagePayloads = {
  verify_email: accountWithToken,
  reset_password: accountWithToken,
  account_exists: account,
  invitation,
  password_changed: account,
  appointment_requested: appointment,
  appointment_confirmed: appointment,
  appointment_declined: appointment,
  appointment_cancelled: appointment,
  doctor_new_request: appointment,
  doctor_cancelled: appointment,
  appointment_moved: appointment,
  appointment_changed: appointment,
  doctor_moved: appointment,
  waitlist_offer: appointment,
  replacement_offered: appointment,
  reminder,
  daily_sheet: dailySheet,
  test_mail: z.object({ name: z.string(), clinicName: z.string() }),
  plan_created: plan,
  /** `visits` are those concerned. */
  plan_changed: plan.extend({ change: z.enum(planChanges), reason: z.string().nullish() }),
  plan_link: planLink,
  doctor_new_plan: doctorsPlan,
  doctor_plan_changed: doctorsPlan.extend({ change: z.enum(planChanges) }),
} as const;

export type MessageKind = keyof typeof messagePayloads;
export type MessagePayload<K extends MessageKind> = z.input<(typeof messagePayloads)[K]>;
export type ReadPayload<K extends MessageKind> = z.output<(typeof messagePayloads)[K]>;
export type AppointmentPayload = z.output<typeof appointment>;
export type ReminderPayload = z.output<typeof reminder>;
export type DailySheetPayload = z.output<typeof dailySheet>;
export type PlanPayload = z.output<typeof plan>;
export type DoctorsPlanPayload = z.output<typeof doctorsPlan>;
export type PlanLinkPayload = z.output<typeof planLink>;
export type InvitationPayload = z.output<typeof invitation>;
export type PlanChange = (typeof planChanges)[number];

export const messageKinds = Object.keys(messagePayloads) as MessageKind[];

export function isMessageKind(kind: string): kind is MessageKind {
  return Object.hasOwn(messagePayloads, kind);
}
