import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { deleteWeekTemplateSchema } from "../../schema.ts";
import type { SlotsRegenerated } from "../../view.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { followHours } from "../slots/follow-hours.ts";
import { regenerationDetail } from "../slots/regenerate-slots.ts";
import { lockClinic } from "../slots/store-slots.ts";
import { clinicOfTemplate } from "./week-templates.ts";

/** Takes a template away with its week: the usual one holds again, and slots follow. For admins. */
export async function deleteWeekTemplate(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<SlotsRegenerated>> {
  const parsed = parseInput(deleteWeekTemplateSchema, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const clinicId = await clinicOfTemplate(tx, actor, id);
      const clinic = clinicId && (await lockClinic(tx, clinicId));
      // Somebody else may have been first while this one waited.
      const template = clinic && (await tx.weekTemplate.findUnique({ where: { id } }));
      if (!clinicId || !clinic || !template) return refuse(refusal("NOT_FOUND"));
      const slots = await followHours(tx, clinic, clock, async () => {
        await tx.businessHours.deleteMany({ where: { clinicId, templateId: id } });
        await tx.weekTemplate.delete({ where: { id } });
      });
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "week_template.deleted",
        subjectType: "week_template",
        subjectId: id,
        detail: { name: template.name, slots: regenerationDetail(slots) },
      });
      return ok(slots);
    }),
  );
}
