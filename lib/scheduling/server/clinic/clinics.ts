import "server-only";
import { cache } from "react";
import { db } from "#lib/db/client.ts";
import type { ClinicView } from "../../view.ts";
import { clinicColumns } from "../records.ts";
import { isSlug } from "./is-slug.ts";

/** Every clinic of this installation, the oldest first. */
export const listClinics = cache((): Promise<ClinicView[]> => {
  return db.clinic.findMany({ select: clinicColumns, orderBy: { createdAt: "asc" } });
});

export const findClinicById = cache((id: string): Promise<ClinicView | null> => {
  return db.clinic.findUnique({ where: { id }, select: clinicColumns });
});

export async function findClinicBySlug(slug: string): Promise<ClinicView | null> {
  return isSlug(slug) ? db.clinic.findUnique({ where: { slug }, select: clinicColumns }) : null;
}

/** The clinic that pages speak of when nobody named one: the first. */
export async function homeClinic(): Promise<ClinicView | null> {
  const [first] = await listClinics();
  return first ?? null;
}
