import { classNames } from "#components/ui/class-names.ts";
import type { Slot } from "#lib/scheduling/capacity.ts";
import type { TimeZone } from "#lib/time.ts";
import { minuteOfDay } from "./day-axis.ts";

export type SkylineSlot = Pick<Slot, "startsAt" | "endsAt" | "capacity" | "booked" | "isOpen">;

interface DaySkylineProps {
  slots: readonly SkylineSlot[];
  /** Minutes of the day at its ends, whole hours. */
  range: { from: number; to: number };
  timeZone: TimeZone;
  muted?: boolean;
}

const TOP = 40;

/**
 * The day in miniature: hours as ticks, every slot a column that fills as its places go. Full columns are darker,
 * over-full ones stand above the line. Decorative: the words beside it say the same.
 */
export function DaySkyline({ slots, range, timeZone, muted = false }: DaySkylineProps) {
  const width = range.to - range.from;
  let track = "";
  let filled = "";
  let full = "";
  let over = "";
  for (const slot of slots) {
    if (!slot.isOpen) continue;
    const x = minuteOfDay(slot.startsAt, timeZone) - range.from;
    const w = (slot.endsAt - slot.startsAt) / 60_000;
    const gap = Math.min(2, w / 6);
    const column = (height: number) => `M${x + gap / 2} ${TOP}v${-height}h${w - gap}v${height}z`;
    track += column(32);
    if (slot.booked > slot.capacity) over += column(39);
    else if (slot.booked >= slot.capacity) full += column(32);
    else if (slot.booked > 0) filled += column(Math.round((slot.booked / slot.capacity) * 32));
  }
  let ticks = "";
  for (let minute = 0; minute <= width; minute += 60) ticks += `M${minute} ${TOP + 2}v${minute % 180 === 0 ? 6 : 3.5}`;
  return (
    <svg
      aria-hidden
      viewBox={`-1 0 ${width + 2} 49`}
      preserveAspectRatio="none"
      className={classNames("h-8 w-full min-w-0 flex-1 basis-16 md:h-13 rtl:-scale-x-100", muted && "opacity-45")}
    >
      <path d={track} className="fill-line/70" />
      <path d={filled} className="fill-pine/40" />
      <path d={full} className="fill-pine" />
      <path d={over} className="fill-brick" />
      <path d={`M0 ${TOP + 1}h${width}`} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
      <path d={ticks} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
