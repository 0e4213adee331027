import "server-only";
import { db } from "#lib/db/client.ts";
import type { ServiceView } from "../../view.ts";
import { serviceColumns, toService } from "../records.ts";
import { isSlug } from "./is-slug.ts";

/** What a clinic offers, by name. Inactive services only where they are asked for. */
export async function listServices(
  clinicId: string,
  filter: { doctorId?: string | undefined; includeInactive?: boolean } = {},
): Promise<ServiceView[]> {
  const rows = await db.service.findMany({
    where: {
      clinicId,
      ...(filter.includeInactive ? {} : { isActive: true }),
      ...(filter.doctorId ? { doctors: { some: { doctorId: filter.doctorId, isActive: true } } } : {}),
    },
    select: serviceColumns,
    orderBy: { name: "asc" },
  });
  return rows.map(toService);
}

export async function findService(clinicId: string, slug: string): Promise<ServiceView | null> {
  if (!isSlug(slug)) return null;
  const row = await db.service.findUnique({ where: { clinicId_slug: { clinicId, slug } }, select: serviceColumns });
  return row?.isActive ? toService(row) : null;
}

/** Active or not, with its clinic. Precondition: `id` is a UUID. */
export async function findServiceById(
  id: string,
): Promise<{ clinicId: string; currency: string; service: ServiceView } | null> {
  const row = await db.service.findUnique({
    where: { id },
    select: { ...serviceColumns, clinic: { select: { id: true, currency: true } } },
  });
  if (!row) return null;
  const { clinic, ...service } = row;
  return { clinicId: clinic.id, currency: clinic.currency, service: toService(service) };
}
