import type { FeedKind } from "#lib/calendar/feed.ts";

/** Where each feed is made and ended. */
const feedPages: Record<FeedKind, string> = { patient: "/account", doctor: "/doctor/feed" };

/** The page that a form about a feed stands on; what it names is for the command to judge. */
export function feedPageOf(form: FormData): string {
  return form.get("kind") === "doctor" ? feedPages.doctor : feedPages.patient;
}
