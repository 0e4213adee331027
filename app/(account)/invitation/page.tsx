import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { findInvitation } from "#lib/accounts/server/find-invitation.ts";
import { currentActor } from "#lib/auth/session.ts";
import { readLinkToken } from "../_parts/link-cookie.ts";
import { AcceptForm } from "./accept-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.invitation"))("title") };
}

export default async function InvitationPage() {
  const [token, actor, t] = await Promise.all([readLinkToken(), currentActor(), getTranslations("account.invitation")]);
  const offer = await findInvitation(token);
  if (!offer || offer.account === "closed") {
    return (
      <PageMain width="prose">
        <PageHeader title={t("deadTitle")} lead={t("deadLead")} />
        <ButtonLink href="/sign-in">{t("home")}</ButtonLink>
      </PageMain>
    );
  }
  const { clinicName, invitedBy, email, roles } = offer;
  const isSelf = actor !== null && actor.userId === offer.userId;
  return (
    <PageMain width="prose">
      <PageHeader title={t("title")} lead={t("lead", { invitedBy, clinic: clinicName })} />
      {actor && !isSelf && (
        <Notice tone="info" className="mb-10">
          {t("otherPerson", { name: actor.name, email })}
        </Notice>
      )}
      <Section id="roles" title={t("as")}>
        <RoleList roles={roles} />
      </Section>
      <AcceptForm offer={offer} signedInAs={isSelf ? actor.name : null} />
    </PageMain>
  );
}

async function RoleList({ roles }: { roles: ("doctor" | "staff" | "admin")[] }) {
  const [t, people] = await Promise.all([getTranslations("account.invitation.may"), getTranslations("people.role")]);
  return (
    <ul className="divide-y divide-line border-y border-line">
      {roles.map((role) => (
        <li key={role} className="grid gap-0.5 py-3">
          <span className="font-[560]">{people(role)}</span>
          <span className="text-md text-ink-muted">{t(role)}</span>
        </li>
      ))}
    </ul>
  );
}
