import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SearchPage } from "#app/_desk/search/search-page.tsx";
import { staffClinic } from "../_shell/staff-clinic.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("title") };
}

export default async function StaffSearchPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const [{ q }, { actor, clinic }] = await Promise.all([searchParams, staffClinic()]);
  const search = typeof q === "string" ? q : "";
  return <SearchPage path="/staff/search" actor={actor} clinic={clinic} as="staff" search={search} />;
}
