import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FormCheckbox } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { PasswordField } from "../../_parts/password-field.tsx";
import { deleteAccount } from "./actions.ts";

export function DeleteForm() {
  const t = useTranslations("account");
  return (
    <ActionForm action={deleteAccount} className="grid max-w-md gap-6">
      <PasswordField
        name="password"
        autoComplete="current-password"
        label={t("field.password")}
        showLabel={t("field.show")}
        hideLabel={t("field.hide")}
      />
      <FormCheckbox id="sure" name="sure" label={t("delete.sure")} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="danger" pendingLabel={t("delete.pending")}>
          {t("delete.submit")}
        </SubmitButton>
        <ButtonLink href="/account" variant="quiet">
          {t("delete.keep")}
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
