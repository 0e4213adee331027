import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { myProfile } from "#lib/accounts/server/my-profile.ts";
import { env } from "#lib/env.ts";
import { adminClinic } from "../../_shell/admin-clinic.ts";
import { testMail } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailLog.setup"))("title") };
}

export default async function MailSetupPage() {
  const { actor } = await adminClinic();
  const [t, m, profile] = await Promise.all([
    getTranslations("mailLog.setup"),
    getTranslations("mailLog"),
    myProfile(actor),
  ]);
  const { mail, worker, sms } = env();
  const server = mail ? new URL(mail.smtpUrl).host : null;
  const facts = [
    [t("server"), server ?? t("none")],
    [t("from"), mail?.from ?? t("none")],
    [t("sms"), t(sms ? "smsOn" : "smsOff")],
    [t("worker"), t(worker === "inside" ? "workerInside" : "workerApart")],
  ] as const;
  const variables = [
    { name: "SMTP_URL", meaning: t("smtpUrl"), example: "smtps://user:password@mail.example.org:465" },
    { name: "MAIL_FROM", meaning: t("mailFrom"), example: '"Northgate Clinic <booking@example.org>"' },
    { name: "SLOTWELL_WORKER", meaning: t("workerVariable"), example: "apart" },
  ];
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href="/admin/mail">{m("back")}</BackLink>}
        title={t("title")}
        lead={t("lead")}
      />
      <Notice tone={mail ? "success" : "info"} title={t(mail ? "on" : "off")} className="mb-8">
        {mail ? t("onMessage", { server: server ?? "", from: mail.from }) : t("offMessage")}
      </Notice>
      <dl className="mb-10 grid gap-x-8 gap-y-3 border-y border-line py-5 sm:grid-cols-2 lg:grid-cols-4">
        {facts.map(([label, value]) => (
          <div key={label} className="grid content-start gap-0.5">
            <dt className="kicker">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <Section id="test" title={t("test")} lead={t("testLead", { email: profile.email })}>
        <ActionForm action={testMail} className="grid max-w-prose gap-4">
          <div>
            <SubmitButton name="intent" value="test" pendingLabel={t("sending")}>
              {t("send")}
            </SubmitButton>
          </div>
        </ActionForm>
      </Section>
      <Section id="variables" title={t("variables")} lead={t("variablesLead")}>
        <DataTable
          caption={t("variables")}
          rows={variables}
          rowKey={({ name }) => name}
          columns={[
            { key: "name", header: t("variable"), rowHeader: true, cell: ({ name }) => <code>{name}</code> },
            { key: "meaning", header: t("meaning"), cell: ({ meaning }) => meaning },
            {
              key: "example",
              header: t("example"),
              cell: ({ example }) => <code className="text-sm break-all">{example}</code>,
            },
          ]}
        />
      </Section>
    </>
  );
}
