import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { InvitationOffer } from "#lib/accounts/invitations.ts";
import { passwordLength } from "#lib/accounts/password-policy.ts";
import { PasswordField } from "../_parts/password-field.tsx";
import { accept } from "./actions.ts";

interface AcceptFormProps {
  offer: InvitationOffer;
  /** The name of the invited person, where this browser is theirs already. */
  signedInAs: string | null;
}

/** What is left to do: choose a name and a password, prove an account, or just say yes. */
export function AcceptForm({ offer: { email, account, hasPassword }, signedInAs }: AcceptFormProps) {
  const [t, field] = [useTranslations("account.invitation"), useTranslations("account.field")];
  const shown = { showLabel: field("show"), hideLabel: field("hide") };
  if (signedInAs !== null) {
    return (
      <ActionForm action={accept} className="grid gap-4">
        <p className="text-ink-muted">{t("signedIn", { name: signedInAs })}</p>
        <AcceptButton label={t("accept")} />
      </ActionForm>
    );
  }
  if (account === "open") {
    return (
      <Section id="you" title={t("known")} lead={t(hasPassword ? "knownLead" : "noPassword", { email })}>
        {hasPassword ? (
          <ActionForm action={accept} className="grid max-w-md gap-6">
            <input type="hidden" autoComplete="username" value={email} readOnly />
            <PasswordField name="password" autoComplete="current-password" label={field("password")} {...shown} />
            <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
              <AcceptButton label={t("accept")} />
              <Link className="link inline-flex min-h-11 items-center" href="/forgot-password">
                {t("forgot")}
              </Link>
            </div>
          </ActionForm>
        ) : (
          <div>
            <ButtonLink href="/sign-in?next=/invitation" variant="primary">
              {t("signIn")}
            </ButtonLink>
          </div>
        )}
      </Section>
    );
  }
  return (
    <Section id="you" title={t("new")} lead={t("newLead", { email })}>
      <ActionForm action={accept} className="grid max-w-md gap-6">
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <FormTextField name="name" autoComplete="name" maxLength={120} label={field("name")} />
        <PasswordField
          name="password"
          autoComplete="new-password"
          minLength={passwordLength.min}
          label={field("password")}
          hint={field("passwordHint", passwordLength)}
          {...shown}
        />
        <AcceptButton label={t("join")} />
      </ActionForm>
    </Section>
  );
}

function AcceptButton({ label }: { label: string }) {
  const t = useTranslations("account.invitation");
  return (
    <div>
      <SubmitButton wide pendingLabel={t("pending")}>
        {label}
      </SubmitButton>
    </div>
  );
}
