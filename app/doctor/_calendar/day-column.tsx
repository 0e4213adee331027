"use client";

import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc, packLanes } from "#components/scheduling/day-axis.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import { type AxisCell, spanOf } from "#lib/scheduling/calendar-place.ts";
import type { CalendarDay, CalendarEntry } from "#lib/scheduling/calendar-view.ts";
import { judgeDrop } from "#lib/scheduling/drop.ts";
import { gatherSessions } from "#lib/scheduling/session.ts";
import type { EpochMs, LocalDate, TimeZone } from "#lib/time.ts";
import { CalendarBar } from "./calendar-bar.tsx";
import { CalendarNow } from "./calendar-now.tsx";
import { DayGround } from "./day-ground.tsx";
import { DropGhost } from "./drop-ghost.tsx";
import type { Preview } from "./grip.ts";
import { rowSpan, rowsOf } from "./rows.ts";
import type { TakeHold } from "./use-drag.ts";

interface DayColumnProps {
  day: CalendarDay;
  position: number;
  cells: readonly AxisCell[];
  rows: number;
  isSelected: boolean;
  isAlone: boolean;
  today: LocalDate;
  now: EpochMs;
  timeZone: TimeZone;
  /** What is being dragged over this day. */
  preview: Preview | null;
  draggedId: string | null;
  isWaiting: boolean;
  takeHold: TakeHold;
  onMove: (entry: CalendarEntry) => void;
}

/** One day of the calendar; on a phone it stands there alone. */
export function DayColumn(props: DayColumnProps) {
  const { day, position, cells, rows, isSelected, isAlone, today, now, timeZone, preview, draggedId } = props;
  const t = useTranslations("doctorCalendar");
  const format = useFormatter();
  const { localDate, closed, entries } = day;
  const isToday = localDate === today;
  const name = format.dateTime(dayInUtc(localDate), "day", { timeZone: "UTC" });
  const parties = gatherSessions(entries).map(({ people, session }) => ({ ...people[0], people, session }));
  const lanes = packLanes(parties);
  return (
    <section
      aria-labelledby={`day-${localDate}`}
      className={classNames("row-span-2 grid grid-rows-subgrid", !isSelected && "max-md:hidden")}
    >
      <header className="border-s border-line px-2 pb-2">
        <h2 id={`day-${localDate}`} className="font-sans text-base tracking-normal">
          <Link
            href={`/doctor/calendar?view=day&date=${localDate}`}
            aria-current={isToday ? "date" : undefined}
            className="group/day flex min-h-11 items-baseline gap-2 pt-1"
          >
            <span className="text-md text-ink-muted group-hover/day:text-ink">
              {format.dateTime(dayInUtc(localDate), isAlone ? "weekday" : "weekdayShort", { timeZone: "UTC" })}
            </span>
            <span
              className={classNames(
                "numeral text-2xl leading-none",
                isToday ? "border-b-2 border-brick text-brick" : "group-hover/day:text-pine",
              )}
            >
              {format.dateTime(dayInUtc(localDate), "dayNumber", { timeZone: "UTC" })}
            </span>
            <span className="sr-only">{format.dateTime(dayInUtc(localDate), "month", { timeZone: "UTC" })}</span>
          </Link>
        </h2>
        <p className="figures truncate text-sm text-ink-faint">
          {closed ? <strong className="font-[560] text-brick">{closed}</strong> : t("count", { count: entries.length })}
        </p>
      </header>
      <div data-day={position} className="relative grid border-s border-line" style={rowsOf(rows)}>
        <DayGround day={day} cells={cells} rows={rows} />
        <ol aria-label={t("appointments", { day: name })} className="contents">
          {parties.map((entry, n) => {
            const span = spanOf(cells, { start: entry.startsAt, end: entry.endsAt });
            const { lane, of } = lanes[n] ?? { lane: 0, of: 1 };
            return (
              span && (
                <li
                  key={entry.id}
                  data-bar
                  className="group/bar @container relative z-1 col-start-1 row-start-1 min-h-6.5 py-px ps-2 pe-0.5"
                  style={{
                    ...rowSpan(span),
                    marginInlineStart: `${((lane / of) * 100).toFixed(2)}%`,
                    width: `${(100 / of).toFixed(2)}%`,
                  }}
                >
                  <CalendarBar
                    entry={entry}
                    taken={entry.people.length}
                    localDate={localDate}
                    position={position}
                    timeZone={timeZone}
                    isDragged={draggedId === entry.id}
                    takeHold={props.takeHold}
                    onMove={props.onMove}
                  />
                </li>
              )
            );
          })}
        </ol>
        {preview && (
          <DropGhost
            preview={preview}
            span={spanOf(cells, preview.visit)}
            problem={judgeDrop(preview.entry, preview.visit, day, now)}
            isWaiting={props.isWaiting}
            timeZone={timeZone}
          />
        )}
        {isToday && <CalendarNow cells={cells} rows={rows} now={now} timeZone={timeZone} />}
      </div>
    </section>
  );
}
