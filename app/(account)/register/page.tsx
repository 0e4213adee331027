import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { passwordLength } from "#lib/accounts/password-policy.ts";
import { homePath } from "#lib/auth/home-path.ts";
import { safeReturnPath, signInPath } from "#lib/auth/return-path.ts";
import { currentActor } from "#lib/auth/session.ts";
import { PasswordField } from "../_parts/password-field.tsx";
import { register } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.register"))("title") };
}

export default async function RegisterPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const [{ next }, actor, t] = await Promise.all([searchParams, currentActor(), getTranslations("account")]);
  const returnTo = safeReturnPath(next);
  if (actor) redirect(returnTo ?? homePath(actor));
  return (
    <PageMain width="prose">
      <PageHeader title={t("register.title")} lead={t("register.lead")} />
      <ActionForm action={register} className="grid max-w-md gap-6">
        {returnTo && <input type="hidden" name="next" value={returnTo} />}
        <FormTextField name="name" autoComplete="name" maxLength={120} label={t("field.name")} />
        <FormTextField
          name="email"
          type="email"
          autoComplete="email"
          label={t("field.email")}
          hint={t("register.emailHint")}
        />
        <FormTextField
          name="phone"
          type="tel"
          autoComplete="tel"
          optional
          label={t("field.phone")}
          hint={t("field.phoneHint")}
        />
        <PasswordField
          name="password"
          autoComplete="new-password"
          minLength={passwordLength.min}
          label={t("field.password")}
          hint={t("field.passwordHint", passwordLength)}
          showLabel={t("field.show")}
          hideLabel={t("field.hide")}
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <SubmitButton wide pendingLabel={t("register.pending")}>
            {t("register.submit")}
          </SubmitButton>
          <Link className="link inline-flex min-h-11 items-center" href={signInPath(returnTo)}>
            {t("register.signIn")}
          </Link>
        </div>
      </ActionForm>
    </PageMain>
  );
}
