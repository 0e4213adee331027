import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { passwordLength } from "#lib/accounts/password-policy.ts";
import { linkOwner } from "#lib/accounts/server/link-owner.ts";
import { readLinkToken } from "../_parts/link-cookie.ts";
import { PasswordField } from "../_parts/password-field.tsx";
import { chooseNewPassword } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.reset"))("title") };
}

export default async function ResetPasswordPage() {
  const t = await getTranslations("account");
  const owner = await linkOwner("reset_password", await readLinkToken());
  if (!owner) {
    return (
      <PageMain width="prose">
        <PageHeader title={t("reset.deadTitle")} lead={t("reset.deadLead")} />
        <ButtonLink variant="primary" href="/forgot-password">
          {t("reset.again")}
        </ButtonLink>
      </PageMain>
    );
  }
  return (
    <PageMain width="prose">
      <PageHeader title={t("reset.title")} lead={t("reset.lead", { email: owner.email })} />
      <ActionForm action={chooseNewPassword} className="grid max-w-md gap-6">
        <input type="hidden" autoComplete="username" value={owner.email} readOnly />
        <PasswordField
          name="password"
          autoComplete="new-password"
          minLength={passwordLength.min}
          label={t("field.newPassword")}
          hint={t("field.passwordHint", passwordLength)}
          showLabel={t("field.show")}
          hideLabel={t("field.hide")}
        />
        <div>
          <SubmitButton wide pendingLabel={t("reset.pending")}>
            {t("reset.submit")}
          </SubmitButton>
        </div>
      </ActionForm>
    </PageMain>
  );
}
