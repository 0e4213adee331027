import type { Letter } from "../letter.ts";
import type { ReminderPayload } from "../message-kinds.ts";
import { openLinks } from "./open-links.ts";
import { clockOf, plain, type Writing } from "./written.ts";

/** One for all appointments of a person on a day. */
export function reminderLetter(payload: ReminderPayload, { t, locale, siteUrl }: Writing): Letter {
  const { name, clinicName: clinic, clinicPhone, timeZone, isGuest, unsubscribe } = payload;
  const clock = clockOf(locale, timeZone);
  const appointments = payload.appointments.toSorted((a, b) => a.startsAt - b.startsAt);
  const [first] = appointments;
  if (!first) throw new Error("A reminder is of at least one appointment");
  const words = {
    clinic,
    count: appointments.length,
    when: clock.moment(first.startsAt),
    day: clock.shortDay(first.startsAt),
  };
  const only = appointments.length === 1 ? first.token : undefined;
  const action = only
    ? { label: t("reminder.guestAction"), url: siteUrl + openLinks.appointment(only) }
    : isGuest
      ? null
      : { label: t("reminder.action"), url: `${siteUrl}/patient` };
  const isLost = isGuest && appointments.every(({ token }) => !token);
  return {
    ...plain,
    subject: t("reminder.subject", words),
    preview: t("preview", words),
    heading: t("reminder.heading", { ...words, day: clock.day(first.startsAt) }),
    greeting: t("greeting", { name }),
    paragraphs: [t("reminder.body", words), t("reminder.zone", { clinic, zone: clock.zoneAt(first.startsAt) })],
    lists: [
      {
        title: null,
        rows: appointments.map(({ startsAt, serviceName, doctorName, status, token, videoUrl }) => ({
          label: clock.time(startsAt),
          value: t("reminder.row", { service: serviceName, doctor: doctorName }),
          note: status === "pending" ? t("reminder.pending") : null,
          links: [...(videoUrl ? [{ label: t("video"), url: videoUrl }] : []), ...(token ? rowLinks(token) : [])],
        })),
      },
    ],
    action,
    actionHint: t("actionHint"),
    note: isLost ? t("linkGone") : clinicPhone ? t("questions", { clinic, phone: clinicPhone }) : null,
    footer: [t("clinicFooter", { clinic })],
    unsubscribe: unsubscribe
      ? { label: t("endReminders", { clinic }), url: siteUrl + openLinks.unsubscribe(unsubscribe) }
      : null,
    language: locale,
  };

  function rowLinks(token: string) {
    const see = only ? [] : [{ label: t("reminder.see"), url: siteUrl + openLinks.appointment(token) }];
    return [
      ...see,
      { label: t("move"), url: siteUrl + openLinks.moveAppointment(token) },
      { label: t("cancel"), url: siteUrl + openLinks.cancelAppointment(token) },
    ];
  }
}
