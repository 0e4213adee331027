import "server-only";
import { getFormatter, getTranslations } from "next-intl/server";
import { weekdayName } from "#components/scheduling/week-form/weekday-name.ts";
import { byteOrderMark, type CsvValue, csvRow } from "#lib/analytics/csv.ts";
import type { Analytics, Figures } from "#lib/analytics/schema.ts";
import { majorUnits } from "#lib/money.ts";
import { wallText } from "#lib/time.ts";

export const tableFiles = ["occupancy.csv", "doctors.csv", "services.csv"] as const;
export type TableFile = (typeof tableFiles)[number];

export function isTableFile(name: string): name is TableFile {
  return tableFiles.some((file) => file === name);
}

/** One of the page's tables for a spreadsheet: shares as fractions, times in hours, money in whole units. */
export async function tableFile(file: TableFile, found: Analytics): Promise<string> {
  const rows = file === "occupancy.csv" ? await heatRows(found) : await peopleRows(file, found);
  return byteOrderMark + rows.map(csvRow).join("");
}

async function heatRows({ heat }: Analytics): Promise<CsvValue[][]> {
  const [t, format] = await Promise.all([getTranslations("analytics.column"), getFormatter()]);
  return [
    [t("weekday"), t("hour"), t("placeHours"), t("takenHours"), t("share")],
    ...heat.map(({ dayOfWeek, hour, capacity, taken }) => [
      weekdayName(format, dayOfWeek),
      wallText(hour * 60),
      round(capacity / 60),
      round(taken / 60),
      capacity > 0 ? round(taken / capacity) : null,
    ]),
  ];
}

async function peopleRows(file: "doctors.csv" | "services.csv", found: Analytics): Promise<CsvValue[][]> {
  const t = await getTranslations("analytics");
  const isDoctors = file === "doctors.csv";
  const heads = [
    t(isDoctors ? "doctors.doctor" : "services.service"),
    ...(["bookings", "came", "missed", "cancelled", "declined"] as const).map((key) => t(`measures.${key}`)),
    t("column.noShow"),
    t("column.hours"),
    ...(isDoctors ? [t("column.utilisation")] : []),
    `${t("column.lead")} (h)`,
    t("column.value"),
  ];
  const rows = isDoctors
    ? found.doctors.map(
        ({ name, figures, utilisation }) => [name, figures, [utilisation && round(utilisation)]] as const,
      )
    : found.services.map(({ name, figures }) => [name, figures, []] as const);
  return [heads, ...rows.map(([name, figures, more]) => [name, ...valuesOf(figures, more)])];
}

function valuesOf(figures: Figures, more: readonly CsvValue[]): CsvValue[] {
  const { bookings, came, missed, cancelled, declined, noShowRate, minutes, lead, value } = figures;
  return [
    bookings,
    came,
    missed,
    cancelled,
    declined,
    noShowRate === null ? null : round(noShowRate),
    round(minutes / 60),
    ...more,
    lead ? round(lead.median / 60) : null,
    value.map(({ amount, currency }) => `${majorUnits(amount, currency)} ${currency}`).join(" + "),
  ];
}

function round(n: number): number {
  return Math.round(n * 1000) / 1000;
}
