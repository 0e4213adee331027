import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Analytics, Totals } from "#lib/analytics/schema.ts";
import { changeWords, hoursWords, shareWords, valueWords } from "./words.ts";

const counts = [
  "bookings",
  "came",
  "ahead",
  "unresolved",
  "missed",
  "cancelled",
  "cancelledLate",
  "declined",
] as const satisfies (keyof Totals)[];

/** Everything that was counted, beside what it was before. */
export function MeasureTable({ found: { totals, totalsBefore } }: { found: Analytics }) {
  const t = useTranslations("analytics");
  const format = useFormatter();
  const words = { t, format };
  const people = (name: string, key: keyof Totals["patients"]) => ({
    name,
    now: format.number(totals.patients[key]),
    before: format.number(totalsBefore.patients[key]),
    change: changeWords([totals.patients[key], totalsBefore.patients[key]], "count", words),
  });
  const rows = [
    ...counts.map((key) => ({
      name: t(`measures.${key}`),
      now: format.number(totals[key]),
      before: format.number(totalsBefore[key]),
      change: changeWords([totals[key], totalsBefore[key]], "count", words),
    })),
    {
      name: t("measures.cancellationRate"),
      now: shareWords(totals.cancellationRate, format),
      before: shareWords(totalsBefore.cancellationRate, format),
      change: changeWords([totals.cancellationRate, totalsBefore.cancellationRate], "share", words),
    },
    {
      name: t("measures.hours"),
      now: hoursWords(totals.minutes, format),
      before: hoursWords(totalsBefore.minutes, format),
      change: changeWords([Math.round(totals.minutes / 60), Math.round(totalsBefore.minutes / 60)], "count", words),
    },
    people(t("measures.newPatients"), "new"),
    people(t("measures.returning"), "returning"),
    people(t("measures.withoutAccount"), "withoutAccount"),
    {
      name: t("measures.value"),
      now: valueWords(totals.value, format),
      before: valueWords(totalsBefore.value, format),
      change: "",
    },
  ];
  return (
    <Section id="measures" title={t("measures.title")}>
      <DataTable
        caption={t("measures.caption")}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: "name", header: t("measures.measure"), rowHeader: true, width: "40%", cell: ({ name }) => name },
          { key: "now", header: t("measures.now"), numeric: true, cell: ({ now }) => now },
          { key: "before", header: t("measures.before"), numeric: true, cell: ({ before }) => before },
          { key: "change", header: t("measures.difference"), cell: ({ change }) => change || "–" },
        ]}
      />
    </Section>
  );
}
