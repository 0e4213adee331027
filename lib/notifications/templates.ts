import type { Letter } from "./letter.ts";
import { accountLetter, testLetter } from "./letters/account-letter.ts";
import { appointmentLetter } from "./letters/appointment-letter.ts";
import { dailySheetLetter } from "./letters/daily-sheet-letter.ts";
import { doctorsChangeLetter, doctorsPlanLetter } from "./letters/doctors-plan-letter.ts";
import { invitationLetter } from "./letters/invitation-letter.ts";
import { planChangedLetter, planCreatedLetter, planLinkLetter } from "./letters/plan-letter.ts";
import { reminderLetter } from "./letters/reminder-letter.ts";
import type { MailTexts, Writing } from "./letters/written.ts";
import { type MessageKind, messagePayloads, type ReadPayload } from "./message-kinds.ts";

export interface StoredMessage {
  kind: MessageKind;
  /** As the row holds it. */
  payload: unknown;
}

const letters: { [K in MessageKind]: (payload: ReadPayload<K>, writing: Writing) => Letter } = {
  verify_email: (payload, writing) => accountLetter("verify_email", payload, writing),
  reset_password: (payload, writing) => accountLetter("reset_password", payload, writing),
  account_exists: (payload, writing) => accountLetter("account_exists", payload, writing),
  password_changed: (payload, writing) => accountLetter("password_changed", payload, writing),
  appointment_requested: (payload, writing) => appointmentLetter("appointment_requested", payload, writing),
  appointment_confirmed: (payload, writing) => appointmentLetter("appointment_confirmed", payload, writing),
  appointment_declined: (payload, writing) => appointmentLetter("appointment_declined", payload, writing),
  appointment_cancelled: (payload, writing) => appointmentLetter("appointment_cancelled", payload, writing),
  doctor_new_request: (payload, writing) => appointmentLetter("doctor_new_request", payload, writing),
  doctor_cancelled: (payload, writing) => appointmentLetter("doctor_cancelled", payload, writing),
  appointment_moved: (payload, writing) => appointmentLetter("appointment_moved", payload, writing),
  appointment_changed: (payload, writing) => appointmentLetter("appointment_changed", payload, writing),
  doctor_moved: (payload, writing) => appointmentLetter("doctor_moved", payload, writing),
  waitlist_offer: (payload, writing) => appointmentLetter("waitlist_offer", payload, writing),
  replacement_offered: (payload, writing) => appointmentLetter("replacement_offered", payload, writing),
  reminder: reminderLetter,
  daily_sheet: dailySheetLetter,
  test_mail: testLetter,
  invitation: invitationLetter,
  plan_created: planCreatedLetter,
  plan_changed: planChangedLetter,
  plan_link: planLinkLetter,
  doctor_new_plan: doctorsPlanLetter,
  doctor_plan_changed: doctorsChangeLetter,
};

/**
 * What a stored message says. Its subject and preview carry clinic and time only: they show on locked screens.
 * @param siteUrl absolute, without a trailing slash
 * @throws ZodError when the payload does not fit the kind
 */
export function letterOf({ kind, payload }: StoredMessage, texts: MailTexts, siteUrl: string): Letter {
  return written(kind, payload, { ...texts, siteUrl });
}

function written<K extends MessageKind>(kind: K, payload: unknown, writing: Writing): Letter {
  return letters[kind](messagePayloads[kind].parse(payload) as ReadPayload<K>, writing);
}
