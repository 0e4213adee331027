"use client";

import { useTranslations } from "next-intl";
import { useFormState } from "#components/ui/action-form.tsx";
import { describedBy, Field, Input, Select } from "#components/ui/field.tsx";
import { type NoticeUnit, noticeUnits } from "#lib/notice-unit.ts";

const units = Object.keys(noticeUnits) as NoticeUnit[];

/** A number and its unit, labelled as one question. */
export function MinNoticeField() {
  const t = useTranslations("settings");
  const { values, fieldErrors, attempt } = useFormState();
  const errors = fieldErrors.minNotice;
  const hint = t("minNoticeHint");
  return (
    <Field id="minNotice" label={t("minNotice")} hint={hint} errors={errors}>
      <div className="flex gap-2">
        <Input
          id="minNotice"
          name="minNotice"
          type="number"
          inputMode="numeric"
          min={0}
          required
          defaultValue={values.minNotice}
          aria-describedby={describedBy("minNotice", { hint, errors })}
          invalid={!!errors?.length}
          className="figures w-24!"
        />
        <Select
          key={attempt}
          name="minNoticeUnit"
          defaultValue={values.minNoticeUnit}
          aria-label={t("minNoticeUnit")}
          className="min-w-0 flex-1"
        >
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {t(`unit.${unit}`)}
            </option>
          ))}
        </Select>
      </div>
    </Field>
  );
}
