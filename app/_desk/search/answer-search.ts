import "server-only";
import { type Actor, clinicsWithRole } from "#lib/auth/actor.ts";
import { currentActor } from "#lib/auth/session.ts";
import { findClinicById } from "#lib/scheduling/server/clinic/clinics.ts";
import { findGroups, type Search } from "./find-groups.ts";

const headers = { "cache-control": "no-store" };

/** What the palette asks for while somebody types. */
export async function answerSearch(request: Request, as: Search["as"]): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return Response.json({ code: "UNAUTHENTICATED" }, { status: 401, headers });
  const clinic = await clinicOf(actor, as);
  if (!clinic) return Response.json({ code: "FORBIDDEN" }, { status: 403, headers });
  const search = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json({ groups: await findGroups({ actor, clinic, as, search }) }, { headers });
}

async function clinicOf(actor: Actor, as: Search["as"]) {
  const [clinicId] = clinicsWithRole(actor, as);
  return clinicId ? findClinicById(clinicId) : null;
}
