"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/field.tsx";
import { weekdays } from "./week.ts";
import { weekdayName } from "./weekday-name.ts";

/** "Copy Monday to …": takes one day's shifts over to others, before anything is saved. */
export function CopyDay({ onPress }: { onPress: (event: MouseEvent<HTMLButtonElement>) => void }) {
  const t = useTranslations("hours.copy");
  const format = useFormatter();
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-2 text-md">
      <legend className="sr-only">{t("legend")}</legend>
      <label htmlFor="copy-from" className="flex items-center gap-3">
        {t("from")}
        <Select id="copy-from" name="copy-from" defaultValue={0} className="w-auto!">
          {weekdays.map((day) => (
            <option key={day} value={day}>
              {weekdayName(format, day)}
            </option>
          ))}
        </Select>
      </label>
      <span aria-hidden>{t("to")}</span>
      <div className="flex flex-wrap gap-x-4">
        {weekdays.map((day) => (
          <label key={day} className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              name="copy-to"
              value={day}
              defaultChecked={day > 0 && day < 5}
              aria-label={weekdayName(format, day)}
              className="size-5 accent-pine"
            />
            <span aria-hidden>{weekdayName(format, day, "weekdayShort")}</span>
          </label>
        ))}
      </div>
      <Button type="submit" name="intent" value="copy" size="sm" onClick={onPress}>
        {t("copy")}
      </Button>
    </fieldset>
  );
}
