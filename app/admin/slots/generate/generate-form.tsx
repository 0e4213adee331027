"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { LocalDate } from "#lib/time.ts";
import { generate } from "../actions.ts";

interface GenerateFormProps {
  suggested: { from: LocalDate; to: LocalDate };
  slotMinutes: number;
  capacity: number;
}

export function GenerateForm({ suggested, slotMinutes, capacity }: GenerateFormProps) {
  const t = useTranslations("slots.generate");
  return (
    <ActionForm action={generate} className="grid max-w-prose gap-6" noValidate>
      <div className="grid gap-6 sm:grid-cols-2">
        <FormTextField name="startDate" type="date" label={t("from")} defaultValue={suggested.from} />
        <FormTextField name="endDate" type="date" label={t("to")} defaultValue={suggested.to} />
        <FormTextField
          name="slotMinutes"
          type="number"
          inputMode="numeric"
          min={15}
          max={480}
          label={t("minutes")}
          hint={t("minutesHint")}
          defaultValue={slotMinutes}
        />
        <FormTextField
          name="capacity"
          type="number"
          inputMode="numeric"
          min={1}
          max={1000}
          label={t("capacity")}
          hint={t("capacityHint")}
          defaultValue={capacity}
        />
      </div>
      <p className="measure text-md text-ink-muted">{t("safe")}</p>
      <SubmitButton pendingLabel={t("working")} wide className="justify-self-start">
        {t("submit")}
      </SubmitButton>
    </ActionForm>
  );
}
