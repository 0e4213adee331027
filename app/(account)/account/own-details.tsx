import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ProfileView } from "#lib/accounts/server/my-profile.ts";
import { saveProfile } from "./actions.ts";
import { Part } from "./part.tsx";

export function OwnDetails({ profile }: { profile: ProfileView }) {
  const t = useTranslations("account");
  return (
    <Part id="details" title={t("own.details")} lead={t("own.detailsLead")}>
      <ActionForm
        action={saveProfile}
        values={{ name: profile.name, phone: profile.phone ?? "" }}
        className="grid max-w-md gap-6"
      >
        <FormTextField name="name" autoComplete="name" maxLength={120} label={t("field.name")} />
        <FormTextField
          name="phone"
          type="tel"
          autoComplete="tel"
          optional
          label={t("field.phone")}
          hint={t("field.phoneHint")}
        />
        <div>
          <SubmitButton pendingLabel={t("own.saving")}>{t("own.save")}</SubmitButton>
        </div>
      </ActionForm>
    </Part>
  );
}
