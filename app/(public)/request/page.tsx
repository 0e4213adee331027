import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BookingSummary, type SummaryFact } from "#components/scheduling/booking-summary.tsx";
import { TimeZoneNote } from "#components/scheduling/time-zone-note.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FormTextareaField } from "#components/ui/form-fields.tsx";
import { Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import { confirmByLink, declineByLink } from "./actions.ts";
import { linkedRequest } from "./linked-request.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requestByLink"))("title"), robots: { index: false } };
}

/**
 * One request, opened by the link in its doctor's e-mail. Whoever else gets hold of that link learns no more here than
 * the mail said: no notes, no answers, no ways to reach the patient.
 */
export default async function RequestByLink() {
  const [t, linked] = await Promise.all([getTranslations("requestByLink"), linkedRequest()]);
  if (!linked) return <NoRequest />;
  const { appointment } = linked;
  const { startsAt, endsAt, timeZone, status, service, patient, urgent } = appointment;
  const facts: SummaryFact[] = [
    { label: t("patient"), value: patient.name || t("unnamed") },
    { label: t("service"), value: service.name },
  ];
  return (
    <PageMain width="prose">
      <PageHeader title={t(status === "pending" ? "title" : "answered")} lead={urgent ? t("urgent") : undefined} />
      <div className="grid gap-8">
        <div className="grid justify-items-start gap-2" role={status === "pending" ? undefined : "status"}>
          <StatusBadge status={status} look="filled" />
          <p className="measure">{t("state", { status })}</p>
        </div>
        <BookingSummary startsAt={startsAt} endsAt={endsAt} timeZone={timeZone} facts={facts}>
          <span className="text-md text-ink-muted">
            <TimeZoneNote timeZone={timeZone} at={startsAt} />
          </span>
        </BookingSummary>
        {status === "pending" && <AnswerForms appointment={appointment} />}
        <p className="measure text-md text-ink-muted">
          {t.rich("more", {
            link: (words) => (
              <Link className="link" href="/doctor">
                {words}
              </Link>
            ),
          })}
        </p>
      </div>
    </PageMain>
  );
}

async function AnswerForms({ appointment: { version } }: { appointment: AppointmentView }) {
  const t = await getTranslations("requestByLink");
  const seen = <input type="hidden" name="version" value={version} />;
  return (
    <>
      <ActionForm action={confirmByLink}>
        {seen}
        <div>
          <SubmitButton wide pendingLabel={t("confirming")}>
            {t("confirm")}
          </SubmitButton>
        </div>
      </ActionForm>
      <ActionForm action={declineByLink} className="grid gap-4 border-t border-line pt-8">
        {seen}
        <FormTextareaField
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          optional
          maxLength={500}
          rows={2}
          autoComplete="off"
        />
        <div>
          <SubmitButton variant="danger" wide pendingLabel={t("declining")}>
            {t("decline")}
          </SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}

/** For every link that opens nothing, whatever the reason. */
async function NoRequest() {
  const t = await getTranslations("requestByLink.none");
  return (
    <PageMain width="prose">
      <PageHeader title={t("title")} lead={t("lead")} />
      <div>
        <ButtonLink href="/doctor">{t("signIn")}</ButtonLink>
      </div>
    </PageMain>
  );
}
