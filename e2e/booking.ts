import type pg from "pg";
import { post, postedForms, textOf } from "./forms.ts";
import { cookieHeader, type Person } from "./people.ts";

/** What is booked: slugs, and the start in epoch milliseconds as the picker's radios carry it. */
export interface Wish {
  service: string;
  /** Left out: any doctor. */
  doctor?: string;
  startsAt: string;
}

export type Answer =
  | { kind: "accepted"; id: string }
  | { kind: "refused"; says: string }
  | { kind: "failed"; status: number; says: string };

/** Free times as the booking page offers them to everybody, a week from `day` on or from the first free one. */
export async function freeTimes(siteUrl: string, wish: WishFrom): Promise<string[]> {
  return (await offers(siteUrl, wish)).map(({ startsAt }) => startsAt);
}

type WishFrom = Pick<Wish, "service" | "doctor"> & { day?: string };

async function offers(
  siteUrl: string,
  { service, doctor, day }: WishFrom,
): Promise<{ startsAt: string; placesLeft: number }[]> {
  const query = new URLSearchParams({ service, ...(doctor && { doctor }), ...(day && { day }) });
  const html = await (await fetch(`${siteUrl}/book/time?${query}`)).text();
  const found = html.matchAll(/<span id="startsAt-(\d+)-left"[^>]*>(\d+) left</g);
  return Array.from(found, ([, startsAt = "", left]) => ({ startsAt, placesLeft: Number(left) }));
}

/** A start at which several services can be had one after the other: the last within a week, from the day after tomorrow on. */
export async function severalFreeTime(siteUrl: string, services: string[], daysAhead = 2): Promise<string> {
  const query = new URLSearchParams(
    services.flatMap((service) => [
      ["service", service],
      ["doctor", ""],
    ]),
  );
  query.set("day", inDays(daysAhead));
  const html = await (await fetch(`${siteUrl}/book/several/time?${query}`)).text();
  const [, startsAt] = [...html.matchAll(/<input\b[^>]*name="startsAt" value="(\d+)"/g)].at(-1) ?? [];
  if (!startsAt) throw new Error(`The demo clinic has no time for ${services.join(" and ")} together.`);
  return startsAt;
}

export function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * A free time that can also be cancelled online: at least two days ahead. Others may book then too, so that whoever
 * loses it to one of them loses the doctor, and not the last place.
 */
export async function freeTime(siteUrl: string, wish: Pick<Wish, "service" | "doctor">): Promise<string> {
  const soonest = Date.now() + 30 * 3_600_000;
  for (const week of [2, 9]) {
    const all = await offers(siteUrl, { ...wish, day: inDays(week) });
    const found = all.find(({ startsAt, placesLeft }) => Number(startsAt) > soonest && placesLeft > 2);
    if (found) return found.startsAt;
  }
  throw new Error(`The demo clinic has no free time for ${JSON.stringify(wish)}.`);
}

export function checkPath({ service, doctor, startsAt }: Wish): string {
  return `/book/check?${new URLSearchParams({ service, ...(doctor && { doctor }), startsAt })}`;
}

/** The fields of the form on the check page, as they stand in its HTML for a browser without JavaScript. */
export async function bookingForm(siteUrl: string, person: Person, wish: Wish): Promise<[string, string][]> {
  const response = await fetch(siteUrl + checkPath(wish), { headers: { cookie: cookieHeader(person) } });
  const form = postedForms(await response.text()).find(({ fields }) => fields.some(([name]) => name === "startsAt"));
  if (!form) throw new Error(`There is no booking form on ${checkPath(wish)}`);
  return form.fields;
}

/** Posts the booking form for somebody; the answer as they would read it. */
export async function sendBooking(
  siteUrl: string,
  person: Person,
  wish: Wish,
  fields: [string, string][],
): Promise<Answer> {
  const response = await post(siteUrl + checkPath(wish), fields, cookieHeader(person));
  const location = response.headers.get("location") ?? "";
  const [, id] = /\/book\/done\/([\w-]+)/.exec(location) ?? [];
  if (response.status === 303 && id) {
    await response.body?.cancel();
    return { kind: "accepted", id };
  }
  const says = textOf(await response.text()) || location;
  return response.status === 200 ? { kind: "refused", says } : { kind: "failed", status: response.status, says };
}

/** Books for somebody in the way the page does. @returns the appointment's id */
export async function bookFor(siteUrl: string, person: Person, wish: Wish): Promise<string> {
  const answer = await sendBooking(siteUrl, person, wish, await bookingForm(siteUrl, person, wish));
  if (answer.kind !== "accepted") throw new Error(`Not booked: ${answer.says}`);
  return answer.id;
}

/** Lets the times that somebody with an account keeps run out, as if they had waited. */
export async function runOut(database: pg.Pool, { id }: Person): Promise<void> {
  await database.query(
    "UPDATE appointment SET hold_expires_at = now() - interval '1 second' WHERE status = 'held' AND patient_id = $1",
    [id],
  );
}
