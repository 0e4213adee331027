import type { useTranslations } from "next-intl";
import { type Letter, letterHtml, letterText } from "./letter.ts";
import { type AppointmentPayload, type MessageKind, messagePayloads } from "./message-kinds.ts";

export interface MailTexts {
  /** Texts of the namespace `mail`. */
  t: ReturnType<typeof useTranslations<"mail">>;
  /** BCP 47; decides how times are written. */
  locale: string;
}

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
  /** The address its button opens; null where there is none, or none any more. */
  link: string | null;
}

interface Stored {
  kind: MessageKind;
  /** As the row holds it. @throws ZodError when it does not fit the kind */
  payload: unknown;
}

/** Where the button of each kind leads; null where it needs a token that is gone. */
const paths = {
  verify_email: ({ token }: { token?: string | undefined }) => token && `/open/verify-email?token=${token}`,
  reset_password: ({ token }: { token?: string | undefined }) => token && `/open/reset-password?token=${token}`,
  account_exists: () => "/sign-in",
  password_changed: () => "/forgot-password",
  appointment_requested: () => "/patient",
  appointment_confirmed: () => "/patient",
  appointment_declined: () => "/book",
  appointment_cancelled: () => "/patient",
  doctor_new_request: () => "/doctor",
  doctor_cancelled: () => "/doctor",
  appointment_moved: () => "/patient",
  doctor_moved: () => "/doctor",
  waitlist_offer: () => "/patient/waiting",
  replacement_offered: () => "/patient",
} as const satisfies Record<MessageKind, (payload: { token?: string }) => string | undefined>;

const looks = {
  appointment_requested: "requested",
  appointment_confirmed: "confirmed",
  appointment_declined: "declined",
  appointment_cancelled: "declined",
  doctor_new_request: "requested",
  doctor_cancelled: "declined",
  appointment_moved: "confirmed",
  doctor_moved: "confirmed",
  waitlist_offer: "requested",
  replacement_offered: "requested",
} as const;

/**
 * Subject, HTML and text of a stored message. Subjects carry clinic and time only: they show on locked screens.
 * @param siteUrl absolute, without a trailing slash
 */
export function renderMail(message: Stored, texts: MailTexts, siteUrl: string): RenderedMail {
  const letter = isAboutAppointment(message.kind)
    ? appointmentLetter(message.kind, messagePayloads[message.kind].parse(message.payload), texts, siteUrl)
    : accountLetter(message.kind, message.payload, texts, siteUrl);
  return {
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    link: letter.action?.url ?? null,
  };
}

type AppointmentKind = keyof typeof looks;
type AccountKind = Exclude<MessageKind, AppointmentKind>;

function isAboutAppointment(kind: MessageKind): kind is AppointmentKind {
  return Object.hasOwn(looks, kind);
}

/** A guest has no pages of their own but the one that the link opens; a new booking needs none. */
function guestPath(kind: AppointmentKind, { token }: AppointmentPayload): string | null {
  if (kind === "appointment_declined") return paths[kind]();
  return token ? `/open/appointment?token=${token}` : null;
}

function accountLetter(kind: AccountKind, payload: unknown, { t, locale }: MailTexts, siteUrl: string): Letter {
  const known: { name: string; token?: string | undefined } = messagePayloads[kind].parse(payload);
  const path = paths[kind](known);
  return {
    subject: t(`${kind}.subject`),
    mark: null,
    heading: t(`${kind}.heading`),
    greeting: t("greeting", { name: known.name }),
    paragraphs: [t(`${kind}.body`)],
    facts: [],
    action: path ? { label: t(`${kind}.action`), url: siteUrl + path } : null,
    actionHint: t("actionHint"),
    note: path ? t(`${kind}.note`) : t("linkGone"),
    footer: [t("accountFooter", { site: new URL(siteUrl).host })],
    language: locale,
  };
}

function appointmentLetter(
  kind: AppointmentKind,
  payload: AppointmentPayload,
  { t, locale }: MailTexts,
  siteUrl: string,
): Letter {
  const { clinicName: clinic, clinicPhone, timeZone, startsAt, serviceName, doctorName, patientName, reason } = payload;
  const write = (options: Intl.DateTimeFormatOptions, at = startsAt) =>
    new Intl.DateTimeFormat(locale, { timeZone, hourCycle: "h23", ...options }).format(at);
  const short = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } as const;
  const long = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  const zone = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "long" })
    .formatToParts(startsAt)
    .find(({ type }) => type === "timeZoneName")?.value;
  const time = t("facts.timeIn", { time: write({ hour: "2-digit", minute: "2-digit" }), zone: zone ?? timeZone });
  const facts: ([string, string] | null)[] = [
    [t("facts.day"), write(long)],
    [t("facts.time"), time],
    [t("facts.service"), serviceName],
    kind.startsWith("doctor_")
      ? [t("facts.patient"), patientName ?? t("facts.unnamed")]
      : [t("facts.doctor"), doctorName],
    payload.previousStartsAt ? [t("facts.before"), write(short, payload.previousStartsAt)] : null,
    kind === "doctor_moved" ? [t("facts.doctor"), doctorName] : null,
    reason ? [t("facts.reason"), reason] : null,
    payload.expiresAt ? [t("facts.keptUntil"), write(short, payload.expiresAt)] : null,
  ];
  const status = payload.status ?? "confirmed";
  const path = payload.isGuest ? guestPath(kind, payload) : paths[kind]();
  const call = clinicPhone ? t("questions", { clinic, phone: clinicPhone }) : null;
  return {
    subject: t(`${kind}.subject`, { clinic, when: write(short), status }),
    mark: { look: status === "pending" ? "requested" : looks[kind], label: t(`${kind}.mark`, { status }) },
    heading: t(`${kind}.heading`, { clinic, status }),
    greeting: t("greeting", { name: payload.name }),
    paragraphs: [t(`${kind}.body`, { clinic, status })],
    facts: facts.filter((fact) => fact !== null),
    action: path
      ? { label: t(path.startsWith("/open/") ? "guestAction" : `${kind}.action`), url: siteUrl + path }
      : null,
    actionHint: t("actionHint"),
    note: path ? call : t("linkGone"),
    footer: [t("clinicFooter", { clinic })],
    language: locale,
  };
}
