import "server-only";
import { getFormatter, getTranslations } from "next-intl/server";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { isAuditAction } from "#lib/audit/actions.ts";
import type { AuditEntryView } from "#lib/audit/schema.ts";
import { isLocalDate, type TimeZone } from "#lib/time.ts";

const named = ["user", "feed", "doctor", "clinic", "service", "resource", "message", "invitation"] as const;
const others = [
  "appointment",
  "subscription",
  "waitlist",
  "time_slot",
  "clinic_day",
  "closure",
  "week_template",
] as const;
const kinds = [...named, ...others];

export type EntryWords = Awaited<ReturnType<typeof wordsOf>>;

/** Says in plain words who did what to what. */
export async function wordsOf(timeZone: TimeZone) {
  const [t, format] = await Promise.all([getTranslations("audit"), getFormatter()]);

  function subject({ subject: { type, id, name, service, startsAt } }: AuditEntryView): string {
    const moment = startsAt === null ? null : format.dateTime(startsAt, "moment", { timeZone });
    const unnamed = t("actor.unknown");
    if (type === "clinic_day" && isLocalDate(id)) return format.dateTime(dayInUtc(id), "dayShort", { timeZone: "UTC" });
    if (type === "appointment" && service && moment) {
      return t("subject.appointment", { service, name: name ?? unnamed, moment });
    }
    if (type === "time_slot" && moment) return t("subject.time_slot", { moment });
    if ((type === "subscription" || type === "waitlist") && name && service)
      return t(`subject.${type}`, { name, service });
    if ((type === "closure" || type === "week_template") && name) return t(`subject.${type}`, { name });
    if (named.some((kind) => kind === type) && name) return name;
    return t(`subject.gone.${kinds.find((kind) => kind === type) ?? "other"}`);
  }

  function who(entry: AuditEntryView): string {
    const { name, role } = entry.actor;
    if (name) return name;
    if (role.startsWith("system")) return t("actor.system");
    // Whoever signs in, registers or comes by a mailed link is nobody until then.
    if (role === "visitor" && entry.subject.type === "user" && entry.subject.name) return entry.subject.name;
    return role === "guest" || role === "visitor" ? t(`actor.${role}`) : t("actor.unknown");
  }

  function did(entry: AuditEntryView): string {
    const { action } = entry;
    return isAuditAction(action) ? t(`action.${action}`, { subject: subject(entry) }) : t("other", { action });
  }

  return { subject, who, did };
}
