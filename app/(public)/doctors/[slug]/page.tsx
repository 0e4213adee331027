import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ServiceList } from "#components/scheduling/service-list.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { listServices } from "#lib/scheduling/server/clinic/services.ts";
import { findDoctor } from "#lib/scheduling/server/doctors/doctors.ts";
import { currentClinic } from "../../../_shell/current-clinic.ts";
import { Missing, missingMetadata } from "../../../_shell/missing.tsx";
import { bookingHref } from "../../book/choice.ts";
import { Publications } from "./publications.tsx";

interface Props {
  params: Promise<{ slug: string }>;
}

const load = cache(async (slug: string) => {
  const clinic = await currentClinic();
  return { clinic, doctor: await findDoctor(clinic.id, slug) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { doctor } = await load((await params).slug);
  if (!doctor) return missingMetadata();
  return { title: doctor.name, description: doctor.specialty ?? undefined };
}

export default async function Doctor({ params }: Props) {
  const { clinic, doctor } = await load((await params).slug);
  if (!doctor) return <Missing />;
  const [t, services] = await Promise.all([
    getTranslations("doctors"),
    listServices(clinic.id, { doctorId: doctor.id }),
  ]);
  return (
    <PageMain>
      <PageHeader
        above={<BackLink href="/doctors">{t("title")}</BackLink>}
        title={
          <span className="flex flex-wrap items-center gap-5">
            <Avatar name={doctor.name} size="lg" />
            <span className="min-w-0">{doctor.name}</span>
          </span>
        }
        lead={[doctor.title, doctor.specialty].filter(Boolean).join(" · ")}
      />
      <div className="max-w-4xl">
        {doctor.bio && <p className="measure pb-10 whitespace-pre-line sm:pb-14">{doctor.bio}</p>}
        <Section id="services" title={t("services")} lead={t("servicesLead")}>
          <ServiceList
            services={services}
            clinic={clinic}
            doctorId={doctor.id}
            hrefFor={({ slug }) => bookingHref("/book/time", { service: slug, doctor: doctor.slug })}
          />
        </Section>
        {doctor.publications.length > 0 && (
          <Section id="publications" title={t("publications")}>
            <Publications publications={doctor.publications} />
          </Section>
        )}
      </div>
    </PageMain>
  );
}
