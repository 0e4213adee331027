import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import type { WeekTemplateView } from "../../view.ts";
import { isUuid } from "../is-uuid.ts";

/** A clinic's week templates with their weeks, by their first days. For admins. */
export async function weekTemplates(
  actor: Actor,
  { clinicId }: { clinicId: string },
): Promise<Result<WeekTemplateView[]>> {
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  return ok(await readTemplates(clinicId));
}

export async function readTemplates(clinicId: string, tx: Transaction = db): Promise<WeekTemplateView[]> {
  return tx.$queryRaw<WeekTemplateView[]>`
    SELECT t.id::text, t.name, t.valid_from::text AS "validFrom", t.valid_to::text AS "validTo",
      coalesce(json_agg(json_build_object('dayOfWeek', h.day_of_week, 'openTime', to_char(h.open_time, 'HH24:MI'),
        'closeTime', to_char(h.close_time, 'HH24:MI')) ORDER BY h.day_of_week, h.open_time)
        FILTER (WHERE NOT h.is_closed), '[]') AS hours
    FROM week_template t LEFT JOIN business_hours h ON h.template_id = t.id
    WHERE t.clinic_id = ${clinicId}::uuid GROUP BY t.id ORDER BY t.valid_from`;
}

/** Whose template it is, where the actor may change it. */
export async function clinicOfTemplate(tx: Transaction, actor: Actor, id: string): Promise<string | null> {
  const template = isUuid(id) ? await tx.weekTemplate.findUnique({ where: { id }, select: { clinicId: true } }) : null;
  return template && hasRole(actor, template.clinicId, "admin") ? template.clinicId : null;
}
