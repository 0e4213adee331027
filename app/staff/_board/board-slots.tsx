import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { useFormatter, useTranslations } from "next-intl";
import { Fragment } from "react";
import type { BoardSlot } from "#lib/scheduling/view.ts";
import type { EpochMs, Interval, TimeZone } from "#lib/time.ts";
import { type BoardFilter, isList, isShown, slotsOf } from "./board-filter.ts";
import { lineColumns, slotColumns } from "./columns.ts";
import { appointmentsOf, dayFigures, overCount } from "./day-figures.ts";
import { Pause } from "./pause.tsx";
import { SlotRow } from "./slot-row.tsx";

interface BoardSlotsProps {
  slots: BoardSlot[];
  filter: BoardFilter;
  /** Of the doctor who is chosen. */
  doctorName: string | null;
  bookHref: (startsAt: EpochMs) => string;
  timeZone: TimeZone;
  now: EpochMs;
  /** The day's first instant and the next day's. */
  bounds: Interval;
}

/** Every slot of the day as a line of a timetable; those with which nobody has anything left to do fold away. */
export function BoardSlots({ slots, filter, doctorName, ...rest }: BoardSlotsProps) {
  const t = useTranslations("staff.board");
  const over = isList(filter) ? 0 : overCount(slots, rest.now, rest.bounds);
  return (
    <section aria-labelledby="slots" className="pt-1">
      <h2 id="slots" className="sr-only scroll-mt-6">
        {doctorName ? t("titleFor", { doctor: doctorName }) : t("title")}
      </h2>
      <div
        aria-hidden
        className={`${slotColumns} kicker border-b border-line-strong pt-3 pb-1.5 max-[85rem]:hidden print:grid`}
      >
        <span>{t("time")}</span>
        <span>{t("places")}</span>
        <span className={lineColumns}>
          <span>{t("patient")}</span>
          <span>{t("service")}</span>
          <span>{t("doctor")}</span>
          <span>{t("state")}</span>
        </span>
      </div>
      {over > 0 && <Earlier slots={slots.slice(0, over)} filter={filter} {...rest} />}
      <Rows slots={slots.slice(over)} before={slots[over - 1]} filter={filter} {...rest} />
    </section>
  );
}

type RowsProps = Omit<BoardSlotsProps, "doctorName"> & { before?: BoardSlot };

function Rows({ slots, before, filter, bookHref, timeZone, now }: RowsProps) {
  const listed = isList(filter);
  const rows = listed ? slotsOf(slots, filter) : slots;
  return (
    <ol>
      {rows.map((slot, index) => {
        const previous = listed ? undefined : (rows[index - 1] ?? before);
        return (
          <Fragment key={slot.id}>
            {previous && previous.endsAt < slot.startsAt && (
              <Pause start={previous.endsAt} end={slot.startsAt} timeZone={timeZone} />
            )}
            <SlotRow slot={slot} filter={filter} bookHref={bookHref} timeZone={timeZone} now={now} />
          </Fragment>
        );
      })}
    </ol>
  );
}

function Earlier(props: RowsProps) {
  const t = useTranslations("staff.board");
  const schedule = useTranslations("schedule");
  const format = useFormatter();
  const { slots, timeZone, filter } = props;
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return null;
  const [start, end] = [first.startsAt, last.endsAt].map((at) => format.dateTime(at, "time", { timeZone })) as [
    string,
    string,
  ];
  const shown = appointmentsOf(slots).filter((appointment) => isShown(appointment, filter));
  const { done, missed } = dayFigures(shown);
  return (
    <details className="printed-open group/earlier border-b border-line">
      <summary className="figures flex min-h-12 items-center gap-x-3 text-ink-muted hover:text-ink" data-print="hide">
        <CaretRightIcon aria-hidden className="transition-transform group-open/earlier:rotate-90 rtl:rotate-180" />
        {schedule("timeRange", { start, end })}
        <span className="text-md">
          {t("seen", { count: done })}
          {missed > 0 && ` · ${t("missed", { count: missed })}`}
        </span>
      </summary>
      <div className="border-t border-line">
        <Rows {...props} />
      </div>
    </details>
  );
}
