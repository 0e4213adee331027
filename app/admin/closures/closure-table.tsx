import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import type { ClosureEntry } from "#lib/scheduling/closures.ts";
import { daysBetween } from "#lib/time.ts";
import { daysWords } from "./closure-words.ts";

/** The year's closures by their first days; each leads to its form. */
export function ClosureTable({ caption, entries }: { caption: string; entries: ClosureEntry[] }) {
  const t = useTranslations("closures");
  const format = useFormatter();
  return (
    <DataTable
      caption={caption}
      rows={entries}
      rowKey={(entry) => entry.id}
      columns={[
        {
          key: "days",
          header: t("columns.days"),
          rowHeader: true,
          width: "38%",
          cell: (entry) => (
            <Link href={`/admin/closures/${entry.id}`} className="link figures">
              {daysWords(entry, format)}
            </Link>
          ),
        },
        {
          key: "reason",
          header: t("columns.reason"),
          cell: ({ reason, holiday }) => (
            <>
              {reason}
              {holiday && <span className="text-ink-muted"> · {t("publicHoliday")}</span>}
            </>
          ),
        },
        {
          key: "hours",
          header: t("columns.hours"),
          cell: ({ shifts, from, to }) => (
            <span className="figures">
              {shifts.length === 0
                ? t("closed")
                : format.list(shifts.map(({ openTime, closeTime }) => `${openTime}–${closeTime}`))}
              {from < to && (
                <span className="text-ink-muted"> · {t("length", { days: daysBetween(from, to) + 1 })}</span>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}
