import type { useFormatter, useTranslations } from "next-intl";
import type { Verdict } from "#lib/scheduling/booking-decision.ts";
import type { TimeZone } from "#lib/time.ts";

type Translate = ReturnType<typeof useTranslations<"why">>;
type Format = ReturnType<typeof useFormatter>;

/** What a rule looked at and found, with its numbers, for the front desk. */
export function verdictWords({ rule, refusal, facts }: Verdict, t: Translate, format: Format, zone: TimeZone): string {
  const at = (value: unknown, style: "time" | "moment") =>
    typeof value === "number" ? format.dateTime(value, style, { timeZone: zone }) : "";
  const day = (value: unknown) =>
    typeof value === "string" ? format.dateTime(new Date(`${value}T12:00:00Z`), "dayShort", { timeZone: "UTC" }) : "";
  const code = refusal?.code ?? "none";
  const isAway = typeof facts.awayFrom === "number";
  return t(`found.${rule}`, {
    code,
    reason: String(isAway ? "away" : facts.closure ? "closure" : (refusal?.detail.reason ?? "none")),
    closure: String(facts.closure ?? ""),
    notice: notice(Number(facts.minNoticeMinutes ?? 0), t),
    lastDate: day(facts.lastDate),
    horizonDays: Number(facts.horizonDays ?? 0),
    duration: Number(facts.durationMinutes ?? 0),
    end: at(facts.endsAt, "time"),
    time: at(facts.startsAt ?? refusal?.detail.startsAt, "time"),
    from: at(isAway ? facts.awayFrom : facts.from, isAway ? "moment" : "time"),
    to: at(isAway ? facts.awayTo : facts.to, isAway ? "moment" : "time"),
    known: typeof facts.from === "number" ? "yes" : "no",
    limited: facts.capacity === null || facts.capacity === undefined ? "no" : "yes",
    booked: Number(facts.booked ?? 0),
    capacity: Number(facts.capacity ?? 0),
    held: Number(facts.held ?? 0),
    heldUntil: at(facts.heldUntil, "time"),
    before: Number(facts.bufferBeforeMinutes ?? 0),
    after: Number(facts.bufferAfterMinutes ?? 0),
    count: Number(facts.count ?? 0),
    free: Number(facts.free ?? 0),
    limit: Number(facts.limit ?? 0),
    hasLimit: facts.limit === null ? "no" : "yes",
  });
}

function notice(minutes: number, t: Translate): string {
  if (minutes > 0 && minutes % 1440 === 0) return t("notice.days", { count: minutes / 1440 });
  if (minutes > 0 && minutes % 60 === 0) return t("notice.hours", { count: minutes / 60 });
  return t("notice.minutes", { count: minutes });
}
