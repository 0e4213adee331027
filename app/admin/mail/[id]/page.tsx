import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { findMail } from "#lib/notifications/server/mail-log.ts";
import { adminClinic } from "../../_shell/admin-clinic.ts";
import { answered } from "../../_shell/answered.ts";
import { resend } from "../actions.ts";
import { MailState } from "../mail-state.tsx";
import { CopyLink } from "./copy-link.tsx";
import { Tries } from "./tries.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailLog"))("title") };
}

const resendable = ["dead", "sent", "queued"] as const;
const isResendable = (state: string): state is (typeof resendable)[number] => resendable.some((name) => name === state);

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export default async function MailPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, clinic } = await adminClinic();
  const { id } = await params;
  if (!uuid.test(id)) notFound();
  const [mail, t, format] = await Promise.all([
    findMail(actor, id).then(answered),
    getTranslations("mailLog"),
    getFormatter(),
  ]);
  const moment = (instant: number) => format.dateTime(instant, "moment", { timeZone: clinic.timeZone });
  const facts = [
    [t("column.recipient"), mail.recipient],
    [t("column.channel"), t(`channel.${mail.channel}`)],
    [t("column.state"), <MailState key="state" state={mail.state} />],
    [t("column.when"), moment(mail.createdAt)],
    ...(mail.sentAt ? [[t("column.sent"), moment(mail.sentAt)]] : []),
    ...(mail.nextAttemptAt && mail.attempts > 0 ? [[t("column.next"), moment(mail.nextAttemptAt)]] : []),
  ] as const;

  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href="/admin/mail">{t("back")}</BackLink>}
        title={mail.subject ? <bdi>{mail.subject}</bdi> : t("unwritable", { kind: mail.kind })}
        actions={
          mail.link && (
            <div className="flex flex-wrap gap-3">
              <a className={buttonClass({ variant: "primary" })} href={mail.link}>
                {t("openLink")}
              </a>
              <CopyLink href={mail.link} label={t("copyLink")} done={t("copied")} />
            </div>
          )
        }
      />
      {mail.dropped && <Notice className="mb-6">{t(`dropped.${mail.dropped}`)}</Notice>}
      {mail.lastError && (
        <Notice tone={mail.state === "dead" ? "refusal" : "warning"} title={t("lastError")} className="mb-6">
          {mail.lastError}
        </Notice>
      )}
      <dl className="grid gap-x-8 gap-y-3 border-y border-line py-5 sm:grid-cols-2 lg:grid-cols-4">
        {facts.map(([label, value]) => (
          <div key={String(label)} className="grid content-start gap-0.5">
            <dt className="kicker">{label}</dt>
            <dd className="figures min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {isResendable(mail.state) && (
        <ActionForm action={resend} values={{ id: mail.id }} className="grid max-w-prose gap-4 py-6">
          <input type="hidden" name="id" value={mail.id} />
          {mail.canResend && (
            <div>
              <SubmitButton variant="secondary" pendingLabel={t("resend.pending")}>
                {t(`resend.${mail.state}`)}
              </SubmitButton>
            </div>
          )}
        </ActionForm>
      )}
      {mail.tries.length > 0 && <Tries tries={mail.tries} timeZone={clinic.timeZone} />}
      {mail.html ? (
        // Nothing in a mail may run, submit or lead anywhere from inside this page.
        <iframe
          title={t("preview")}
          sandbox=""
          srcDoc={mail.html}
          className="mt-8 h-[44rem] w-full rounded-md border border-line"
        />
      ) : (
        <p className="pt-8 text-ink-muted">{t("noPreview")}</p>
      )}
      {mail.text && (
        <details className="pt-6">
          <summary className="link min-h-11 w-fit cursor-pointer py-2.5">{t("plainText")}</summary>
          <pre dir="auto" className="overflow-x-auto border-y border-line py-4 text-md whitespace-pre-wrap">
            {mail.text}
          </pre>
        </details>
      )}
    </>
  );
}
