import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "#components/ui/back-link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { findPerson } from "#lib/accounts/server/list-people.ts";
import { adminClinic } from "../../_shell/admin-clinic.ts";
import { answered } from "../../_shell/answered.ts";
import type { PageQuery } from "../../_shell/page-query.ts";
import { AccessForm } from "../access-form.tsx";
import { RolesForm } from "../roles-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

interface PersonPageProps extends PageQuery {
  params: Promise<{ userId: string }>;
}

export default async function PersonPage({ params, searchParams }: PersonPageProps) {
  const [{ actor, clinic }, { userId }, { email }, t] = await Promise.all([
    adminClinic(),
    params,
    searchParams,
    getTranslations("people"),
  ]);
  const query = { clinicId: clinic.id, userId, email: typeof email === "string" ? email : "" };
  const { adminCount, ahead, ...person } = answered(await findPerson(actor, query));
  const contact = [person.email, person.phone].filter((line) => line !== null);
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href="/admin/people">{t("title")}</BackLink>}
        title={person.name}
        lead={contact.join(" · ")}
        actions={
          person.doctorSlug && (
            <ButtonLink href={`/admin/people/doctors/${person.doctorSlug}`}>{t("weeklyHours")}</ButtonLink>
          )
        }
      />
      <div className="grid max-w-prose gap-8">
        {!person.isEmailVerified && <Notice tone="info">{t("unverifiedDetail", { name: person.name })}</Notice>}
        {person.isDisabled ? (
          <Notice tone="warning" title={t("disabled")}>
            {t("disabledDetail")}
          </Notice>
        ) : (
          <RolesForm
            person={person}
            clinicName={clinic.name}
            isLastAdmin={adminCount === 1 && person.roles.includes("admin")}
            isSelf={person.id === actor.userId}
          />
        )}
        <AccessForm person={person} ahead={ahead} isSelf={person.id === actor.userId} />
      </div>
    </>
  );
}
