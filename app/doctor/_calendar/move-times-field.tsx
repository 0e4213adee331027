"use client";

import { CaretLeftIcon } from "@phosphor-icons/react/dist/ssr/CaretLeft";
import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { Bone } from "#components/ui/bone.tsx";
import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/text-field.tsx";
import type { EpochMs, LocalDate, TimeZone } from "#lib/time.ts";
import { daysLater } from "./days-later.ts";
import type { Choices } from "./move-dialog.tsx";

interface MoveTimesFieldProps {
  choices: Choices;
  doctorId: string;
  onDoctor: (doctorId: string) => void;
  onWeek: (from: LocalDate) => void;
  chosen: EpochMs | null;
  onChoose: (startsAt: EpochMs) => void;
  timeZone: TimeZone;
  /** Where the same can be chosen when this cannot be loaded. */
  pageHref: string;
}

/** A week of times as one group of radios, by day. */
export function MoveTimesField(props: MoveTimesFieldProps) {
  const { choices, doctorId, onDoctor, onWeek, chosen, onChoose, timeZone, pageHref } = props;
  const t = useTranslations("doctorCalendar.dialog");
  const format = useFormatter();
  if (choices === "loading") return <TimesOnTheirWay />;
  if (choices === "failed") {
    return (
      <p role="alert">
        {t("failed")}{" "}
        <a href={pageHref} className="link">
          {t("page")}
        </a>
      </p>
    );
  }
  const { from, to, today, last, doctors, days } = choices;
  const free = days.filter(({ starts }) => starts.length > 0);
  const nameOf = (day: LocalDate) => format.dateTime(dayInUtc(day), "day", { timeZone: "UTC" });
  const before = daysLater(from, -7);
  return (
    <>
      {doctors.length > 1 && (
        <SelectField
          id="move-doctor"
          name="doctorId"
          label={t("doctor")}
          value={doctorId}
          onChange={(event) => onDoctor(event.currentTarget.value)}
        >
          <option value="">{t("sameDoctor")}</option>
          <option value="any">{t("anyDoctor")}</option>
          {doctors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <fieldset className="grid gap-4">
        <legend className="float-start font-[560]">{t("time")}</legend>
        <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line pb-2">
          <p aria-live="polite" className="font-display text-lg">
            {format.dateTimeRange(dayInUtc(from), dayInUtc(to), { day: "numeric", month: "short", timeZone: "UTC" })}
          </p>
          <div className="flex gap-1">
            <Button
              size="sm"
              className="min-h-11 min-w-11"
              disabled={from <= today}
              onClick={() => onWeek(before > today ? before : today)}
              aria-label={t("earlier")}
            >
              <CaretLeftIcon aria-hidden className="size-5 rtl:-scale-x-100" />
            </Button>
            <Button
              size="sm"
              className="min-h-11 min-w-11"
              disabled={to >= last}
              onClick={() => onWeek(daysLater(from, 7))}
              aria-label={t("later")}
            >
              <CaretRightIcon aria-hidden className="size-5 rtl:-scale-x-100" />
            </Button>
          </div>
        </div>
        {free.length === 0 && <p className="text-ink-muted">{t("nothing")}</p>}
        <div className="grid max-h-72 gap-4 overflow-y-auto pe-1" tabIndex={-1}>
          {free.map(({ localDate, starts }) => (
            <div key={localDate} className="grid gap-2">
              <p aria-hidden className="text-md text-ink-muted">
                {nameOf(localDate)}
              </p>
              <div className="flex flex-wrap gap-2">
                {starts.map((startsAt) => (
                  <label
                    key={startsAt}
                    className="figures relative grid min-h-11 min-w-16 cursor-pointer place-items-center rounded-md border border-line-control bg-raised px-3 has-checked:border-pine has-checked:bg-pine has-checked:text-on-pine has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
                  >
                    <input
                      type="radio"
                      name="startsAt"
                      value={startsAt}
                      checked={chosen === startsAt}
                      onChange={() => onChoose(startsAt)}
                      className="absolute inset-0 cursor-pointer appearance-none opacity-0"
                    />
                    <span className="sr-only">{nameOf(localDate)}, </span>
                    {format.dateTime(startsAt, "time", { timeZone })}
                  </label>
                ))}
              </div>
            </div>
          ))}
        </div>
      </fieldset>
    </>
  );
}

const awaited = ["w-full", "w-3/4", "w-5/6"];

function TimesOnTheirWay() {
  const t = useTranslations("doctorCalendar.dialog");
  return (
    <div className="grid gap-4">
      <p role="status" className="border-b border-line pb-2 leading-11 text-ink-muted">
        {t("loading")}
      </p>
      {awaited.map((width) => (
        <div key={width} className="grid gap-2">
          <Bone className="h-5 w-36" />
          <Bone className={`h-11 ${width}`} />
        </div>
      ))}
    </div>
  );
}
