import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { homePath } from "#lib/auth/home-path.ts";
import { safeReturnPath } from "#lib/auth/return-path.ts";
import { currentActor } from "#lib/auth/session.ts";
import { env } from "#lib/env.ts";
import { PasswordField } from "../_parts/password-field.tsx";
import { signInWithPassword } from "./actions.ts";
import { DemoAccounts } from "./demo-accounts.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.signIn"))("title") };
}

interface Query {
  next?: string | string[];
  /** next-auth's own name for the same, as an absolute address. */
  callbackUrl?: string | string[];
  error?: string | string[];
  ended?: string | string[];
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [{ next, callbackUrl, error, ended }, actor, t] = await Promise.all([
    searchParams,
    currentActor(),
    getTranslations("account"),
  ]);
  const { siteUrl, oidc, demo } = env();
  const fromNextAuth = typeof callbackUrl === "string" ? callbackUrl.replace(siteUrl, "") : null;
  const returnTo = safeReturnPath(next) ?? safeReturnPath(fromNextAuth);
  if (actor) redirect(returnTo ?? homePath(actor));
  const passOn = returnTo ? `?next=${encodeURIComponent(returnTo)}` : "";

  return (
    <PageMain>
      <PageHeader title={t("signIn.title")} lead={returnTo ? t("signIn.leadReturn") : t("signIn.lead")} />
      <div className="grid gap-x-20 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
        <div className="grid max-w-md content-start gap-6 pb-10 sm:pb-14">
          {error && (
            <Notice tone="refusal" live title={t("refusal.provider.title")}>
              {t("refusal.provider.message")}
            </Notice>
          )}
          {ended && (
            <Notice tone="success" live>
              {t(ended === "deleted" ? "signIn.deleted" : "signIn.ended")}
            </Notice>
          )}
          <ActionForm action={signInWithPassword}>
            {returnTo && <input type="hidden" name="next" value={returnTo} />}
            <FormTextField name="email" type="email" autoComplete="username" label={t("field.email")} />
            <PasswordField
              name="password"
              autoComplete="current-password"
              label={t("field.password")}
              showLabel={t("field.show")}
              hideLabel={t("field.hide")}
            />
            <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
              <SubmitButton wide pendingLabel={t("signIn.pending")}>
                {t("signIn.submit")}
              </SubmitButton>
              <Link className="link inline-flex min-h-11 items-center" href="/forgot-password">
                {t("signIn.forgot")}
              </Link>
            </div>
          </ActionForm>
          {oidc && (
            <a className="link inline-flex min-h-11 items-center" href={`/sign-in/oidc${passOn}`}>
              {t("signIn.provider", { provider: new URL(oidc.issuer).hostname })}
            </a>
          )}
        </div>
        <div className="lg:border-s lg:border-line lg:ps-12">
          {demo && <DemoAccounts returnTo={returnTo} />}
          <Section id="new" title={t("signIn.new")} lead={t("signIn.newLead")}>
            <div>
              <ButtonLink href={`/register${passOn}`}>{t("signIn.register")}</ButtonLink>
            </div>
          </Section>
        </div>
      </div>
    </PageMain>
  );
}
