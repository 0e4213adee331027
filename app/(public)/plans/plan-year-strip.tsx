import { useFormatter } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { classNames } from "#components/ui/class-names.ts";
import { type StripVisit, stripOf } from "./plan-strip.ts";

/** A moved visit is an outline, one without a place a low dashed one: no mark is told by its colour alone. */
const looks: Record<StripVisit["state"], string> = {
  placed: "h-7 bg-pine",
  moved: "h-7 border border-requested bg-requested-wash",
  unplaced: "h-4 border border-dashed border-requested",
};

/** The whole plan as a ruler: months as ticks, visits as bars. Decorative; the list says the same in words. */
export function PlanYearStrip({ visits }: { visits: readonly StripVisit[] }) {
  const format = useFormatter();
  const { months, marks } = stripOf(visits);
  const share = (value: number) => `${(value * 100).toFixed(2)}%`;
  const bar = marks.length > 27 ? "w-[3px] sm:w-1.5" : "w-1.5 sm:w-2";
  return (
    <div aria-hidden className="relative h-14 select-none overflow-x-clip">
      <div className="absolute inset-x-0 top-8 border-t border-line-strong">
        {months.map(({ start, at, width }) => (
          <span key={start} className="absolute top-0" style={{ insetInlineStart: share(at), width: share(width) }}>
            <span className="block h-2 w-px bg-line-strong" />
            <span className="absolute start-1.5 top-1 text-xs whitespace-nowrap text-ink-faint">
              <span className={months.length > 4 ? "max-sm:hidden" : undefined}>
                {format.dateTime(dayInUtc(start), "monthShort", { timeZone: "UTC" })}
              </span>
              {months.length > 4 && (
                <span className="sm:hidden">
                  {format.dateTime(dayInUtc(start), { month: "narrow", timeZone: "UTC" })}
                </span>
              )}
            </span>
          </span>
        ))}
      </div>
      {marks.map(({ date, state, at }) => (
        <span
          key={date}
          className={classNames("absolute bottom-6 rounded-t-xs", bar, looks[state])}
          style={{ insetInlineStart: `min(${share(at)}, 100% - 0.5rem)` }}
        />
      ))}
    </div>
  );
}
