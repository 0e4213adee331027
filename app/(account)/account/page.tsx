import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { myProfile } from "#lib/accounts/server/my-profile.ts";
import { mySessions } from "#lib/accounts/server/my-sessions.ts";
import { ownSessionSecret } from "#lib/auth/browser-session.ts";
import { requireActor } from "#lib/auth/session.ts";
import { ownReminders } from "#lib/notifications/server/own-reminders.ts";
import { homeClinic } from "#lib/scheduling/server/clinic/clinics.ts";
import { FeedPanel } from "../../_calendar/feed-panel.tsx";
import { LanguageSwitch } from "../../_shell/language-switch.tsx";
import { OwnData } from "./own-data.tsx";
import { OwnDetails } from "./own-details.tsx";
import { OwnDevices } from "./own-devices.tsx";
import { OwnPassword } from "./own-password.tsx";
import { OwnRemindersSection } from "./own-reminders.tsx";
import { Part } from "./part.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.own"))("title") };
}

interface Query {
  calendar?: string;
  /** What was just done here. */
  done?: string;
}

export default async function AccountPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor("/account");
  const [profile, t, feed, clinic, sessions, { calendar, done }] = await Promise.all([
    myProfile(actor),
    getTranslations("account"),
    getTranslations("calendar.page"),
    homeClinic(),
    mySessions(actor, await ownSessionSecret()),
    searchParams,
  ]);
  const timeZone = clinic?.timeZone ?? "UTC";
  const reminders = clinic && (await ownReminders(actor, { clinicId: clinic.id }));
  return (
    <PageMain>
      <PageHeader title={t("own.title")} lead={t("own.lead", { email: profile.email })} />
      <OwnDetails profile={profile} />
      <Part id="language" title={t("own.language")} lead={t("own.languageLead")}>
        <LanguageSwitch />
      </Part>
      {reminders?.ok && <OwnRemindersSection reminders={reminders.value} email={profile.email} />}
      <Part id="calendar" title={feed("title")} lead={feed("ownLead")}>
        <FeedPanel actor={actor} kind="patient" timeZone={timeZone} done={calendar} />
      </Part>
      <OwnPassword profile={profile} />
      <Part id="programs" title={t("own.programs")} lead={t("own.programsLead")}>
        <div>
          <ButtonLink href="/account/tokens">{t("own.toPrograms")}</ButtonLink>
        </div>
      </Part>
      <OwnDevices sessions={sessions} timeZone={timeZone} done={done} />
      <OwnData mustWait={done === "wait"} />
    </PageMain>
  );
}
