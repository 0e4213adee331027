import { useTranslations } from "next-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { Link } from "#components/ui/link.tsx";
import type { PersonView } from "#lib/accounts/people.ts";
import { RoleNames } from "./role-names.tsx";

interface PeopleTableProps {
  people: PersonView[];
  /** Kept in the links: somebody new to the clinic is shown only to whoever knows their whole address. */
  search: string;
  caption: string;
}

export function PeopleTable({ people, search, caption }: PeopleTableProps) {
  const t = useTranslations("people");
  return (
    <DataTable
      caption={caption}
      rows={people}
      rowKey={(person) => person.id}
      columns={[
        {
          key: "name",
          header: t("heads.name"),
          rowHeader: true,
          width: "34%",
          cell: (person) => (
            <span className="flex items-center gap-3">
              <Avatar name={person.name} size="sm" />
              <Link href={personHref(person, search)} className="link py-1 no-underline hover:underline">
                {person.name}
              </Link>
            </span>
          ),
        },
        {
          key: "email",
          header: t("heads.email"),
          width: "34%",
          cell: (person) => (
            <span className="wrap-anywhere">
              {person.email}
              {!person.isEmailVerified && <span className="block text-sm text-ink-muted">{t("unverified")}</span>}
            </span>
          ),
        },
        { key: "roles", header: t("heads.roles"), cell: (person) => <Roles person={person} /> },
      ]}
    />
  );
}

/** Doctors' hours stand one press away: without them nobody can book. */
function Roles({ person }: { person: PersonView }) {
  const t = useTranslations("people");
  return (
    <span className="flex flex-wrap items-baseline gap-x-4">
      <RoleNames person={person} />
      {person.doctorSlug && (
        <Link
          href={`/admin/people/doctors/${person.doctorSlug}`}
          aria-label={t("hoursOf", { name: person.name })}
          className="link py-1"
        >
          {t("hours")}
        </Link>
      )}
    </span>
  );
}

function personHref(person: PersonView, search: string): string {
  const isKnownByAddress = search.toLowerCase() === person.email.toLowerCase();
  return `/admin/people/${person.id}${isKnownByAddress ? `?email=${encodeURIComponent(person.email)}` : ""}`;
}
