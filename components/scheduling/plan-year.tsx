import { useFormatter } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import type { PlanView } from "#lib/scheduling/plan-view.ts";
import { dayInUtc } from "./day-axis.ts";
import { planAxis, type VisitState } from "./plan-visits.ts";

/** How a mark stands on the line: what is ahead stands tall, what is over is low, what holds no place is hollow. */
const marks: Partial<Record<VisitState, string>> = {
  completed: "h-4 bg-done",
  cancelled: "h-2 bg-declined",
  rejected: "h-2 bg-declined",
  expired: "h-2 bg-done",
  no_show: "h-2 bg-declined",
  skipped: "h-4 border border-done",
  unplaced: "h-7 border border-dashed border-requested",
  paused: "h-4 border border-dashed border-progress",
  pending: "h-7 bg-requested",
  held: "h-7 bg-requested",
};

/** The whole plan on one ruler: months as ticks, visits as bars. Decorative; the words beside it say the same. */
export function PlanYear({ plan, next }: { plan: Pick<PlanView, "visits" | "timeZone">; next: number | null }) {
  const format = useFormatter();
  const axis = planAxis(plan);
  const share = (value: number) => `${(value * 100).toFixed(2)}%`;
  return (
    <div aria-hidden className="relative h-16 select-none">
      <div className="absolute inset-x-0 top-10 border-t border-line-strong">
        {axis.months.map(({ month, at, width }, index) => (
          <span key={month} className="absolute top-0" style={{ insetInlineStart: share(at), width: share(width) }}>
            <span className={classNames("block w-px bg-line-strong", index === 0 ? "h-3" : "h-2")} />
            <span className="absolute start-1 top-1 text-xs whitespace-nowrap text-ink-faint">
              <span className="max-md:hidden">{format.dateTime(dayInUtc(`${month}-01`), "monthShort", utc)}</span>
              <span className="md:hidden">
                {format.dateTime(dayInUtc(`${month}-01`), { month: "narrow", timeZone: "UTC" })}
              </span>
            </span>
          </span>
        ))}
      </div>
      {axis.marks.map(({ sequence, state, at }) => (
        <span
          key={sequence}
          className={classNames(
            "absolute bottom-6 w-1 rounded-t-xs sm:w-1.5",
            sequence === next ? "h-9 bg-pine-deep" : (marks[state] ?? "h-7 bg-pine/65"),
          )}
          style={{ insetInlineStart: share(at) }}
        />
      ))}
    </div>
  );
}

const utc = { timeZone: "UTC" } as const;
