import { useFormatter, useTranslations } from "next-intl";
import { dateOfWeekday } from "#components/scheduling/week-form/weekday-name.ts";
import { WeekdayMark } from "#components/scheduling/weekday-mark.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Section } from "#components/ui/section.tsx";
import { heatTable } from "#lib/analytics/heat-map.ts";
import type { Analytics, Occupancy } from "#lib/analytics/schema.ts";
import { wallText } from "#lib/time.ts";
import type { AskedAnalytics } from "./asked-analytics.ts";
import { FileLink } from "./file-link.tsx";
import { HeatLegend, shadeOf } from "./heat-shades.tsx";

const weekdays = [0, 1, 2, 3, 4, 5, 6];

/** Weekdays beside each other, hours below each other, in each cell the share that was taken: a table to be read. */
export function HeatMap({ found, asked }: { found: Analytics; asked: AskedAnalytics }) {
  const t = useTranslations("analytics.heat");
  const table = heatTable(found.heat);
  if (table.rows.length === 0) return null;
  const isNarrowed = asked.doctorId !== null || asked.serviceId !== null;
  return (
    <Section
      id="heat"
      title={t("title")}
      lead={t(isNarrowed ? "leadNarrowed" : "lead", { zone: found.timeZone })}
      aside={<FileLink asked={asked} file="occupancy.csv" name={t("file")} />}
    >
      <table className="w-full max-w-4xl table-fixed border-separate border-spacing-0.5 text-md">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className="kicker w-12 pb-1 text-start align-bottom sm:w-20">
              <span className="sr-only">{t("hour")}</span>
            </th>
            {weekdays.map((day) => (
              <th key={day} scope="col" className="kicker pb-1 text-center align-bottom">
                <WeekdayMark date={dateOfWeekday(day)} />
              </th>
            ))}
            <th scope="col" className="kicker pb-1 text-center align-bottom">
              {t("all")}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ hour, cells, total }) => (
            <tr key={hour}>
              <th scope="row" className="figures text-start text-sm font-normal text-ink-muted">
                {wallText(hour * 60)}
              </th>
              {cells.map((cell, day) => (
                <HeatCell key={weekdays[day]} cell={cell} />
              ))}
              <SumCell cell={total} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="text-start text-sm font-normal text-ink-muted">
              {t("day")}
            </th>
            {table.days.map((cell, day) => (
              <SumCell key={weekdays[day]} cell={cell} />
            ))}
            <SumCell cell={table.total} isWhole />
          </tr>
        </tfoot>
      </table>
      <HeatLegend />
    </Section>
  );
}

function HeatCell({ cell }: { cell: Occupancy | null }) {
  const t = useTranslations("analytics.heat");
  const format = useFormatter();
  if (!cell || cell.capacity === 0) {
    return (
      <td className="h-9 text-center text-sm text-ink-faint hatched [--hatch-color:var(--color-line)]">
        <span className="sr-only">{t("closed")}</span>
      </td>
    );
  }
  const share = cell.taken / cell.capacity;
  return (
    <td className={classNames("figures h-9 rounded-xs text-center", shadeOf(share))}>
      {format.number(share * 100, { maximumFractionDigits: 0 })}
      <span className="text-xs max-sm:sr-only">%</span>
    </td>
  );
}

function SumCell({ cell, isWhole = false }: { cell: Occupancy | null; isWhole?: boolean }) {
  const t = useTranslations("analytics.heat");
  const format = useFormatter();
  if (!cell || cell.capacity === 0) {
    return (
      <td className="text-center text-ink-faint">
        <span aria-hidden>–</span>
        <span className="sr-only">{t("closed")}</span>
      </td>
    );
  }
  return (
    <td className={classNames("figures h-9 text-center", isWhole ? "font-semibold" : "text-ink-muted")}>
      {format.number(cell.taken / cell.capacity, "percent")}
    </td>
  );
}
