import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { sendPlanLink } from "./actions.ts";

/** For somebody whose e-mail with the link is gone: number and address bring another. */
export function LinkForm() {
  const t = useTranslations("plans.link");
  return (
    <ActionForm action={sendPlanLink} className="grid max-w-prose gap-6">
      <div className="grid items-start gap-x-6 gap-y-6 sm:grid-cols-2">
        <FormTextField
          name="number"
          label={t("number")}
          hint={t("numberHint")}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={30}
          className="figures uppercase placeholder:normal-case"
        />
        <FormTextField
          name="email"
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          autoComplete="email"
          maxLength={254}
        />
      </div>
      <div>
        <SubmitButton variant="secondary" wide pendingLabel={t("sending")}>
          {t("send")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
