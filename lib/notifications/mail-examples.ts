import type { MessageKind, MessagePayload } from "./message-kinds.ts";

/** As tokens are: 256 bits in base64url. */
export const token = "t".repeat(43);

const patient = "Priya <b>Patel</b>";
const clinic = { clinicName: "Northgate & Sons", timeZone: "Europe/London" };
const startsAt = Date.UTC(2026, 6, 14, 9, 30);
const doctorName = "Dr Amara Okafor";
const serviceName = "Blood test";

const account = { name: patient, token };
const appointment = {
  ...clinic,
  name: patient,
  serviceName,
  doctorName,
  patientName: patient,
  startsAt,
  reason: null,
  token,
};
const visits: MessagePayload<"plan_created">["visits"] = [
  { sequence: 1, startsAt, doctorName, reason: null },
  {
    sequence: 2,
    startsAt: Date.UTC(2026, 7, 17, 9, 30),
    doctorName,
    reason: { code: "closed", detail: { reason: "Summer fête <b>" } },
  },
  { sequence: 3, startsAt: null, doctorName: null, reason: { code: "day_full", detail: { booked: 40, capacity: 40 } } },
];
const plan = {
  ...clinic,
  name: patient,
  serviceName: "Physiotherapy",
  number: "SUB-20260714-ABC123",
  frequency: "monthly" as const,
  months: 3,
  count: 3,
  pricePerVisit: 4500,
  total: 13_500,
  currency: "EUR",
  cancelNoticeHours: 24,
  visits,
  isGuest: true,
  token,
};

/** A payload of every kind, each with a name that tries to be markup. */
export const examples = {
  verify_email: account,
  reset_password: account,
  account_exists: account,
  password_changed: account,
  invitation: {
    name: patient,
    clinicName: clinic.clinicName,
    invitedBy: doctorName,
    roles: ["doctor" as const],
    token,
  },
  appointment_requested: appointment,
  appointment_confirmed: appointment,
  appointment_declined: appointment,
  appointment_cancelled: appointment,
  doctor_new_request: appointment,
  doctor_cancelled: appointment,
  appointment_moved: appointment,
  appointment_changed: { ...appointment, endsAt: startsAt + 45 * 60_000 },
  doctor_moved: appointment,
  waitlist_offer: appointment,
  replacement_offered: appointment,
  reminder: {
    ...clinic,
    name: patient,
    appointments: [{ startsAt, serviceName, doctorName, token }],
    unsubscribe: token,
  },
  daily_sheet: {
    ...clinic,
    name: patient,
    date: "2026-07-14",
    doctors: [
      {
        doctorName,
        appointments: [
          { startsAt: startsAt + 30 * 60_000, serviceName, patientName: null, status: "pending" as const },
          { startsAt, serviceName, patientName: patient, status: "confirmed" as const },
        ],
      },
    ],
  },
  test_mail: { name: patient, clinicName: clinic.clinicName },
  plan_created: plan,
  plan_changed: { ...plan, change: "placed" as const },
  plan_link: plan,
  doctor_new_plan: { ...plan, patientName: patient, token: null },
  doctor_plan_changed: { ...plan, patientName: patient, token: null, change: "paused" as const },
} satisfies { [K in MessageKind]: MessagePayload<K> };
