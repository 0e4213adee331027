import "server-only";
import { notFound } from "next/navigation";
import type { Actor } from "#lib/auth/actor.ts";
import { requireActor } from "#lib/auth/session.ts";
import { findClinicById } from "#lib/scheduling/server/clinic/clinics.ts";
import { isUuid } from "#lib/scheduling/server/is-uuid.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";

/** Who posted a form that stands in several workspaces, and for which clinic; the command decides whether they may. */
export async function deskClinic(form: FormData): Promise<{ actor: Actor; clinic: ClinicView }> {
  const actor = await requireActor();
  const clinicId = String(form.get("clinicId"));
  const clinic = isUuid(clinicId) ? await findClinicById(clinicId) : null;
  if (!clinic) notFound();
  return { actor, clinic };
}
