import { useFormatter, useTranslations } from "next-intl";
import type { AxisRow } from "#lib/scheduling/calendar-place.ts";
import { rowsOf } from "./rows.ts";

/** The hours at the side. */
export function CalendarScale({ rows }: { rows: readonly AxisRow[] }) {
  const t = useTranslations("doctorCalendar");
  const format = useFormatter();
  return (
    <div aria-hidden className="row-span-2 grid grid-rows-subgrid">
      <span />
      <ol className="grid" style={rowsOf(rows.length)}>
        {rows.map(({ hour, isSecond }, n) => (
          <li
            key={`${hour}${isSecond}`}
            className="numeral border-t border-line-strong pt-1 text-sm leading-none text-ink-muted"
            style={{ gridRow: `${n * 12 + 1} / span 12` }}
          >
            {format.dateTime(new Date(Date.UTC(2000, 0, 1, hour)), "time", { timeZone: "UTC" })}
            {isSecond && <span className="block pt-0.5 font-sans text-xs">{t("again")}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
