import { classNames } from "#components/ui/class-names.ts";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import type { EpochMs, Interval, TimeZone } from "#lib/time.ts";
import { minuteOfDay, ticksBetween } from "./day-axis.ts";

interface DayLineProps {
  timeZone: TimeZone;
  hours: Interval;
  working: Interval[];
  /** Those with a status are drawn in its colour, the others recede. */
  bars: { id: string; startsAt: EpochMs; endsAt: EpochMs; status?: AppointmentStatus }[];
  now?: EpochMs;
}

const fills: Partial<Record<AppointmentStatus, string>> = {
  held: "bg-requested",
  pending: "bg-requested",
  confirmed: "bg-confirmed",
  checked_in: "bg-arrived",
  in_progress: "bg-progress",
  on_hold: "bg-progress",
  no_show: "bg-declined",
};

/** A doctor's day in one line: hours as ticks, time off hatched, appointments as bars. Decorative; words stand beside it. */
export function DayLine({ timeZone, hours, working, bars, now }: DayLineProps) {
  const length = hours.end - hours.start;
  const share = (instant: EpochMs) => `${(((instant - hours.start) / length) * 100).toFixed(2)}%`;
  const place = (start: EpochMs, end: EpochMs) => ({
    insetInlineStart: share(start),
    width: `${(((end - start) / length) * 100).toFixed(2)}%`,
  });
  const ticks = ticksBetween(hours.start, hours.end, timeZone).filter((tick) => tick.weight === "hour");
  const every = ticks.length > 7 ? 2 : 1;
  return (
    <div aria-hidden className="relative h-13 select-none">
      <div className="absolute inset-x-0 top-0 h-7 hatched [--hatch-color:var(--color-line)]">
        {working.map(({ start, end }) => (
          <span key={start} className="absolute inset-y-0 bg-wash" style={place(start, end)} />
        ))}
      </div>
      {bars.map(({ id, startsAt, endsAt, status }) => (
        <span
          key={id}
          className={classNames("absolute px-px", status ? "-top-0.5 h-8" : "top-1 h-5")}
          style={place(startsAt, endsAt)}
        >
          <span className={classNames("block h-full rounded-xs", (status && fills[status]) ?? "bg-line-strong")} />
        </span>
      ))}
      {now !== undefined && now >= hours.start && now <= hours.end && (
        <span
          className="absolute -top-1.5 h-10 w-0.5 -translate-x-1/2 bg-brick rtl:translate-x-1/2"
          style={{ insetInlineStart: share(now) }}
        />
      )}
      <div className="absolute inset-x-0 top-7 border-t border-line-strong">
        {ticks.map((tick, index) => (
          <span key={tick.at} className="absolute top-0" style={{ insetInlineStart: share(tick.at) }}>
            <span className={classNames("block w-px bg-line-strong", index % every === 0 ? "h-1.5" : "h-1")} />
            {index % every === 0 && (
              <span
                className={classNames(
                  "numeral absolute top-1.5 text-xs text-ink-faint",
                  tick.position < 0.01
                    ? "start-0"
                    : tick.position > 0.99
                      ? "end-0"
                      : "-translate-x-1/2 rtl:translate-x-1/2",
                )}
              >
                {String(minuteOfDay(tick.at, timeZone) / 60).padStart(2, "0")}
              </span>
            )}
          </span>
        ))}
      </div>
    </div>
  );
}
