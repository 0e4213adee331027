import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SearchPage } from "#app/_desk/search/search-page.tsx";
import { doctorClinic } from "../_shell/doctor-clinic.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("title") };
}

export default async function DoctorSearchPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const [{ q }, { actor, clinic }] = await Promise.all([searchParams, doctorClinic()]);
  const search = typeof q === "string" ? q : "";
  return <SearchPage path="/doctor/search" actor={actor} clinic={clinic} as="doctor" search={search} />;
}
