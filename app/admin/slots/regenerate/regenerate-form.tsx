"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { LocalDate, TimeZone } from "#lib/time.ts";
import { ConcernedAppointments } from "../../_parts/concerned-appointments.tsx";
import { regenerate } from "../actions.ts";

interface RegenerateFormProps {
  suggested: { from: LocalDate; to: LocalDate };
  timeZone: TimeZone;
}

export function RegenerateForm({ suggested, timeZone }: RegenerateFormProps) {
  const t = useTranslations("slots.regenerate");
  return (
    <ActionForm action={regenerate} className="grid max-w-prose gap-6" noValidate>
      <ConcernedAppointments timeZone={timeZone} />
      <div className="grid gap-6 sm:grid-cols-2">
        <FormTextField name="startDate" type="date" label={t("from")} defaultValue={suggested.from} />
        <FormTextField name="endDate" type="date" label={t("to")} defaultValue={suggested.to} />
      </div>
      <p className="measure text-md text-ink-muted">{t("safe")}</p>
      <SubmitButton pendingLabel={t("working")} wide className="justify-self-start">
        {t("submit")}
      </SubmitButton>
    </ActionForm>
  );
}
