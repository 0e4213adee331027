import { type AskedRange, askedRange, type DayRange } from "#lib/analytics/range.ts";
import type { LocalDate } from "#lib/time.ts";

export interface AskedAnalytics extends AskedRange {
  doctorId: string | null;
  serviceId: string | null;
  /** As typed, also where it makes no sense. */
  typed: { from: string; to: string };
}

type Query = Record<string, string | string[] | undefined>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What an address asks for. */
export function askedAnalytics(query: Query, today: LocalDate): AskedAnalytics {
  const [from, to] = [textOf(query.from), textOf(query.to)];
  const asked = askedRange(from, to, today);
  const typed = asked.problem ? { from: from ?? "", to: to ?? "" } : asked.range;
  return { ...asked, doctorId: idOf(query.doctor), serviceId: idOf(query.service), typed };
}

/** The same page, or one of its files, for some days. */
export function analyticsHref(
  range: DayRange,
  { doctorId, serviceId }: Pick<AskedAnalytics, "doctorId" | "serviceId">,
  file?: string,
): string {
  const query = new URLSearchParams({ from: range.from, to: range.to });
  if (doctorId) query.set("doctor", doctorId);
  if (serviceId) query.set("service", serviceId);
  return `/admin/analytics${file ? `/${file}` : ""}?${query}`;
}

function textOf(value: Query[string]): string | null {
  return typeof value === "string" ? value.trim() : null;
}

function idOf(value: Query[string]): string | null {
  return typeof value === "string" && uuid.test(value) ? value : null;
}
