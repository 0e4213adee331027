import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { findReminderSubscription } from "#lib/notifications/server/unsubscribe.ts";
import { currentClinic } from "../../_shell/current-clinic.ts";
import { readLinkToken } from "../../(account)/_parts/link-cookie.ts";
import { endReminders, haveRemindersAgain } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("unsubscribe"))("title"), robots: { index: false } };
}

/** What the link at the end of every reminder opens. Looking at it changes nothing. */
export default async function UnsubscribePage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const token = await readLinkToken();
  const [t, { done }, subscription] = await Promise.all([
    getTranslations("unsubscribe"),
    searchParams,
    token === null ? null : findReminderSubscription(token),
  ]);
  if (!subscription) return <NothingOpened />;
  const { clinicName: clinic, email, getsReminders } = subscription;
  return (
    <PageMain width="prose">
      <PageHeader
        title={t(getsReminders ? "title" : "endedTitle")}
        lead={t(getsReminders ? "lead" : "endedLead", { clinic, email })}
      />
      <div className="grid justify-items-start gap-6">
        {done === "again" && getsReminders && (
          <Notice tone="success" live title={t("againDone")}>
            {t("againDoneMore", { email })}
          </Notice>
        )}
        <p className="measure">{t(getsReminders ? "stillTold" : "howAgain")}</p>
        {getsReminders ? (
          <form action={endReminders}>
            <SubmitButton wide pendingLabel={t("ending")}>
              {t("end")}
            </SubmitButton>
          </form>
        ) : (
          <form action={haveRemindersAgain}>
            <SubmitButton variant="secondary" wide pendingLabel={t("resuming")}>
              {t("again")}
            </SubmitButton>
          </form>
        )}
        <p className="measure text-md text-ink-muted">
          {t.rich("account", {
            link: (words) => (
              <Link className="link" href="/account#reminders">
                {words}
              </Link>
            ),
          })}
        </p>
      </div>
    </PageMain>
  );
}

/** For every link that opens nothing, whatever the reason. */
async function NothingOpened() {
  const [t, clinic] = await Promise.all([getTranslations("unsubscribe.none"), currentClinic()]);
  return (
    <PageMain width="prose">
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="flex flex-wrap items-center gap-4">
        {clinic.phone && <PhoneLink phone={clinic.phone} />}
        <ButtonLink href="/account#reminders">{t("account")}</ButtonLink>
      </div>
    </PageMain>
  );
}
