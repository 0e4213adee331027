import "server-only";
import { forbidden } from "next/navigation";
import { cache } from "react";
import { type Actor, clinicsWithRole } from "#lib/auth/actor.ts";
import { requireRole } from "#lib/auth/session.ts";
import { findClinicById } from "#lib/scheduling/server/clinic/clinics.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";

/** Whose front desk this is; a guest is sent to sign in, anyone else gets the 403 page. */
export const staffClinic = cache(async (): Promise<{ actor: Actor; clinic: ClinicView }> => {
  const actor = await requireRole("staff");
  const [clinicId] = clinicsWithRole(actor, "staff");
  const clinic = clinicId ? await findClinicById(clinicId) : null;
  if (!clinic) forbidden();
  return { actor, clinic };
});
