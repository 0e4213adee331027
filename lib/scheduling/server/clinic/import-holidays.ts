import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { importHolidaysSchema } from "../../schema.ts";
import type { SlotsRegenerated } from "../../view.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { followHours } from "../slots/follow-hours.ts";
import { regenerationDetail } from "../slots/regenerate-slots.ts";
import { lockClinic } from "../slots/store-slots.ts";
import { type PublicHoliday, publicHolidays } from "./holidays.ts";

export interface HolidaysImported {
  imported: number;
  /** Imported before: they stay as they are, edited or not. */
  known: number;
  slots: SlotsRegenerated;
}

/**
 * Closes a clinic on the public holidays of a year, each at most once; the place is remembered as the clinic's. For admins.
 */
export async function importHolidays(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<HolidaysImported>> {
  const parsed = parseInput(importHolidaysSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, country, region, year, dates } = parsed.value;
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  const all = await publicHolidays({ country, region }, year, await localeOf(clinicId));
  if (!all)
    return refuse({ ...refusal("VALIDATION"), errors: [{ path: region ? "region" : "country", message: "choose" }] });
  const chosen = all.filter((holiday) => dates === undefined || dates.includes(holiday.from));

  return orRefusal(() =>
    inTransaction(async (tx) => {
      const clinic = await lockClinic(tx, clinicId);
      if (!clinic) return refuse(refusal("NOT_FOUND"));
      let imported = 0;
      const slots = await followHours(tx, clinic, clock, async () => {
        imported = await storeHolidays(tx, clinicId, chosen);
      });
      await tx.clinic.updateMany({ where: { id: clinicId, country: null }, data: { country } });
      await tx.clinic.updateMany({ where: { id: clinicId, country }, data: { region } });
      await recordAudit(tx, {
        clinicId,
        actor,
        action: "holidays.imported",
        subjectType: "clinic",
        subjectId: clinicId,
        detail: { country, region, year, imported, slots: regenerationDetail(slots) },
      });
      return ok({ imported, known: chosen.length - imported, slots });
    }),
  );
}

/** One closure a day on which a holiday begins: a region's Christmas is its country's. */
async function storeHolidays(tx: Transaction, clinicId: string, holidays: readonly PublicHoliday[]): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO closure (clinic_id, from_date, to_date, reason, holiday)
    SELECT ${clinicId}::uuid, holiday.from_date, holiday.to_date, holiday.name, holiday.key
    FROM unnest(${holidays.map(({ from }) => from)}::date[], ${holidays.map(({ to }) => to)}::date[],
      ${holidays.map(({ name }) => name)}::text[], ${holidays.map(({ key }) => key)}::text[])
      AS holiday (from_date, to_date, name, key)
    WHERE NOT EXISTS (SELECT FROM closure known WHERE known.clinic_id = ${clinicId}::uuid
      AND split_part(known.holiday, '/', 2) = holiday.from_date::text)
    ON CONFLICT (clinic_id, holiday) DO NOTHING`;
}

async function localeOf(clinicId: string): Promise<string> {
  const clinic = await db.clinic.findUnique({ where: { id: clinicId }, select: { locale: true } });
  return clinic?.locale ?? "en";
}
