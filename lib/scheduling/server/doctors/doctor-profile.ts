import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { byYear } from "../../publication.ts";
import { refusal } from "../../refusal.ts";
import type { PublicationView } from "../../view.ts";
import { worksAt } from "../records.ts";
import { isOwnOrOf, type WeekOf } from "./weekly-hours.ts";

export interface DoctorProfile {
  id: string;
  slug: string;
  name: string;
  title: string | null;
  specialty: string | null;
  bio: string | null;
  photo: string | null;
  videoUrl: string | null;
  publications: PublicationView[];
  /** They offer something here, so that there is a page for everybody. */
  isPublic: boolean;
}

/** All that a doctor's page says, and what it does not, for whoever may change it: that doctor, and admins. */
export async function doctorProfile(actor: Actor, of: WeekOf): Promise<Result<DoctorProfile>> {
  const { clinicId, doctorId } = of;
  const offered = { isActive: true, service: { clinicId, isActive: true } };
  const row = isOwnOrOf(actor, of, "admin")
    ? await db.doctor.findFirst({
        where: { id: doctorId, ...worksAt(clinicId) },
        select: {
          id: true,
          slug: true,
          name: true,
          title: true,
          specialty: true,
          bio: true,
          photo: true,
          videoUrl: true,
          publications: { select: { id: true, title: true, venue: true, year: true, doi: true } },
          _count: { select: { services: { where: offered } } },
        },
      })
    : null;
  if (!row) return refuse(refusal("NOT_FOUND"));
  const { publications, _count, ...profile } = row;
  return ok({ ...profile, publications: publications.toSorted(byYear), isPublic: _count.services > 0 });
}
