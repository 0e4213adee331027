import "server-only";
import { cache } from "react";
import { db } from "#lib/db/client.ts";
import type { ClinicView } from "../../view.ts";
import { clinicColumns } from "../records.ts";

/** Every clinic of this installation, the oldest first. */
const listClinics = cache((): Promise<ClinicView[]> => {
  return db.clinic.findMany({ select: clinicColumns, orderBy: { createdAt: "asc" } });
});

export const findClinicById = cache((id: string): Promise<ClinicView | null> => {
  return db.clinic.findUnique({ where: { id }, select: clinicColumns });
});

/** The clinic that pages speak of when nobody named one: the first. */
export async function homeClinic(): Promise<ClinicView | null> {
  const [first] = await listClinics();
  return first ?? null;
}
