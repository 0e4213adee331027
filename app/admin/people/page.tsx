import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import { peopleFilters } from "#lib/accounts/people.ts";
import { listPeople } from "#lib/accounts/server/list-people.ts";
import { openInvitations } from "#lib/accounts/server/open-invitations.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { answered } from "../_shell/answered.ts";
import type { PageQuery } from "../_shell/page-query.ts";
import { askedPeople, peopleHref } from "./asked-people.ts";
import { InvitationList } from "./invitation-list.tsx";
import { PeopleTable } from "./people-table.tsx";
import { SearchForm } from "./search-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

export default async function PeoplePage({ searchParams }: PageQuery) {
  const [{ actor, clinic }, t, query] = await Promise.all([adminClinic(), getTranslations("people"), searchParams]);
  const asked = askedPeople(query);
  const [found, invitations] = await Promise.all([
    listPeople(actor, { clinicId: clinic.id, ...asked }).then(answered),
    openInvitations(actor, { clinicId: clinic.id }).then(answered),
  ]);
  const first = (found.page - 1) * found.pageSize + 1;
  return (
    <>
      <PageHeader
        size="workspace"
        title={t("title")}
        lead={t("lead")}
        actions={
          <ButtonLink href="/admin/people/invite" variant="primary">
            {t("invite.open")}
          </ButtonLink>
        }
      />
      {invitations.length > 0 && <InvitationList invitations={invitations} timeZone={clinic.timeZone} />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <SearchForm asked={asked} />
        <TabsNav
          label={t("filters")}
          tabs={peopleFilters.map((filter) => ({
            href: peopleHref({ ...asked, filter, page: 1 }),
            label: t(`filter.${filter}`),
            count: found.counts[filter],
            current: filter === asked.filter,
          }))}
        />
        {found.people.length > 0 ? (
          <PeopleTable people={found.people} search={asked.search} caption={t("caption")} />
        ) : (
          <EmptyState
            title={t("empty.title")}
            actions={asked.search && <ButtonLink href="/admin/people">{t("empty.all")}</ButtonLink>}
          >
            {t("empty.detail")}
          </EmptyState>
        )}
        <Pagination
          label={t("title")}
          previousHref={found.page > 1 ? peopleHref({ ...asked, page: found.page - 1 }) : undefined}
          nextHref={found.page < found.pageCount ? peopleHref({ ...asked, page: found.page + 1 }) : undefined}
          summary={t("range", {
            first,
            last: first + found.people.length - 1,
            total: found.counts[asked.filter],
          })}
        />
      </div>
    </>
  );
}
