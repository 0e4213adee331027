import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FormTextareaField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { cancel } from "./actions.ts";

export function CancelForm({ id, version }: { id: string; version: number }) {
  const t = useTranslations("patient.cancel");
  return (
    <ActionForm action={cancel}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <FormTextareaField
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        optional
        maxLength={500}
        rows={3}
        autoComplete="off"
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="danger" wide pendingLabel={t("pending")}>
          {t("submit")}
        </SubmitButton>
        <ButtonLink href={`/patient/appointments/${id}`} variant="quiet" wide>
          {t("keep")}
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
