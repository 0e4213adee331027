import type { EpochMs } from "#lib/time.ts";
import type { Letter } from "../letter.ts";
import type { DailySheetPayload } from "../message-kinds.ts";
import { clockOf, plain, type Writing } from "./written.ts";

/** Who comes on a day, doctor by doctor. Names stand in the list alone, not in what a locked screen shows. */
export function dailySheetLetter(payload: DailySheetPayload, { t, locale, siteUrl }: Writing): Letter {
  const { name, clinicName: clinic, timeZone, date, doctors } = payload;
  const clock = clockOf(locale, timeZone);
  const utc = clockOf(locale, "UTC");
  const midday = Date.parse(`${date}T12:00:00Z`);
  const all = spanOf(doctors.flatMap(({ appointments }) => appointments));

  function spanOf(appointments: readonly { startsAt: EpochMs }[]) {
    const starts = appointments.map(({ startsAt }) => startsAt).toSorted((a, b) => a - b);
    const [first = midday, last = first] = [starts[0], starts.at(-1)];
    return { count: starts.length, first: clock.time(first), last: clock.time(last) };
  }

  return {
    ...plain,
    subject: t("daily_sheet.subject", { ...all, clinic, day: utc.shortDay(midday) }),
    preview: t("daily_sheet.preview", { ...all, clinic }),
    heading: t("daily_sheet.heading", { day: utc.day(midday) }),
    greeting: t("greeting", { name }),
    paragraphs: [t("daily_sheet.body", { ...all, clinic })],
    lists: doctors.map(({ doctorName, appointments }) => ({
      title: t("daily_sheet.doctor", { doctor: doctorName, ...spanOf(appointments) }),
      rows: appointments
        .toSorted((a, b) => a.startsAt - b.startsAt)
        .map(({ startsAt, serviceName, patientName, status }) => ({
          label: clock.time(startsAt),
          value: patientName ? t("daily_sheet.row", { patient: patientName, service: serviceName }) : serviceName,
          note: status === "pending" ? t("daily_sheet.pending") : null,
          links: [],
        })),
    })),
    action: { label: t("daily_sheet.action"), url: `${siteUrl}/staff/${date}` },
    actionHint: t("actionHint"),
    footer: [t("clinicFooter", { clinic })],
    language: locale,
  };
}
