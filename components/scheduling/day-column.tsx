import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { gapsBetween, packLanes, ticksBetween } from "./day-axis.ts";
import { type DayStripProps, EntryBar } from "./day-strip.tsx";

type DayColumnProps = DayStripProps & {
  /** Height of one hour in rem; 5 lets a quarter of an hour still carry a line of text. */
  hourHeight?: number;
};

const percent = (value: number) => `${(value * 100).toFixed(3)}%`;

/** The day from top to bottom: hours at the side, appointments as blocks, the house's fullness as a thin gauge beside them. */
export function DayColumn({ label, timeZone, hours, entries, slots = [], now, hourHeight = 5 }: DayColumnProps) {
  const format = useFormatter();
  const t = useTranslations("schedule");
  const length = hours.end - hours.start;
  const lanes = packLanes(entries);
  const at = (instant: number) => percent((instant - hours.start) / length);
  return (
    <section
      aria-label={label}
      className="relative ps-11"
      style={{ height: `${(length / 3_600_000) * hourHeight}rem` }}
    >
      {ticksBetween(hours.start, hours.end, timeZone)
        .filter((tick) => tick.weight !== "quarter")
        .map((tick) => (
          <div
            key={tick.at}
            aria-hidden
            className={classNames(
              "absolute end-0 border-t",
              tick.weight === "hour" ? "start-0 border-line" : "start-9 border-dotted border-line",
            )}
            style={{ top: percent(tick.position) }}
          >
            {tick.weight === "hour" && tick.position < 1 && (
              <span className="numeral absolute start-0 top-1 text-md text-ink-muted">
                {format.dateTime(tick.at, "hour", { timeZone })}
              </span>
            )}
          </div>
        ))}
      <div className="relative h-full border-s border-line-strong">
        {slots.length > 0 &&
          gapsBetween(slots, hours.start, hours.end).map((gap) => (
            <span
              key={gap.start}
              aria-hidden
              className="absolute inset-x-0 hatched [--hatch-color:var(--color-line)]"
              style={{ top: at(gap.start), height: percent((gap.end - gap.start) / length) }}
            />
          ))}
        {slots.map((slot) => (
          <span
            key={slot.startsAt}
            aria-hidden
            className="absolute start-0 w-2 py-px"
            style={{ top: at(slot.startsAt), height: percent((slot.endsAt - slot.startsAt) / length) }}
          >
            <span className="block h-full bg-line/60">
              <span
                className={classNames(
                  "block h-full",
                  slot.booked > slot.capacity ? "bg-brick" : slot.booked === slot.capacity ? "bg-pine" : "bg-pine/40",
                )}
                style={{ width: percent(Math.min(1, slot.booked / Math.max(1, slot.capacity))) }}
              />
            </span>
          </span>
        ))}
        {now !== undefined && now >= hours.start && now <= hours.end && (
          <span className="pointer-events-none absolute inset-x-0 h-0.5 bg-brick" style={{ top: at(now) }}>
            <span aria-hidden className="absolute -start-1 top-1/2 size-2 -translate-y-1/2 rounded-full bg-brick" />
            <span className="sr-only">{t("now", { time: format.dateTime(now, "time", { timeZone }) })}</span>
          </span>
        )}
        <ol className={classNames("absolute inset-y-0 end-0", slots.length > 0 ? "start-4" : "start-1")}>
          {entries.map((entry, index) => (
            <li
              key={entry.id}
              className="@container absolute py-px pe-px"
              style={{
                top: at(entry.startsAt),
                height: percent((entry.endsAt - entry.startsAt) / length),
                insetInlineStart: percent((lanes[index]?.lane ?? 0) / (lanes[index]?.of ?? 1)),
                width: percent(1 / (lanes[index]?.of ?? 1)),
              }}
            >
              <EntryBar entry={entry} timeZone={timeZone} line />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
