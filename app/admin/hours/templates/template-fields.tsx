"use client";

import { useTranslations } from "next-intl";
import { FormTextField } from "#components/ui/form-fields.tsx";
import type { WeekTemplateView } from "#lib/scheduling/view.ts";
import type { TimeZone } from "#lib/time.ts";
import { ConcernedAppointments } from "../../_parts/concerned-appointments.tsx";

interface TemplateFieldsProps {
  /** Left out for a new one. */
  template?: Pick<WeekTemplateView, "id" | "name" | "validFrom" | "validTo">;
  timeZone: TimeZone;
}

/** A template's name and the days on which it holds, over its week. */
export function TemplateFields({ template, timeZone }: TemplateFieldsProps) {
  const t = useTranslations("hours.template");
  return (
    <>
      <ConcernedAppointments timeZone={timeZone} />
      {template && <input type="hidden" name="id" value={template.id} />}
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-[minmax(0,22rem)_12rem_12rem]">
        <div className="sm:col-span-2 lg:col-span-1">
          <FormTextField
            name="name"
            label={t("name")}
            hint={t("nameHint")}
            maxLength={80}
            defaultValue={template?.name}
          />
        </div>
        <FormTextField
          name="validFrom"
          type="date"
          label={t("from")}
          hint={t("fromHint")}
          defaultValue={template?.validFrom}
          className="figures"
        />
        <FormTextField
          name="validTo"
          type="date"
          label={t("to")}
          hint={t("toHint")}
          defaultValue={template?.validTo}
          className="figures"
        />
      </div>
    </>
  );
}
