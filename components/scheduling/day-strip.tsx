import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { statusLooks } from "#components/ui/status-badge.tsx";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import type { EpochMs, Interval, TimeZone } from "#lib/time.ts";
import { gapsBetween, packLanes, ticksBetween } from "./day-axis.ts";
import type { SkylineSlot } from "./day-skyline.tsx";
import { GaugeBar } from "./occupancy-gauge.tsx";

export interface DayEntry {
  id: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  status: AppointmentStatus;
  /** Who or what, e.g. the service for a patient, the patient for a doctor. */
  label: string;
  detail?: string;
  href?: string;
}

export interface DayStripProps {
  /** Whose day: "Dr Okafor, Tuesday 24 November". */
  label: string;
  timeZone: TimeZone;
  /** First and last instant drawn; whole hours look best. */
  hours: Interval;
  entries: readonly DayEntry[];
  /** The house's slots: their fullness is drawn under the hours, their gaps hatched. */
  slots?: readonly SkylineSlot[];
  now?: EpochMs;
}

/** Whoever has no pointer scrolls with the arrow keys, so the strip must take the focus. */
const scrollable = { tabIndex: 0 };

const share = (instant: EpochMs, { start, end }: Interval) =>
  `${(((instant - start) / (end - start)) * 100).toFixed(3)}%`;
const span = (from: EpochMs, to: EpochMs, hours: Interval) => ({
  insetInlineStart: share(from, hours),
  width: `${(((to - from) / (hours.end - hours.start)) * 100).toFixed(3)}%`,
});

/** The day as a timetable strip, left to right. Scrolls sideways on phones; `DayColumn` is the same day from top to bottom. */
export function DayStrip({ label, timeZone, hours, entries, slots = [], now }: DayStripProps) {
  const lanes = packLanes(entries);
  const count = Math.max(1, ...lanes.map((place) => place.of));
  return (
    <section aria-label={label} {...scrollable} className="relative overflow-x-auto overflow-y-hidden">
      <div className="relative min-w-180 pb-1">
        <Ruler hours={hours} timeZone={timeZone} />
        <div className="relative border-b border-line" style={{ height: `${count * 4.25 + 0.5}rem` }}>
          {slots.length > 0 &&
            gapsBetween(slots, hours.start, hours.end).map((gap) => (
              <span
                key={gap.start}
                aria-hidden
                className="absolute inset-y-0 hatched [--hatch-color:var(--color-line)]"
                style={span(gap.start, gap.end, hours)}
              />
            ))}
          <ol>
            {entries.map((entry, index) => (
              <li
                key={entry.id}
                className="@container absolute h-16 px-px"
                style={{
                  ...span(entry.startsAt, entry.endsAt, hours),
                  top: `${(lanes[index]?.lane ?? 0) * 4.25 + 0.375}rem`,
                }}
              >
                <EntryBar entry={entry} timeZone={timeZone} />
              </li>
            ))}
          </ol>
        </div>
        {slots.length > 0 && <SlotGauges slots={slots} hours={hours} timeZone={timeZone} />}
        {now !== undefined && now >= hours.start && now <= hours.end && (
          <NowLine at={share(now, hours)} now={now} timeZone={timeZone} />
        )}
      </div>
    </section>
  );
}

function Ruler({ hours, timeZone }: { hours: Interval; timeZone: TimeZone }) {
  const format = useFormatter();
  return (
    <div aria-hidden className="relative h-9 border-b border-line-strong">
      {ticksBetween(hours.start, hours.end, timeZone).map((tick) => (
        <span
          key={tick.at}
          className="absolute bottom-0"
          style={{ insetInlineStart: `${(tick.position * 100).toFixed(3)}%` }}
        >
          <span
            className={classNames(
              "block w-px bg-line-strong",
              tick.weight === "hour" ? "h-3 bg-ink-faint" : tick.weight === "half" ? "h-2" : "h-1",
            )}
          />
          {tick.weight === "hour" && (
            <span
              className={classNames(
                "numeral absolute bottom-3.5 text-sm text-ink-muted",
                tick.position < 0.01
                  ? "start-0"
                  : tick.position > 0.99
                    ? "end-0"
                    : "-translate-x-1/2 rtl:translate-x-1/2",
              )}
            >
              {format.dateTime(tick.at, "hour", { timeZone })}
            </span>
          )}
        </span>
      ))}
    </div>
  );
}

/** One appointment as a bar: colour at its edge, icon, words as far as they fit (in one `line` or stacked), all of it for a screen reader. */
export function EntryBar({ entry, timeZone, line = false }: { entry: DayEntry; timeZone: TimeZone; line?: boolean }) {
  const format = useFormatter();
  const t = useTranslations();
  const { icon: Icon, text, wash, bar } = statusLooks[entry.status];
  const start = format.dateTime(entry.startsAt, "time", { timeZone });
  const end = format.dateTime(entry.endsAt, "time", { timeZone });
  const body = (
    <>
      <span className="sr-only">
        {t("schedule.entry", {
          start,
          end,
          status: t(`status.${entry.status}`),
          label: entry.label,
          detail: entry.detail ?? "",
        })}
      </span>
      {line ? (
        <span aria-hidden className="flex min-w-0 items-baseline gap-x-2 text-md leading-tight">
          <Icon weight="bold" className={classNames("size-3.5 shrink-0 self-center", text)} />
          <span className="figures text-ink-muted @max-[9rem]:hidden">{start}</span>
          <span className="truncate font-[560]">{entry.label}</span>
          {entry.detail && <span className="truncate text-ink-muted @max-[15rem]:hidden">{entry.detail}</span>}
        </span>
      ) : (
        <span aria-hidden className="grid min-w-0 content-start gap-0.5">
          <span className="figures flex items-center gap-1 text-sm leading-tight text-ink-muted @max-[1.6rem]:hidden">
            <Icon weight="bold" className={classNames("size-3.5 shrink-0", text)} />
            <span className="@max-[4.2rem]:hidden">{start}</span>
          </span>
          <span className="truncate text-sm leading-tight font-[560] @max-[2.6rem]:hidden">{entry.label}</span>
          {entry.detail && (
            <span className="truncate text-sm leading-tight text-ink-muted @max-[4.2rem]:hidden">{entry.detail}</span>
          )}
        </span>
      )}
    </>
  );
  const look = classNames(
    "block h-full overflow-hidden rounded-xs border-s-3",
    line ? "px-2 py-0.5" : "p-1",
    wash,
    bar,
  );
  if (!entry.href) return <div className={look}>{body}</div>;
  return (
    <Link
      href={entry.href}
      prefetch={false}
      className={classNames(look, "hover:brightness-97 focus-visible:-outline-offset-2")}
    >
      {body}
    </Link>
  );
}

function SlotGauges({
  slots,
  hours,
  timeZone,
}: {
  slots: readonly SkylineSlot[];
  hours: Interval;
  timeZone: TimeZone;
}) {
  const format = useFormatter();
  const t = useTranslations("schedule");
  return (
    <ol aria-label={t("occupancyBySlot")} className="relative h-4">
      {slots.map((slot) => (
        <li key={slot.startsAt} className="absolute top-1.5 flex px-px" style={span(slot.startsAt, slot.endsAt, hours)}>
          <GaugeBar booked={slot.booked} capacity={slot.capacity} className="h-1 min-w-0" />
          <span className="sr-only">
            {t("slotOccupancy", {
              time: format.dateTime(slot.startsAt, "time", { timeZone }),
              booked: slot.booked,
              capacity: slot.capacity,
            })}
          </span>
        </li>
      ))}
    </ol>
  );
}

function NowLine({ at, now, timeZone }: { at: string; now: EpochMs; timeZone: TimeZone }) {
  const format = useFormatter();
  const t = useTranslations("schedule");
  return (
    <span
      className="pointer-events-none absolute inset-y-0 top-6 w-0.5 -translate-x-1/2 bg-brick"
      style={{ insetInlineStart: at }}
    >
      <span aria-hidden className="absolute -top-1 left-1/2 size-2 -translate-x-1/2 rounded-full bg-brick" />
      <span className="sr-only">{t("now", { time: format.dateTime(now, "time", { timeZone }) })}</span>
    </span>
  );
}
