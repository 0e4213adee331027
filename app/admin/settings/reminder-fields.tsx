"use client";

import { useTranslations } from "next-intl";
import { useFormState } from "#components/ui/action-form.tsx";
import { FieldError, Input, Select } from "#components/ui/field.tsx";
import { type NoticeUnit, noticeUnits } from "#lib/notice-unit.ts";
import { amountField, reminderRows, unitField } from "./reminder-rows.ts";

const units = Object.keys(noticeUnits).toReversed() as NoticeUnit[];

/** One line per reminder: a number and its unit. Only a reader needs to hear which line it is. */
export function ReminderFields() {
  const t = useTranslations("reminders.clinic");
  const { values, fieldErrors, attempt } = useFormState();
  return (
    <fieldset className="grid min-w-0 gap-3" aria-describedby="reminder-hint">
      <legend className="mb-1 font-[560]">{t("rows")}</legend>
      <p id="reminder-hint" className="-mt-1 mb-1 measure text-md text-ink-muted">
        {t("rowHint")}
      </p>
      {reminderRows.map((n) => {
        const [amount, unit] = [amountField(n), unitField(n)];
        const errors = fieldErrors[amount];
        return (
          <div key={n} className="grid gap-1.5">
            <div className="flex gap-2">
              <Input
                id={amount}
                name={amount}
                type="number"
                inputMode="numeric"
                min={1}
                defaultValue={values[amount]}
                aria-label={t("row", { n })}
                aria-describedby={errors?.length ? `${amount}-error` : undefined}
                invalid={!!errors?.length}
                className="figures w-24!"
              />
              <Select
                key={attempt}
                name={unit}
                defaultValue={values[unit]}
                aria-label={t("unit", { n })}
                className="min-w-0 flex-1 sm:max-w-56"
              >
                {units.map((each) => (
                  <option key={each} value={each}>
                    {t(`unitBefore.${each}`)}
                  </option>
                ))}
              </Select>
            </div>
            <FieldError id={amount} errors={errors} />
          </div>
        );
      })}
    </fieldset>
  );
}
