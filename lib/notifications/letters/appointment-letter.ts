import type { Letter, LetterLink } from "../letter.ts";
import type { AppointmentPayload } from "../message-kinds.ts";
import { openLinks } from "./open-links.ts";
import { clockOf, plain, type Writing } from "./written.ts";

const looks = {
  appointment_requested: "requested",
  appointment_confirmed: "confirmed",
  appointment_declined: "declined",
  appointment_cancelled: "declined",
  doctor_new_request: "requested",
  doctor_cancelled: "declined",
  appointment_moved: "confirmed",
  appointment_changed: "confirmed",
  doctor_moved: "confirmed",
  waitlist_offer: "requested",
  replacement_offered: "requested",
} as const;

export type AppointmentKind = keyof typeof looks;

export function appointmentLetter(kind: AppointmentKind, payload: AppointmentPayload, writing: Writing): Letter {
  const { t, locale } = writing;
  const { clinicName: clinic, timeZone, startsAt, serviceName, doctorName, patientName, reason } = payload;
  const clock = clockOf(locale, timeZone);
  const facts: ([string, string] | null)[] = [
    [t("facts.day"), clock.day(startsAt)],
    [t("facts.time"), t("facts.timeIn", { time: timeOf(payload, clock), zone: clock.zoneAt(startsAt) })],
    [t("facts.service"), serviceName],
    kind.startsWith("doctor_")
      ? [t("facts.patient"), patientName ?? t("facts.unnamed")]
      : [t("facts.doctor"), doctorName],
    payload.previousStartsAt ? [t("facts.before"), clock.moment(payload.previousStartsAt)] : null,
    kind === "doctor_moved" ? [t("facts.doctor"), doctorName] : null,
    reason ? [t("facts.reason"), reason] : null,
    payload.expiresAt ? [t("facts.keptUntil"), clock.moment(payload.expiresAt)] : null,
  ];
  const status = payload.status ?? "confirmed";
  const when = clock.moment(startsAt);
  const [action = null, ...ways] = waysOn(kind, payload, writing);
  const links = payload.videoUrl ? [{ label: t("video"), url: payload.videoUrl }, ...ways] : ways;
  return {
    ...plain,
    subject: t(`${kind}.subject`, { clinic, when, status }),
    preview: t("preview", { clinic, when }),
    mark: { look: status === "pending" ? "requested" : looks[kind], label: t(`${kind}.mark`, { status }) },
    heading: t(`${kind}.heading`, { clinic, status }),
    greeting: t("greeting", { name: payload.name }),
    paragraphs: [t(`${kind}.body`, { clinic, status })],
    facts: facts.filter((fact) => fact !== null),
    action,
    links,
    actionHint: t("actionHint"),
    note: action ? noteOf(kind, payload, writing) : t("linkGone"),
    footer: [t("clinicFooter", { clinic })],
    language: locale,
  };
}

function timeOf({ startsAt, endsAt }: AppointmentPayload, clock: ReturnType<typeof clockOf>): string {
  return endsAt ? `${clock.time(startsAt)}–${clock.time(endsAt)}` : clock.time(startsAt);
}

function noteOf(kind: AppointmentKind, payload: AppointmentPayload, { t }: Writing): string | null {
  const { clinicName: clinic, clinicPhone: phone, token } = payload;
  if (kind.startsWith("doctor_")) return token ? t("doctor_new_request.note") : null;
  return phone ? t("questions", { clinic, phone }) : null;
}

/** What the reader can do next, the first of them by the button. None: its link is gone. */
function waysOn(kind: AppointmentKind, payload: AppointmentPayload, { t, siteUrl }: Writing): LetterLink[] {
  const way = (label: string, path: string): LetterLink => ({ label, url: siteUrl + path });
  const { token, isGuest } = payload;
  switch (kind) {
    case "appointment_declined":
      return [way(t(`${kind}.action`), "/book")];
    case "waitlist_offer":
      return [way(t(`${kind}.action`), "/patient/waiting")];
    case "doctor_cancelled":
      return [way(t(`${kind}.action`), "/doctor")];
    case "doctor_new_request":
    case "doctor_moved": {
      const own = way(t(kind === "doctor_moved" ? `${kind}.action` : `${kind}.signIn`), "/doctor");
      const answer = t(kind === "doctor_moved" ? `${kind}.answer` : `${kind}.action`);
      return token ? [way(answer, openLinks.request(token)), own] : [own];
    }
    default: {
      const own = isGuest ? [] : [way(t("allAppointments"), "/patient")];
      if (!token) return isGuest ? [] : [way(t(`${kind}.action`), "/patient")];
      if (kind === "replacement_offered") return [way(t(`${kind}.action`), openLinks.appointment(token)), ...own];
      const changes =
        kind === "appointment_cancelled"
          ? []
          : [way(t("move"), openLinks.moveAppointment(token)), way(t("cancel"), openLinks.cancelAppointment(token))];
      return [way(t("guestAction"), openLinks.appointment(token)), ...changes, ...own];
    }
  }
}
