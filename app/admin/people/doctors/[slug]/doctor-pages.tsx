import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { adminClinic } from "#app/admin/_shell/admin-clinic.ts";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import { findClinicDoctor } from "#lib/scheduling/server/doctors/doctors.ts";

export interface DoctorPage {
  params: Promise<{ slug: string }>;
}

/** The doctor of the address, at the administrator's clinic. */
export async function askedDoctor(params: DoctorPage["params"]) {
  const [{ actor, clinic }, { slug }] = await Promise.all([adminClinic(), params]);
  const doctor = await findClinicDoctor(clinic.id, slug);
  if (!doctor) notFound();
  return { actor, clinic, doctor, path: doctorPath(doctor.slug) };
}

const tabs = [
  ["hours", ""],
  ["timeOff", "/time-off"],
  ["services", "/services"],
  ["profile", "/profile"],
] as const;

const doctorPath = (slug: string) => `/admin/people/doctors/${encodeURIComponent(slug)}`;

interface DoctorHeadProps {
  doctor: { name: string; slug: string };
  current: (typeof tabs)[number][0];
  lead: ReactNode;
  actions?: ReactNode;
}

/** What an administrator arranges for a doctor, a page each. */
export async function DoctorHead({ doctor, current, lead, actions }: DoctorHeadProps) {
  const [t, people] = await Promise.all([getTranslations("doctorPages"), getTranslations("people")]);
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href="/admin/people?role=doctor">{people("title")}</BackLink>}
        title={t(`of.${current}`, { name: doctor.name })}
        lead={lead}
        actions={actions}
      />
      <div className="pb-8">
        <TabsNav
          label={doctor.name}
          tabs={tabs.map(([name, page]) => ({
            href: doctorPath(doctor.slug) + page,
            label: t(`tab.${name}`),
            current: name === current,
          }))}
        />
      </div>
    </>
  );
}
