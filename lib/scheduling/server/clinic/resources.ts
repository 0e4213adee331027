import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import type { ResourceView } from "../../view.ts";

/** The rooms and devices of a clinic by kind and name, also those out of use. For staff. */
export async function listResources(actor: Actor, { clinicId }: { clinicId: string }): Promise<Result<ResourceView[]>> {
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  return ok(
    await db.$queryRaw<ResourceView[]>`
      SELECT r.id::text, r.kind, r.name, r.is_active AS "isActive",
        (SELECT count(*)::int FROM appointment a
          WHERE a.resource_id = r.id AND occupies(a.status) AND a.ends_at > now()) AS upcoming
      FROM resource r WHERE r.clinic_id = ${clinicId}::uuid ORDER BY r.kind, r.name`,
  );
}

/** Which kinds of rooms and devices a clinic has in use. Anybody who may see its services may see them. */
export async function resourceKinds(clinicId: string): Promise<string[]> {
  const rows = await db.resource.findMany({
    where: { clinicId, isActive: true },
    distinct: ["kind"],
    select: { kind: true },
    orderBy: { kind: "asc" },
  });
  return rows.map((row) => row.kind);
}
