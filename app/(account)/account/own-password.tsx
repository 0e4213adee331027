import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { passwordLength } from "#lib/accounts/password-policy.ts";
import type { ProfileView } from "#lib/accounts/server/my-profile.ts";
import { PasswordField } from "../_parts/password-field.tsx";
import { replacePassword } from "./actions.ts";
import { Part } from "./part.tsx";

export function OwnPassword({ profile }: { profile: ProfileView }) {
  const t = useTranslations("account");
  const shown = { showLabel: t("field.show"), hideLabel: t("field.hide") };
  const lead = profile.hasPassword ? t("own.passwordLead") : t("own.noPasswordLead");
  return (
    <Part id="password" title={t("own.password")} lead={lead}>
      {profile.hasPassword ? (
        <ActionForm action={replacePassword} className="grid max-w-md gap-6">
          <input type="hidden" autoComplete="username" value={profile.email} readOnly />
          <PasswordField
            name="currentPassword"
            autoComplete="current-password"
            label={t("field.currentPassword")}
            {...shown}
          />
          <PasswordField
            name="password"
            autoComplete="new-password"
            minLength={passwordLength.min}
            label={t("field.newPassword")}
            hint={t("field.passwordHint", passwordLength)}
            {...shown}
          />
          <div>
            <SubmitButton variant="secondary" pendingLabel={t("own.saving")}>
              {t("own.changePassword")}
            </SubmitButton>
          </div>
        </ActionForm>
      ) : (
        <div>
          <ButtonLink href="/forgot-password">{t("own.setPassword")}</ButtonLink>
        </div>
      )}
    </Part>
  );
}
