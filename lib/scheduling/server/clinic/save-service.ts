import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { withIds } from "../../questions.ts";
import { refusal } from "../../refusal.ts";
import { createServiceSchema, updateServiceSchema } from "../../schema.ts";
import type { ServiceView } from "../../view.ts";
import { parseInput } from "../parse-input.ts";
import { serviceColumns, toService } from "../records.ts";
import { orRefusal } from "../refused-by-database.ts";

/** Adds a service with the doctors who offer it. For admins. */
export async function createService(actor: Actor, input: unknown): Promise<Result<ServiceView>> {
  const parsed = parseInput(createServiceSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, doctorIds, questions, ...data } = parsed.value;
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const slug = await freeSlug(tx, clinicId, data.name);
      const { id } = await tx.service.create({ data: { ...data, ...asked(questions), clinicId, slug } });
      return save(tx, actor, clinicId, id, doctorIds, "service.created");
    }),
  );
}

/** Changes a service; appointments already made keep their time, length and price. For admins. */
export async function updateService(actor: Actor, input: unknown): Promise<Result<ServiceView>> {
  const parsed = parseInput(updateServiceSchema, input);
  if (!parsed.ok) return parsed;
  const { id, doctorIds, questions, ...data } = parsed.value;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const before = await tx.service.findUnique({ where: { id }, select: { clinicId: true } });
      if (!before || !hasRole(actor, before.clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
      await tx.service.update({ where: { id }, data: { ...data, ...asked(questions) } });
      return save(tx, actor, before.clinicId, id, doctorIds, "service.changed");
    }),
  );
}

/** Answers name their question by its id, so a question keeps it for good. */
function asked(questions: Parameters<typeof withIds>[0] | undefined) {
  return questions && { questions: withIds(questions, randomUUID) };
}

async function save(
  tx: Transaction,
  actor: Actor,
  clinicId: string,
  id: string,
  doctorIds: string[],
  action: string,
): Promise<Result<ServiceView>> {
  await offerBy(tx, clinicId, id, doctorIds);
  const service = toService(await tx.service.findUniqueOrThrow({ where: { id }, select: serviceColumns }));
  await recordAudit(tx, { clinicId, actor, action, subjectType: "service", subjectId: id, detail: { ...service } });
  return ok(service);
}

/** Those named offer it from now on, the others no longer; their rows stay, for the appointments that point to them. */
async function offerBy(tx: Transaction, clinicId: string, serviceId: string, doctorIds: string[]): Promise<void> {
  await tx.doctorService.updateMany({ where: { serviceId }, data: { isActive: false } });
  const doctors = await tx.doctor.findMany({
    where: { id: { in: doctorIds }, user: { memberships: { some: { clinicId, role: "doctor" } } } },
    select: { id: true },
  });
  for (const { id: doctorId } of doctors) {
    await tx.doctorService.upsert({
      where: { doctorId_serviceId: { doctorId, serviceId } },
      create: { doctorId, serviceId },
      update: { isActive: true },
    });
  }
}

async function freeSlug(tx: Transaction, clinicId: string, name: string): Promise<string> {
  const base =
    name
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "") || "service";
  const taken = await tx.service.findMany({ where: { clinicId, slug: { startsWith: base } }, select: { slug: true } });
  const slugs = new Set(taken.map((service) => service.slug));
  for (let suffix = 1; ; suffix++) {
    const slug = suffix === 1 ? base : `${base}-${suffix}`;
    if (!slugs.has(slug)) return slug;
  }
}
