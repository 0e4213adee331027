import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { linkOwner } from "#lib/accounts/server/link-owner.ts";
import { readLinkToken } from "../_parts/link-cookie.ts";
import { NoMailServer } from "../_parts/no-mail-server.tsx";
import { PasswordField } from "../_parts/password-field.tsx";
import { confirmEmail, sendAnotherLink } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.verify"))("title") };
}

export default async function VerifyEmailPage({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  const [{ sent }, token, t] = await Promise.all([searchParams, readLinkToken(), getTranslations("account")]);
  const owner = await linkOwner("verify_email", token);
  if (owner) {
    return (
      <PageMain width="prose">
        <PageHeader title={t("verify.title")} lead={t("verify.lead", { email: owner.email })} />
        <ActionForm action={confirmEmail} className="grid max-w-md gap-6">
          <input type="hidden" autoComplete="username" value={owner.email} readOnly />
          <PasswordField
            name="password"
            autoComplete="current-password"
            label={t("field.password")}
            hint={t("verify.passwordHint")}
            showLabel={t("field.show")}
            hideLabel={t("field.hide")}
          />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <SubmitButton wide pendingLabel={t("verify.pending")}>
              {t("verify.submit")}
            </SubmitButton>
            <Link className="link inline-flex min-h-11 items-center" href="/forgot-password">
              {t("signIn.forgot")}
            </Link>
          </div>
        </ActionForm>
      </PageMain>
    );
  }
  const isDead = token !== null && !sent;
  return (
    <PageMain width="prose">
      <PageHeader
        title={isDead ? t("verify.deadTitle") : t("verify.sentTitle")}
        lead={isDead ? t("verify.deadLead") : t("verify.sentLead")}
      />
      <NoMailServer />
      <Section id="again" title={t("verify.againTitle")} lead={t("verify.againLead")}>
        <ActionForm action={sendAnotherLink} className="grid max-w-md gap-6">
          <FormTextField name="email" type="email" autoComplete="email" label={t("field.email")} />
          <div>
            <SubmitButton variant="secondary" pendingLabel={t("verify.againPending")}>
              {t("verify.againSubmit")}
            </SubmitButton>
          </div>
        </ActionForm>
      </Section>
    </PageMain>
  );
}
