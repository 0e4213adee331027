import "server-only";
import { cache } from "react";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { statements } from "#lib/db/statements.ts";
import type { ClinicView } from "../../view.ts";
import { clinicColumns } from "../records.ts";
import { isSlug } from "./is-slug.ts";

/** Every clinic of this installation, the oldest first. */
export const listClinics = cache((): Promise<ClinicView[]> => {
  return db.clinic.findMany({ select: clinicColumns, orderBy: { createdAt: "asc" } });
});

export const findClinicById = cache((id: string): Promise<ClinicView | null> => {
  return findClinic(Prisma.sql`id = ${id}::uuid`);
});

export async function findClinicBySlug(slug: string): Promise<ClinicView | null> {
  return isSlug(slug) ? findClinic(Prisma.sql`slug = ${slug}`) : null;
}

/** Past Prisma, as nearly every call of the API asks for one. */
async function findClinic(which: Prisma.Sql): Promise<ClinicView | null> {
  const [clinic] = await statements.$queryRaw<ClinicView[]>`
    SELECT id::text, slug, name, time_zone AS "timeZone", currency, locale, address_line1 AS "addressLine1",
      address_line2 AS "addressLine2", city, postcode, country, phone, email, slot_minutes AS "slotMinutes",
      slot_capacity AS "slotCapacity", day_capacity AS "dayCapacity", horizon_days AS "horizonDays",
      min_notice_minutes AS "minNoticeMinutes", cancel_notice_hours AS "cancelNoticeHours",
      no_show_limit AS "noShowLimit", offer_minutes AS "offerMinutes"
    FROM clinic WHERE ${which}`;
  return clinic ?? null;
}

/** The clinic that pages speak of when nobody named one: the first. */
export async function homeClinic(): Promise<ClinicView | null> {
  const [first] = await listClinics();
  return first ?? null;
}
