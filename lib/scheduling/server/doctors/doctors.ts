import "server-only";
import { db } from "#lib/db/client.ts";
import { byYear } from "../../publication.ts";
import type { DoctorView, PublicationView } from "../../view.ts";
import { isSlug } from "../clinic/is-slug.ts";
import { doctorColumns, offeredIn, toDoctor, worksAt } from "../records.ts";

/** The doctors who offer something in a clinic, by name. */
export async function listDoctors(
  clinicId: string,
  filter: { serviceId?: string | undefined } = {},
): Promise<DoctorView[]> {
  const offer = filter.serviceId ? { ...offeredIn(clinicId), serviceId: filter.serviceId } : offeredIn(clinicId);
  const rows = await db.doctor.findMany({
    where: { isActive: true, services: { some: offer } },
    select: doctorColumns(clinicId),
    orderBy: { name: "asc" },
  });
  return rows.map(toDoctor);
}

/** Every doctor who works for a clinic, offering something or not yet, by name: for those who arrange the offers. */
export async function listClinicDoctors(clinicId: string): Promise<DoctorView[]> {
  const rows = await db.doctor.findMany({
    where: { isActive: true, user: { memberships: { some: { clinicId, role: "doctor" } } } },
    select: doctorColumns(clinicId),
    orderBy: { name: "asc" },
  });
  return rows.map(toDoctor);
}

/** A doctor of a clinic, offering something or not yet: for those who arrange their hours. */
export async function findClinicDoctor(clinicId: string, slug: string): Promise<DoctorView | null> {
  const row = await db.doctor.findFirst({ where: { slug, ...worksAt(clinicId) }, select: doctorColumns(clinicId) });
  return row && toDoctor(row);
}

type DoctorPage = DoctorView & { publications: PublicationView[] };

/** A doctor's public page in a clinic. */
export async function findDoctor(clinicId: string, slug: string): Promise<DoctorPage | null> {
  return isSlug(slug) ? findPage(clinicId, { slug }) : null;
}

/** The same by id. Precondition: `id` is a UUID. */
export async function findDoctorById(clinicId: string, id: string): Promise<DoctorPage | null> {
  return findPage(clinicId, { id });
}

async function findPage(clinicId: string, key: { slug: string } | { id: string }): Promise<DoctorPage | null> {
  const row = await db.doctor.findUnique({
    where: { ...key, isActive: true, services: { some: offeredIn(clinicId) } },
    select: {
      ...doctorColumns(clinicId),
      publications: { select: { id: true, title: true, venue: true, year: true, doi: true } },
    },
  });
  if (!row) return null;
  const { publications, ...doctor } = row;
  return { ...toDoctor(doctor), publications: publications.toSorted(byYear) };
}
