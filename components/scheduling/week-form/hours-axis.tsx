import { classNames } from "#components/ui/class-names.ts";
import { spanOf, type TypedShift, type TypedWeek } from "./week.ts";

/** Minutes of the day at its ends, whole hours. */
export interface Range {
  from: number;
  to: number;
}

const usual: Range = { from: 6 * 60, to: 20 * 60 };

/** From six to eight, or further where somebody opens earlier or closes later. */
export function rangeOf(week: TypedWeek): Range {
  const spans = week.flat().flatMap((shift) => spanOf(shift) ?? []);
  const from = Math.min(usual.from, ...spans.map((span) => span.start));
  const to = Math.max(usual.to, ...spans.map((span) => span.start + span.length));
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 };
}

const share = (minutes: number, { from, to }: Range) => `${((minutes / (to - from)) * 100).toFixed(3)}%`;

/** The hours over the days' strips, drawn once. */
export function HoursAxis({ range }: { range: Range }) {
  const hours = Array.from({ length: (range.to - range.from) / 60 + 1 }, (_, n) => range.from / 60 + n);
  return (
    <div aria-hidden className={classNames(rowColumns, "border-b border-line-strong max-lg:hidden")}>
      <span className="col-start-3 relative h-7">
        {hours.map((hour, n) => (
          <span key={hour} className="absolute bottom-0" style={{ insetInlineStart: share(n * 60, range) }}>
            <span className={classNames("block w-px", n % 2 === 0 ? "h-2.5 bg-ink-faint" : "h-1.5 bg-line-strong")} />
            {n % 2 === 0 && (
              <span
                className={classNames(
                  "numeral absolute bottom-3 text-sm text-ink-muted",
                  n === 0 ? "start-0" : n === hours.length - 1 ? "end-0" : "-translate-x-1/2 rtl:translate-x-1/2",
                )}
              >
                {String(hour).padStart(2, "0")}
              </span>
            )}
          </span>
        ))}
      </span>
    </div>
  );
}

/** Name, shifts, strip: shared by the axis and every day, so that their columns align. */
export const rowColumns = "grid lg:grid-cols-[7.5rem_25rem_minmax(0,1fr)] lg:gap-x-6";

interface HoursStripProps {
  shifts: TypedShift[];
  /** When the clinic is open, where the shifts are somebody else's. */
  opening?: TypedShift[] | undefined;
  range: Range;
  className?: string;
}

/** One day on the axis: closed time hatched, shifts as bars. Decorative: the times stand beside it. */
export function HoursStrip({ shifts, opening = [], range, className }: HoursStripProps) {
  return (
    <span
      aria-hidden
      className={classNames("relative block h-8 overflow-hidden hatched [--hatch-color:var(--color-line)]", className)}
    >
      <Spans of={opening} range={range} className="inset-y-0 bg-pine-wash" />
      <Spans of={shifts} range={range} className="inset-y-1 rounded-xs bg-pine-area" />
    </span>
  );
}

function Spans({ of, range, className }: { of: TypedShift[]; range: Range; className: string }) {
  return of
    .map((shift, place) => ({ place, span: spanOf(shift) }))
    .map(
      ({ place, span }) =>
        span && (
          <span
            key={place}
            className={classNames("absolute", className)}
            style={{ insetInlineStart: share(span.start - range.from, range), width: share(span.length, range) }}
          />
        ),
    );
}
