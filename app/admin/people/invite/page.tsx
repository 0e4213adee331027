import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { openInvitations } from "#lib/accounts/server/open-invitations.ts";
import { adminClinic } from "../../_shell/admin-clinic.ts";
import { answered } from "../../_shell/answered.ts";
import { InvitationList } from "../invitation-list.tsx";
import { InviteForm } from "../invite-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.invite"))("title") };
}

export default async function InvitePage() {
  const [{ actor, clinic }, t] = await Promise.all([adminClinic(), getTranslations("people")]);
  const invitations = await openInvitations(actor, { clinicId: clinic.id }).then(answered);
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href="/admin/people">{t("title")}</BackLink>}
        title={t("invite.title")}
        lead={t("invite.lead")}
      />
      <div className="max-w-prose pb-14">
        <InviteForm />
      </div>
      {invitations.length > 0 && <InvitationList invitations={invitations} timeZone={clinic.timeZone} />}
    </>
  );
}
