import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { FormSelectField, FormTextField } from "#components/ui/form-fields.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { mostApiTokens } from "#lib/accounts/api-token.ts";
import { tokenDays } from "#lib/accounts/schema.ts";
import { listApiTokens } from "#lib/accounts/server/list-api-tokens.ts";
import { requireActor } from "#lib/auth/session.ts";
import { homeClinic } from "#lib/scheduling/server/clinic/clinics.ts";
import { makeToken } from "./actions.ts";
import { MadeToken } from "./made-token.tsx";
import { TokenRow } from "./token-row.tsx";

const choosableDays = [7, 30, tokenDays.usual, tokenDays.most];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.tokens"))("title") };
}

export default async function TokensPage({ searchParams }: { searchParams: Promise<{ ended?: string }> }) {
  const actor = await requireActor("/account/tokens");
  const [t, tokens, clinic, { ended }] = await Promise.all([
    getTranslations("account.tokens"),
    listApiTokens(actor),
    homeClinic(),
    searchParams,
  ]);
  const count = t("count", { count: tokens.length, most: mostApiTokens });
  return (
    <PageMain width="prose">
      <PageHeader above={<BackLink href="/account">{t("back")}</BackLink>} title={t("title")} lead={t("lead")} />
      <Section id="new" title={t("new")} lead={t("newLead")}>
        <ActionForm action={makeToken} className="grid max-w-md gap-6">
          <MadeToken label={t("token")} hint={t("tokenHint")} copy={t("copy")} copied={t("copied")} />
          <FormTextField name="name" label={t("name")} hint={t("nameHint")} maxLength={80} autoComplete="off" />
          <FormSelectField name="expiresInDays" label={t("days")} defaultValue={tokenDays.usual}>
            {choosableDays.map((days) => (
              <option key={days} value={days}>
                {t("forDays", { count: days })}
              </option>
            ))}
          </FormSelectField>
          <div>
            <SubmitButton pendingLabel={t("making")}>{t("make")}</SubmitButton>
          </div>
        </ActionForm>
      </Section>
      <Section id="yours" title={t("yours")} aside={tokens.length > 0 && count}>
        {ended && (
          <Notice tone="success" live focusOnLoad>
            {t("ended")}
          </Notice>
        )}
        {tokens.length > 0 ? (
          <ul>
            {tokens.map((token) => (
              <TokenRow key={token.id} token={token} timeZone={clinic?.timeZone ?? "UTC"} />
            ))}
          </ul>
        ) : (
          <p>{t("none")}</p>
        )}
      </Section>
    </PageMain>
  );
}
