import { useFormatter, useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { AvailableDay, Offer } from "#lib/scheduling/availability.ts";
import type { EpochMs, TimeZone } from "#lib/time.ts";
import { dayInUtc, minuteOfDay } from "./day-axis.ts";
import { GaugeBar } from "./occupancy-gauge.tsx";

interface SlotPickerProps {
  days: readonly AvailableDay[];
  timeZone: TimeZone;
  /** The question the radios answer: "Choose a time". */
  legend: string;
  /** Names by doctor id, for the accessible names. */
  doctorNames: Record<string, string>;
  /** Of the service chosen. */
  durationMinutes: number;
  /** Form field; its value is the start in epoch milliseconds. */
  name?: string;
  chosen?: EpochMs;
  errors?: string[];
}

/**
 * Radios in a form, grouped by day. On phones a list of days; from 48rem columns of days in which equal times stand in
 * one line, like a printed timetable. Pure HTML: post it or GET it.
 */
export function SlotPicker({ days, timeZone, legend, name = "startsAt", errors, ...rest }: SlotPickerProps) {
  const rows = rowsOf(days, timeZone);
  return (
    <fieldset className="min-w-0" aria-describedby={errors?.length ? `${name}-error` : undefined}>
      <legend className="sr-only">{legend}</legend>
      {errors?.length ? (
        <p id={`${name}-error`} className="pb-3 font-medium text-brick">
          {errors.join(" ")}
        </p>
      ) : null}
      <ol
        className="border-y border-line max-md:divide-y max-md:divide-line md:grid md:grid-cols-[repeat(var(--days),minmax(0,1fr))] md:grid-rows-[auto_repeat(var(--rows),auto)] md:divide-x md:divide-line"
        style={{ "--days": days.length, "--rows": Math.max(1, rows.length) } as CSSProperties}
      >
        {days.map((day) => (
          <PickerDay
            key={day.localDate}
            day={day}
            rows={rows}
            timeZone={timeZone}
            name={name}
            errors={errors}
            {...rest}
          />
        ))}
      </ol>
    </fieldset>
  );
}

type PickerDayProps = Omit<SlotPickerProps, "days" | "legend" | "name"> & {
  day: AvailableDay;
  rows: number[];
  name: string;
};

function PickerDay({ day, rows, timeZone, name, ...rest }: PickerDayProps) {
  const format = useFormatter();
  const t = useTranslations("schedule");
  const date = dayInUtc(day.localDate);
  const dayName = format.dateTime(date, "day", { timeZone: "UTC" });
  const empty = day.offers.length === 0;
  return (
    <li
      id={`${name}-${day.localDate}`}
      className={classNames(
        "min-w-0 max-md:py-3 md:row-span-full md:grid md:grid-rows-subgrid",
        empty && "max-md:flex max-md:flex-wrap max-md:items-baseline max-md:justify-between max-md:gap-x-4",
      )}
    >
      <div className="max-md:sticky max-md:top-0 max-md:z-10 max-md:bg-paper max-md:py-1 md:border-b md:border-line md:px-2 md:pt-3 md:pb-3 md:text-center">
        <span className="sr-only">{dayName}</span>
        <span aria-hidden className={classNames("font-display text-lg md:hidden", empty && "text-ink-faint")}>
          {dayName}
        </span>
        <span aria-hidden className="hidden md:block">
          <span className="block text-md text-ink-muted">
            {format.dateTime(date, "weekdayShort", { timeZone: "UTC" })}
          </span>
          <span className={classNames("numeral block text-2xl", empty && "text-ink-faint")}>
            {format.dateTime(date, "dayNumber", { timeZone: "UTC" })}
          </span>
          <span className="block text-sm text-ink-faint">
            {format.dateTime(date, "monthShort", { timeZone: "UTC" })}
          </span>
        </span>
      </div>
      {empty ? (
        <p className="text-md text-ink-faint md:row-start-2 md:-row-end-1 md:px-2 md:py-4 md:text-center">
          {t(`day.${day.state === "open" ? "nothing" : day.state}`)}
          {day.reason && <span className="text-sm md:block"> {day.reason}</span>}
        </p>
      ) : (
        <div className="max-md:grid max-md:grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] max-md:gap-2 max-md:pt-2 md:contents">
          {day.offers.map((offer) => (
            <OfferRadio
              key={`${offer.startsAt}-${offer.endsAt}`}
              offer={offer}
              row={rows.indexOf(minuteOfDay(offer.startsAt, timeZone)) + 2}
              dayName={dayName}
              timeZone={timeZone}
              name={name}
              {...rest}
            />
          ))}
        </div>
      )}
    </li>
  );
}

type OfferRadioProps = Pick<SlotPickerProps, "timeZone" | "doctorNames" | "durationMinutes" | "chosen" | "errors"> & {
  offer: Offer;
  row: number;
  dayName: string;
  name: string;
};

function OfferRadio({
  offer,
  row,
  dayName,
  timeZone,
  name,
  doctorNames,
  durationMinutes,
  chosen,
  errors,
}: OfferRadioProps) {
  const format = useFormatter();
  const t = useTranslations("schedule");
  const time = format.dateTime(offer.startsAt, "time", { timeZone });
  const [doctorId, ...others] = offer.doctorIds;
  const doctor = others.length === 0 && doctorId ? (doctorNames[doctorId] ?? t("anyDoctor")) : t("anyDoctor");
  const leftId = `${name}-${offer.startsAt}-left`;
  return (
    <label style={{ "--row": row } as CSSProperties} className="group time-choice">
      <input
        type="radio"
        name={name}
        value={offer.startsAt}
        defaultChecked={offer.startsAt === chosen}
        required
        aria-invalid={errors?.length ? true : undefined}
        aria-describedby={leftId}
      />
      <span className="sr-only">{[dayName, time, doctor, t("minutes", { count: durationMinutes })].join(", ")}</span>
      <span aria-hidden className="flex flex-wrap items-baseline justify-between gap-x-1.5 gap-y-1 leading-none">
        <span className="figures font-[560]">{time}</span>
        <span
          id={leftId}
          className={classNames(
            "figures text-xs leading-none group-has-checked:text-on-pine",
            offer.remaining === 1 ? "font-semibold text-requested" : "text-ink-faint",
          )}
        >
          {t("placesLeft", { count: offer.remaining })}
        </span>
      </span>
      <GaugeBar booked={offer.capacity - offer.remaining} capacity={offer.capacity} className="h-0.75 flex-none" />
    </label>
  );
}

/** Every time of day that some day offers, ascending: the rows of the timetable. */
function rowsOf(days: readonly AvailableDay[], timeZone: TimeZone): number[] {
  const minutes = days.flatMap((day) => day.offers.map((offer) => minuteOfDay(offer.startsAt, timeZone)));
  return [...new Set(minutes)].sort((a, b) => a - b);
}
