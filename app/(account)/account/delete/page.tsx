import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { erasurePreview } from "#lib/accounts/server/erasure-preview.ts";
import { requireActor } from "#lib/auth/session.ts";
import { DeleteForm } from "./delete-form.tsx";
import { WhatEnds } from "./what-ends.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.delete"))("title") };
}

export default async function DeleteAccount() {
  const actor = await requireActor();
  const [t, refusals, preview] = await Promise.all([
    getTranslations("account.delete"),
    getTranslations("account.refusal"),
    erasurePreview(actor),
  ]);
  const { hurdle, hasPassword } = preview;
  return (
    <PageMain width="prose">
      <PageHeader
        above={<BackLink href="/account#data">{t("back")}</BackLink>}
        title={t("title")}
        lead={t("lead", { name: actor.name })}
      />
      {hurdle ? (
        <Notice tone="warning" title={refusals(`${hurdle}.title`)}>
          {refusals(`${hurdle}.message`)}
        </Notice>
      ) : (
        <>
          <WhatEnds preview={preview} isDoctor={actor.doctorId !== null} />
          <Section id="confirm" title={t("confirm")} lead={hasPassword ? t("confirmLead") : t("noPassword")}>
            {hasPassword ? (
              <DeleteForm />
            ) : (
              <div>
                <ButtonLink href="/forgot-password">{t("setPassword")}</ButtonLink>
              </div>
            )}
          </Section>
        </>
      )}
    </PageMain>
  );
}
