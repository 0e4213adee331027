import "server-only";
import { getFormatter, getTranslations } from "next-intl/server";
import type { SearchGroup } from "#components/scheduling/search/search-group.ts";
import type { Actor } from "#lib/auth/actor.ts";
import type { Findings } from "#lib/scheduling/search-view.ts";
import { searchClinic } from "#lib/scheduling/server/search/search-clinic.ts";
import type { TimeZone } from "#lib/time.ts";
import { findPages } from "./pages.ts";

export interface Search {
  actor: Actor;
  clinic: { id: string; timeZone: TimeZone };
  as: "staff" | "doctor";
  search: string;
}

/** What fits some words, with where it leads: the same for the palette and for its page. Empty groups are left out. */
export async function findGroups({ actor, clinic, as, search }: Search): Promise<SearchGroup[]> {
  const asked = { clinicId: clinic.id, search, as };
  const [found, pages, t] = await Promise.all([
    searchClinic(actor, asked),
    findPages(actor, asked),
    getTranslations("search.group"),
  ]);
  const groups = found.ok ? await groupsOf(found.value, clinic.timeZone, as) : [];
  return [...groups, { key: "pages" as const, title: t("pages"), items: pages }].filter(
    ({ items }) => items.length > 0,
  );
}

async function groupsOf(found: Findings, timeZone: TimeZone, as: Search["as"]): Promise<SearchGroup[]> {
  const [t, words, status, format] = await Promise.all([
    getTranslations("search.group"),
    getTranslations("search.item"),
    getTranslations("status"),
    getFormatter(),
  ]);
  return [
    {
      key: "appointments",
      title: t("appointments"),
      items: found.appointments.map(({ id, startsAt, patient, service, doctor, status: state }) => ({
        id: `appointment-${id}`,
        href: `/${as}/appointments/${id}`,
        title: words("appointment", { patient, moment: format.dateTime(startsAt, "moment", { timeZone }) }),
        detail: words("appointmentDetail", { service, doctor, status: status(state) }),
      })),
    },
    {
      key: "patients",
      title: t("patients"),
      items: found.patients.map(({ id, name, email, phone }) => ({
        id: `patient-${id}`,
        // The address stays in the search, because somebody new to the clinic is found by it alone.
        href: `/staff/book?${new URLSearchParams({ q: email, person: id })}`,
        title: words("patient", { name }),
        detail: phone ? `${email} · ${phone}` : email,
      })),
    },
    {
      key: "plans",
      title: t("plans"),
      items: found.plans.map(({ id, number, patient, service }) => ({
        id: `plan-${id}`,
        href: `/staff/plans/${id}`,
        title: words("plan", { patient, service }),
        detail: number,
      })),
    },
    {
      key: "doctors",
      title: t("doctors"),
      items: found.doctors.map(({ slug, name, specialty }) => ({
        id: `doctor-${slug}`,
        href: `/staff/doctors/${encodeURIComponent(slug)}`,
        title: words("doctor", { name }),
        ...(specialty && { detail: specialty }),
      })),
    },
  ];
}
