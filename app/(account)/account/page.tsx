import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { passwordLength } from "#lib/accounts/password-policy.ts";
import { myProfile } from "#lib/accounts/server/my-profile.ts";
import { requireActor } from "#lib/auth/session.ts";
import { ownReminders } from "#lib/notifications/server/own-reminders.ts";
import { homeClinic } from "#lib/scheduling/server/clinic/clinics.ts";
import { FeedPanel } from "../../_calendar/feed-panel.tsx";
import { PasswordField } from "../_parts/password-field.tsx";
import { replacePassword, saveProfile, signOutEverywhere } from "./actions.ts";
import { OwnRemindersSection } from "./own-reminders.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.own"))("title") };
}

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ calendar?: string }> }) {
  const actor = await requireActor("/account");
  const [profile, t, feed, clinic, { calendar }] = await Promise.all([
    myProfile(actor),
    getTranslations("account"),
    getTranslations("calendar.page"),
    homeClinic(),
    searchParams,
  ]);
  const reminders = clinic && (await ownReminders(actor, { clinicId: clinic.id }));
  const shown = { showLabel: t("field.show"), hideLabel: t("field.hide") };
  return (
    <PageMain width="prose">
      <PageHeader title={t("own.title")} lead={t("own.lead", { email: profile.email })} />
      <Section id="details" title={t("own.details")}>
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
      </Section>
      {reminders?.ok && <OwnRemindersSection reminders={reminders.value} email={profile.email} />}
      <Section id="calendar" title={feed("title")} lead={feed("ownLead")}>
        <FeedPanel actor={actor} kind="patient" timeZone={clinic?.timeZone ?? "UTC"} done={calendar} />
      </Section>
      <Section
        id="password"
        title={t("own.password")}
        lead={profile.hasPassword ? t("own.passwordLead") : t("own.noPasswordLead")}
      >
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
      </Section>
      <Section id="programs" title={t("own.programs")} lead={t("own.programsLead")}>
        <div>
          <ButtonLink href="/account/tokens">{t("own.toPrograms")}</ButtonLink>
        </div>
      </Section>
      <Section id="devices" title={t("own.devices")} lead={t("own.devicesLead")}>
        <form action={signOutEverywhere}>
          <SubmitButton variant="danger" pendingLabel={t("own.ending")}>
            {t("own.endAll")}
          </SubmitButton>
        </form>
      </Section>
    </PageMain>
  );
}
