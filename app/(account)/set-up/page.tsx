import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { passwordLength } from "#lib/accounts/password-policy.ts";
import { isFirstAdminLink } from "#lib/accounts/server/first-admin.ts";
import { readLinkToken } from "../_parts/link-cookie.ts";
import { PasswordField } from "../_parts/password-field.tsx";
import { setUp } from "./actions.ts";
import { CountryField, CurrencyField, TimeZoneField } from "./place-fields.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.setUp"))("title") };
}

export default async function SetUpPage() {
  const [token, t, locale] = await Promise.all([readLinkToken(), getTranslations("account"), getLocale()]);
  if (!token || !(await isFirstAdminLink(token))) {
    return (
      <PageMain width="prose">
        <PageHeader title={t("setUp.deadTitle")} lead={t("setUp.deadLead")} />
      </PageMain>
    );
  }
  return (
    <PageMain width="prose">
      <PageHeader title={t("setUp.title")} lead={t("setUp.lead")} />
      <ActionForm action={setUp} className="grid max-w-md">
        <Section id="practice" title={t("setUp.practice")}>
          <div className="grid gap-6">
            <FormTextField
              name="clinicName"
              autoComplete="organization"
              maxLength={120}
              label={t("setUp.clinicName")}
            />
            <FormTextField
              name="slug"
              optional
              autoCapitalize="none"
              spellCheck={false}
              maxLength={60}
              label={t("setUp.slug")}
              hint={t("setUp.slugHint")}
            />
            <CountryField label={t("setUp.country")} choose={t("setUp.choose")} locale={locale} />
            <TimeZoneField label={t("setUp.timeZone")} hint={t("setUp.timeZoneHint")} choose={t("setUp.choose")} />
            <CurrencyField label={t("setUp.currency")} choose={t("setUp.choose")} locale={locale} />
          </div>
        </Section>
        <Section id="you" title={t("setUp.you")} lead={t("setUp.youLead")}>
          <div className="grid gap-6">
            <FormTextField name="name" autoComplete="name" maxLength={120} label={t("field.name")} />
            <FormTextField name="email" type="email" autoComplete="username" label={t("field.email")} />
            <PasswordField
              name="password"
              autoComplete="new-password"
              minLength={passwordLength.min}
              label={t("field.password")}
              hint={t("field.passwordHint", passwordLength)}
              showLabel={t("field.show")}
              hideLabel={t("field.hide")}
            />
            <div>
              <SubmitButton wide pendingLabel={t("setUp.pending")}>
                {t("setUp.submit")}
              </SubmitButton>
            </div>
          </div>
        </Section>
      </ActionForm>
    </PageMain>
  );
}
