import "server-only";
import type { z } from "zod";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { daysBetween } from "#lib/time.ts";
import { type Refusal, refusal } from "../../refusal.ts";
import { createWeekTemplateSchema, replaceWeekTemplateSchema, type weekTemplateSchema } from "../../schema.ts";
import type { SlotsRegenerated, WeekTemplateView } from "../../view.ts";
import { refusedWeek, storeWeek } from "../doctors/store-week.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { followHours } from "../slots/follow-hours.ts";
import { regenerationDetail } from "../slots/regenerate-slots.ts";
import { lockClinic } from "../slots/store-slots.ts";
import { clinicOfTemplate, readTemplates } from "./week-templates.ts";

export interface WeekTemplateSaved {
  id: string;
  slots: SlotsRegenerated;
}

type Template = z.output<typeof weekTemplateSchema>;

/** A year and a day: whoever wants other hours for longer wants another usual week. */
const longestDays = 366;

/** Adds a week that takes the place of the usual one between two dates; slots follow. For admins. */
export async function createWeekTemplate(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<WeekTemplateSaved>> {
  const parsed = parseInput(createWeekTemplateSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId } = parsed.value;
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  return orRefusal(() => inTransaction((tx) => save(tx, { actor, clock, clinicId, id: null, template: parsed.value })));
}

/** Puts other days, another name and another week in place of a template's, whole or not at all. For admins. */
export async function replaceWeekTemplate(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<WeekTemplateSaved>> {
  const parsed = parseInput(replaceWeekTemplateSchema, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const clinicId = await clinicOfTemplate(tx, actor, id);
      if (!clinicId) return refuse(refusal("NOT_FOUND"));
      return save(tx, { actor, clock, clinicId, id, template: parsed.value });
    }),
  );
}

interface Saving {
  actor: Actor;
  clock: Clock;
  clinicId: string;
  /** Null for a new one. */
  id: string | null;
  template: Template;
}

async function save(tx: Transaction, saving: Saving): Promise<Result<WeekTemplateSaved>> {
  const { actor, clock, clinicId, template } = saving;
  const clinic = await lockClinic(tx, clinicId);
  if (!clinic) return refuse(refusal("NOT_FOUND"));
  const known = await readTemplates(clinicId, tx);
  // Somebody may have deleted it while this one waited.
  if (saving.id && !known.some(({ id }) => id === saving.id)) return refuse(refusal("NOT_FOUND"));
  const others = known.filter(({ id }) => id !== saving.id);
  const refused = refusedDays(template) ?? refusedWeek(template.hours) ?? refusedByOthers(template, others);
  if (refused) return refuse(refused);

  let id = saving.id;
  const slots = await followHours(tx, clinic, clock, async () => {
    id = await storeTemplate(tx, saving);
    await storeWeek(tx, { clinicId, templateId: id }, template.hours);
  });
  if (!id) return refuse(refusal("NOT_FOUND"));
  const { name, validFrom, validTo, hours } = template;
  await recordAudit(tx, {
    clinicId,
    actor,
    action: saving.id ? "week_template.replaced" : "week_template.created",
    subjectType: "week_template",
    subjectId: id,
    detail: { name, validFrom, validTo, hours, slots: regenerationDetail(slots) },
  });
  return ok({ id, slots });
}

async function storeTemplate(tx: Transaction, { id, clinicId, template }: Saving): Promise<string> {
  const { name, validFrom, validTo } = template;
  const data = { name, validFrom: new Date(validFrom), validTo: new Date(validTo) };
  const row = id
    ? await tx.weekTemplate.update({ where: { id }, data })
    : await tx.weekTemplate.create({ data: { ...data, clinicId } });
  return row.id;
}

function refusedDays({ validFrom, validTo }: Template): Refusal | null {
  if (validTo < validFrom) return invalid("validTo", "before_start");
  return daysBetween(validFrom, validTo) >= longestDays ? invalid("validTo", "range_too_long") : null;
}

/** Two templates on one day, and nobody could say which one holds; two of one name, and nobody could tell them apart. */
function refusedByOthers(template: Template, others: readonly WeekTemplateView[]): Refusal | null {
  if (others.some((other) => other.name === template.name)) return invalid("name", "name_taken");
  const inTheWay = others.find((other) => other.validFrom <= template.validTo && template.validFrom <= other.validTo);
  if (!inTheWay) return null;
  return invalid(inTheWay.validFrom > template.validFrom ? "validTo" : "validFrom", "template_overlaps");
}

function invalid(path: string, message: string): Refusal {
  return { ...refusal("VALIDATION"), errors: [{ path, message }] };
}
