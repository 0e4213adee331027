import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { createResourceSchema, updateResourceSchema } from "../../schema.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";

interface SavedResource {
  id: string;
  kind: string;
  name: string;
  isActive: boolean;
}

const nameTaken = { ...refusal("VALIDATION"), errors: [{ path: "name", message: "name_taken" }] };

/** Adds a room or device. For admins. */
export async function createResource(actor: Actor, input: unknown): Promise<Result<SavedResource>> {
  const parsed = parseInput(createResourceSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, kind, name } = parsed.value;
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  return orRefusal(() =>
    inTransaction(async (tx) => {
      if (await isTaken(tx, clinicId, name)) return refuse(nameTaken);
      const resource = await tx.resource.create({ data: { clinicId, kind, name } });
      return saved(tx, actor, clinicId, resource, "resource.created");
    }),
  );
}

/** Renames a room or device, or takes it out of use: those who have it keep it, nobody new gets it. For admins. */
export async function updateResource(actor: Actor, input: unknown): Promise<Result<SavedResource>> {
  const parsed = parseInput(updateResourceSchema, input);
  if (!parsed.ok) return parsed;
  const { id, ...data } = parsed.value;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const before = await tx.resource.findUnique({ where: { id }, select: { clinicId: true } });
      if (!before || !hasRole(actor, before.clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
      if (await isTaken(tx, before.clinicId, data.name, id)) return refuse(nameTaken);
      const resource = await tx.resource.update({ where: { id }, data });
      return saved(tx, actor, before.clinicId, resource, "resource.changed");
    }),
  );
}

async function saved(
  tx: Transaction,
  actor: Actor,
  clinicId: string,
  { id, kind, name, isActive }: SavedResource,
  action: string,
): Promise<Result<SavedResource>> {
  const detail = { kind, name, isActive };
  await recordAudit(tx, { clinicId, actor, action, subjectType: "resource", subjectId: id, detail });
  return ok({ id, ...detail });
}

/** Two admins who save at once take turns, so that the second reads the first one's name. */
async function isTaken(tx: Transaction, clinicId: string, name: string, exceptId?: string): Promise<boolean> {
  await tx.$executeRaw`SELECT 1 FROM clinic WHERE id = ${clinicId}::uuid FOR NO KEY UPDATE`;
  const same = { equals: name, mode: "insensitive" as const };
  const other = await tx.resource.findFirst({ where: { clinicId, name: same }, select: { id: true } });
  return other !== null && other.id !== exceptId;
}
