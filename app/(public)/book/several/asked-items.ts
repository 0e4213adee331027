import { mostInBundle } from "#lib/scheduling/schema.ts";
import { type EpochMs, isLocalDate, type LocalDate } from "#lib/time.ts";

/** A service and with whom, by slugs; an empty doctor is any. */
export interface AskedItem {
  service: string;
  doctor: string;
}

/** What somebody wants in one go, as it stands in the address: `service` and `doctor` by turns, in their order. */
export interface AskedBundle {
  items: AskedItem[];
  day?: LocalDate;
  startsAt?: EpochMs;
}

export type Query = Record<string, string | string[] | undefined>;
export type SeveralStep = "/book/several" | "/book/several/time" | "/book/several/check";

/** Reads what can be read; what nobody could have chosen counts as not chosen. */
export function readBundle(query: Query): AskedBundle {
  const doctors = listOf(query.doctor);
  const items = listOf(query.service).map((service, at) => ({ service, doctor: doctors[at] ?? "" }));
  const [day, startsAt] = [listOf(query.day)[0], listOf(query.startsAt)[0]];
  return {
    items: distinct(items.filter(({ service }) => service !== "")).slice(0, mostInBundle),
    ...(day && isLocalDate(day) && { day }),
    ...(startsAt && /^\d{11,14}$/.test(startsAt) && { startsAt: Number(startsAt) }),
  };
}

/** The bundle after a press on one of the list's buttons; null where none was pressed. */
export function edited(bundle: AskedBundle, query: Query): AskedBundle | null {
  const { items } = bundle;
  const [add, remove, raise] = [query.add, query.remove, query.raise].map((value) => listOf(value)[0]);
  if (add) return { ...bundle, items: distinct([...items, { service: add, doctor: "" }]).slice(0, mostInBundle) };
  const at = Number(remove ?? raise ?? Number.NaN);
  const item = items[at];
  if (!item) return null;
  const others = items.toSpliced(at, 1);
  return { ...bundle, items: remove !== undefined ? others : others.toSpliced(Math.max(0, at - 1), 0, item) };
}

export function severalHref(step: SeveralStep, { items, day, startsAt }: AskedBundle, more: Query = {}): string {
  const query = new URLSearchParams();
  for (const { service, doctor } of items) {
    query.append("service", service);
    query.append("doctor", doctor);
  }
  if (day) query.set("day", day);
  if (startsAt) query.set("startsAt", String(startsAt));
  for (const [name, value] of Object.entries(more)) if (value) query.set(name, String(value));
  return query.size > 0 ? `${step}?${query}` : step;
}

/** Each service once. */
function distinct(items: AskedItem[]): AskedItem[] {
  return items.filter((item, at) => items.findIndex(({ service }) => service === item.service) === at);
}

function listOf(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}
