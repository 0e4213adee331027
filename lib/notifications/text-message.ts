import { cutToFit, gsmLength, toGsm } from "./gsm.ts";
import type { MailTexts } from "./letters/written.ts";
import type { ReminderPayload } from "./message-kinds.ts";

/** One text message in the GSM alphabet; in any other one holds too little, so two. */
const room = { gsm: 160, other: 134 } as const;

/**
 * A reminder as a text message: clinic and time and nothing else, as others may read it on a locked screen. A long
 * name of a clinic is cut.
 */
export function reminderText(reminder: ReminderPayload, { t, locale }: Pick<MailTexts, "t" | "locale">): string {
  const { clinicName, timeZone, appointments } = reminder;
  const write = (at: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, hourCycle: "h23", ...options }).format(at);
  const [first] = appointments;
  if (!first) throw new RangeError("A reminder is of at least one appointment");
  const day = write(first.startsAt, { weekday: "short", day: "numeric", month: "short" });
  const time = (at: number) => write(at, { hour: "2-digit", minute: "2-digit" });
  const isOpen = appointments.some(({ status }) => status === "pending");
  const phrase = (clinic: string, shown: typeof appointments) => {
    const times = new Intl.ListFormat(locale, { type: "conjunction" }).format(
      shown.map(({ startsAt }) => time(startsAt)),
    );
    const key = shown.length < appointments.length ? "from" : appointments.length > 1 ? "several" : "one";
    const text = t(`sms.${key}`, { clinic, day, times });
    return toGsm(isOpen ? `${text} ${t("sms.pending")}` : text);
  };
  const whole = phrase(clinicName, appointments);
  if (fits(whole)) return whole;
  // Hundreds of times on one day are nobody's day; the first of them says when to come.
  const shown = fits(phrase("", appointments)) ? appointments : [first];
  const bare = phrase("", shown);
  const free = roomOf(toGsm(clinicName) + bare) - sizeOf(bare);
  return phrase(cutToFit(toGsm(clinicName), Math.max(free, 1)), shown);
}

function roomOf(text: string): number {
  return gsmLength(text) === null ? room.other : room.gsm;
}

function sizeOf(text: string): number {
  return gsmLength(text) ?? [...text].length;
}

function fits(text: string): boolean {
  return sizeOf(text) <= roomOf(text);
}
