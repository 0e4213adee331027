import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { NoMailServer } from "../_parts/no-mail-server.tsx";
import { sendResetLink } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.forgot"))("title") };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations("account");
  return (
    <PageMain width="prose">
      <PageHeader title={t("forgot.title")} lead={t("forgot.lead")} />
      <NoMailServer />
      <ActionForm action={sendResetLink} className="grid max-w-md gap-6">
        <FormTextField name="email" type="email" autoComplete="username" label={t("field.email")} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <SubmitButton wide pendingLabel={t("forgot.pending")}>
            {t("forgot.submit")}
          </SubmitButton>
          <Link className="link inline-flex min-h-11 items-center" href="/sign-in">
            {t("forgot.back")}
          </Link>
        </div>
      </ActionForm>
    </PageMain>
  );
}
