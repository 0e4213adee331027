import type { useFormatter, useTranslations } from "next-intl";
import type { Refusal, RefusalCode, RefusalDetail } from "#lib/scheduling/refusal.ts";
import type { LocalDate, TimeZone } from "#lib/time.ts";

type Translate = ReturnType<typeof useTranslations<"refusal">>;
type Format = ReturnType<typeof useFormatter>;

export interface RefusalPlace {
  /** The clinic's. */
  timeZone: TimeZone;
  /** Whom to call when the page cannot help. */
  phone?: string | null;
}

export interface RefusalText {
  title: string;
  /** Why, with its numbers, and what to do next. */
  message: string;
}

/** What a sentence must know to say its numbers; each entry is one way to know enough. */
const facts: Partial<Record<RefusalCode, string[][]>> = {
  SLOT_FULL: [["booked", "capacity", "startsAt"]],
  DAY_FULL: [["booked", "capacity", "localDate"]],
  SAME_PATIENT: [["startsAt", "endsAt"]],
  TOO_LATE_TO_CANCEL: [["deadline"]],
  PAST: [["startsAt"]],
  BEYOND_HORIZON: [["lastDate", "horizonDays"]],
  TOO_SHORT_NOTICE: [["minNoticeMinutes"]],
  CLOSED: [["localDate"], ["startsAt"]],
  RATE_LIMITED: [["retryAfterSeconds"]],
};

/** A refusal in plain words. The numbers it carries are said; where it carries none, the sentence does without. */
export function refusalWords(
  { code, detail }: Refusal,
  t: Translate,
  format: Format,
  { timeZone, phone }: RefusalPlace,
): RefusalText {
  const known = facts[code]?.some((names) => names.every((name) => detail[name] != null)) ?? false;
  const message = t(code, {
    known: known ? "yes" : "no",
    reachable: phone ? "yes" : "no",
    phone: phone ?? "",
    ...numbers(detail),
    ...moments(detail, format, timeZone),
    status: String(detail.from ?? "other"),
    reason: String(detail.reason ?? "other"),
    notice: duration(Number(detail.minNoticeMinutes ?? 0), t),
  });
  return { title: t(`title.${code}`, { reason: String(detail.reason ?? "other") }), message };
}

/** Messages of a VALIDATION refusal by field, in plain words. */
export function refusalFieldErrors(refusal: Refusal, t: Translate): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const { path, message } of refusal.errors ?? []) {
    const words = isFieldMessage(t, message) ? t(`field.${message}`) : t("field.invalid");
    // A field may be called like something that every object has.
    const known = (Object.hasOwn(errors, path) && errors[path]) || [];
    if (!known.includes(words)) errors[path] = [...known, words];
  }
  return errors;
}

/** Schemas name their messages by key; an unknown one says no more than that something is wrong. */
function isFieldMessage(t: Translate, message: string): message is "required" {
  return t.has(`field.${message}` as "field.required");
}

function numbers(detail: RefusalDetail) {
  const capacity = Number(detail.capacity ?? 0);
  return {
    // More than all places is the house's concern, not that of whoever finds it full.
    booked: Math.min(Number(detail.booked ?? 0), capacity),
    capacity,
    horizonDays: Number(detail.horizonDays ?? 0),
    seconds: Number(detail.retryAfterSeconds ?? 0),
    missed: Number(detail.missed ?? 0),
  };
}

function moments(detail: RefusalDetail, format: Format, timeZone: TimeZone) {
  const instant = detail.startsAt ?? detail.deadline;
  const localDate = detail.localDate ?? detail.lastDate;
  const timeOf = (value: unknown) => (typeof value === "number" ? format.dateTime(value, "time", { timeZone }) : "");
  return {
    clock: typeof instant === "number" ? "yes" : "no",
    time: timeOf(instant),
    end: timeOf(detail.endsAt),
    day:
      typeof instant === "number"
        ? format.dateTime(instant, "day", { timeZone })
        : typeof localDate === "string"
          ? dayWords(localDate, format)
          : "",
  };
}

/** A day has no instant of its own: it is named in the zone in which it was written down. */
function dayWords(localDate: LocalDate, format: Format): string {
  return format.dateTime(new Date(`${localDate}T12:00:00Z`), "day", { timeZone: "UTC" });
}

function duration(minutes: number, t: Translate): string {
  if (minutes >= 1440 && minutes % 1440 === 0) return t("duration.days", { count: minutes / 1440 });
  if (minutes >= 60 && minutes % 60 === 0) return t("duration.hours", { count: minutes / 60 });
  return t("duration.minutes", { count: minutes });
}
