import "server-only";
import { getFormatter, getTranslations } from "next-intl/server";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import type { SearchItem } from "#components/scheduling/search/search-group.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { matchesWords, searchWords } from "#lib/scheduling/search-words.ts";
import { askedDate } from "../asked-date.ts";

const ofStaff = {
  today: "/staff",
  book: "/staff/book",
  why: "/staff/why",
  waiting: "/staff/waiting",
  plans: "/staff/plans",
  timeOff: "/staff/doctors",
  stranded: "/staff/stranded",
} as const;

const ofAdmin = {
  overview: "/admin",
  hours: "/admin/hours",
  closures: "/admin/closures",
  newClosure: "/admin/closures/new",
  slots: "/admin/slots",
  services: "/admin/services",
  rooms: "/admin/rooms",
  people: "/admin/people",
  analytics: "/admin/analytics",
  mail: "/admin/mail",
  audit: "/admin/audit",
  settings: "/admin/settings",
} as const;

const ofDoctor = {
  requests: "/doctor",
  myCalendar: "/doctor/calendar",
  myDay: "/doctor/day",
  myHours: "/doctor/hours",
  myTimeOff: "/doctor/time-off",
  myServices: "/doctor/services",
  myProfile: "/doctor/profile",
  myFeed: "/doctor/feed",
} as const;

/** Pages and acts whose name has every word, or all of them where none is given; a date leads to its day. */
export async function findPages(
  actor: Actor,
  { clinicId, as, search }: { clinicId: string; as: "staff" | "doctor"; search: string },
): Promise<SearchItem[]> {
  const [t, format] = await Promise.all([getTranslations("search.pages"), getFormatter()]);
  const day = askedDate(search.trim());
  if (day) {
    const title = t("day", { day: format.dateTime(dayInUtc(day), "dayWithYear", { timeZone: "UTC" }) });
    return [{ id: "page-day", href: as === "staff" ? `/staff/${day}` : `/doctor/day/${day}`, title }];
  }
  const mine = as === "doctor" ? ofDoctor : { ...ofStaff, ...(hasRole(actor, clinicId, "admin") && ofAdmin) };
  const pages = (Object.entries(mine) as [keyof typeof ofStaff, string][]).map(([name, href]) => ({
    id: `page-${name}`,
    href,
    title: t(name),
  }));
  if (search.trim() === "") return pages;
  const wanted = searchWords(search);
  return wanted ? pages.filter(({ title }) => matchesWords(title, wanted)) : [];
}
