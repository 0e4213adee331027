import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Avatar } from "#components/ui/avatar.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listClinicDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import { staffClinic } from "../_shell/staff-clinic.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("doctorPages.list");
  return { title: t("title") };
}

export default async function StaffDoctorsPage() {
  const [{ clinic }, t] = await Promise.all([staffClinic(), getTranslations("doctorPages.list")]);
  const doctors = await listClinicDoctors(clinic.id);
  return (
    <>
      <PageHeader size="workspace" title={t("title")} lead={t("lead")} />
      {doctors.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>
          <p>{t("empty")}</p>
        </EmptyState>
      ) : (
        <ul className="max-w-prose divide-y divide-line border-y border-line">
          {doctors.map(({ id, slug, name, specialty }) => (
            <li key={id} className="flex items-center gap-4 py-3">
              <Avatar name={name} size="sm" />
              <span className="grid min-w-0 flex-1">
                <span className="font-[560]">{name}</span>
                {specialty && <span className="text-md text-ink-muted">{specialty}</span>}
              </span>
              <Link
                href={`/staff/doctors/${encodeURIComponent(slug)}`}
                aria-label={t("timeOffOf", { name })}
                className="link inline-flex min-h-11 items-center"
              >
                {t("timeOff")}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
