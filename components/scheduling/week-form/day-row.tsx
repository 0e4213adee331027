"use client";

import { PlusIcon } from "@phosphor-icons/react/dist/ssr/Plus";
import { XIcon } from "@phosphor-icons/react/dist/ssr/X";
import { useFormatter, useTranslations } from "next-intl";
import { type CSSProperties, type MouseEvent, useEffect, useRef } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { FieldError, Input } from "#components/ui/field.tsx";
import { OpeningWords } from "./axis-legend.tsx";
import { HoursStrip, type Range, rowColumns } from "./hours-axis.tsx";
import { closeName, openMinutes, openName, type TypedShift } from "./week.ts";
import { useWeekWords } from "./week-words.ts";
import { weekdayName } from "./weekday-name.ts";

interface DayRowProps {
  day: number;
  shifts: TypedShift[];
  /** When the clinic is open that day, where somebody else's hours are typed. */
  opening: TypedShift[] | undefined;
  range: Range;
  /** Keyed `open-<day>-<shift>` and `close-<day>-<shift>`. */
  errors: Record<string, string[]>;
  onType: (shifts: TypedShift[]) => void;
  onLeave: () => void;
  onPress: (event: MouseEvent<HTMLButtonElement>) => void;
}

const quietButton =
  "inline-flex min-h-11 min-w-11 items-center justify-center rounded-md font-[560] transition-[background-color] duration-150 hover:bg-pine-wash";

/** One day of the week: its name, its shifts as pairs of times, and the day drawn on the common axis. */
export function DayRow({ day, shifts, opening, range, errors, onType, onLeave, onPress }: DayRowProps) {
  const t = useTranslations("hours");
  const words = useWeekWords();
  const name = weekdayName(useFormatter(), day);
  const list = useFocusOnNewShift(shifts.length);
  const open = openMinutes(shifts);
  return (
    <li className={classNames(rowColumns, "items-start gap-y-2 py-4")}>
      <h2
        id={`day-${day}`}
        className="flex items-baseline justify-between gap-x-3 text-lg lg:grid lg:gap-y-0.5 lg:pt-1.5"
      >
        {name}
        <span className="figures font-sans text-md font-normal tracking-normal text-ink-muted">
          {shifts.length === 0 ? words("closed") : t("length", { hours: Math.floor(open / 60), minutes: open % 60 })}
        </span>
      </h2>
      <fieldset
        ref={list}
        aria-labelledby={`day-${day}`}
        className="grid min-w-0 justify-items-start gap-x-1 gap-y-2 items-start lg:grid-cols-[20.25rem_minmax(0,1fr)]"
      >
        {shifts.map((shift, index) => (
          <ShiftLine
            key={openName(day, index)}
            names={{ open: openName(day, index), close: closeName(day, index) }}
            label={{ day: name, number: index + 1 }}
            shift={shift}
            errors={errors}
            onType={(edited) => onType(shifts.map((other, place) => (place === index ? edited : other)))}
            onLeave={onLeave}
            remove={{ value: `remove-${day}-${index}`, onPress }}
          />
        ))}
        <button
          type="submit"
          name="intent"
          value={`add-${day}`}
          onClick={onPress}
          title={shifts.length === 0 ? undefined : t("addShift")}
          className={classNames(quietButton, "text-pine", shifts.length > 0 && "lg:col-start-2 lg:row-(--last-line)")}
          style={{ "--last-line": shifts.length } as CSSProperties}
        >
          <PlusIcon aria-hidden weight="bold" className="size-4.5 shrink-0" />
          <span className={shifts.length === 0 ? "ms-2" : "ms-2 lg:sr-only"}>
            {shifts.length === 0 ? words("openDay") : t("addShift")}
            <span className="sr-only">, {name}</span>
          </span>
        </button>
      </fieldset>
      {opening && <OpeningWords opening={opening} />}
      <HoursStrip
        shifts={shifts}
        opening={opening}
        range={range}
        className="max-lg:order-2 max-lg:row-start-2 max-lg:h-5 lg:mt-1.5"
      />
    </li>
  );
}

interface ShiftLineProps {
  names: { open: string; close: string };
  label: { day: string; number: number };
  shift: TypedShift;
  errors: Record<string, string[]>;
  onType: (shift: TypedShift) => void;
  onLeave: () => void;
  remove: { value: string; onPress: (event: MouseEvent<HTMLButtonElement>) => void };
}

function ShiftLine({ names, label, shift, errors, onType, onLeave, remove }: ShiftLineProps) {
  const t = useTranslations("hours");
  const words = useWeekWords();
  const sides = ["open", "close"] as const;
  return (
    <div className="grid w-full gap-1.5 lg:col-start-1">
      <div className="flex items-center gap-1.5 sm:gap-2">
        {sides.map((side) => (
          <span key={side} className="contents">
            {side === "close" && (
              <span aria-hidden className="text-ink-faint">
                –
              </span>
            )}
            <Input
              id={names[side]}
              name={names[side]}
              type="time"
              step={300}
              aria-label={words(side, label)}
              aria-describedby={errors[names[side]] ? `${names[side]}-error` : undefined}
              invalid={errors[names[side]] !== undefined}
              value={shift[side]}
              onChange={(event) => onType({ ...shift, [side]: event.target.value })}
              onBlur={(event) => isTime(event.relatedTarget) && onLeave()}
              className="figures min-w-0 flex-1 ps-2.5! pe-1.5! max-sm:[&::-webkit-calendar-picker-indicator]:hidden sm:w-32! sm:flex-none"
            />
          </span>
        ))}
        <button
          type="submit"
          name="intent"
          value={remove.value}
          onClick={remove.onPress}
          aria-label={t("removeShift", label)}
          title={t("removeShift", label)}
          className={classNames(quietButton, "text-ink-muted")}
        >
          <XIcon aria-hidden className="size-4.5" />
        </button>
      </div>
      {sides.map((side) => (
        <FieldError key={side} id={names[side]} errors={errors[names[side]]} />
      ))}
    </div>
  );
}

/** Words that appear while somebody presses a button below would move it from under the pointer. */
function isTime(goingTo: EventTarget | null): boolean {
  return goingTo instanceof HTMLInputElement && goingTo.type === "time";
}

/** A shift that was just added is where one goes on typing. */
function useFocusOnNewShift(count: number) {
  const list = useRef<HTMLFieldSetElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count === before.current + 1 && list.current?.contains(document.activeElement)) {
      const times = list.current.querySelectorAll<HTMLInputElement>('input[type="time"]');
      times[times.length - 2]?.focus();
    }
    before.current = count;
  }, [count]);
  return list;
}
