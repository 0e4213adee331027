import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ServiceList } from "#components/scheduling/service-list.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
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
  const { name, title, specialty, bio, photo, publications } = doctor;
  return (
    <PageMain>
      <BackLink href="/doctors">{t("title")}</BackLink>
      <div className="grid gap-x-14 gap-y-6 pt-4 pb-10 sm:grid-cols-[auto_minmax(0,1fr)] sm:items-start sm:pb-14">
        <Avatar name={name} photo={photo} size="xl" />
        <div className="grid gap-4 sm:pt-3">
          <header className="grid gap-2">
            <h1 className="text-3xl sm:text-5xl">{name}</h1>
            <p className="text-lg text-ink-muted">{[specialty, title].filter(Boolean).join(" · ")}</p>
          </header>
          {bio && (
            <p className="measure font-display text-lg leading-relaxed whitespace-pre-line">
              <bdi>{bio}</bdi>
            </p>
          )}
        </div>
      </div>
      <div className="max-w-4xl">
        <Section id="services" title={t("services")} lead={t("servicesLead")}>
          <ServiceList
            services={services}
            clinic={clinic}
            doctorId={doctor.id}
            hrefFor={({ slug }) => bookingHref("/book/time", { service: slug, doctor: doctor.slug })}
          />
        </Section>
        {publications.length > 0 && (
          <Section id="publications" title={t("publications")} aside={t("count", { count: publications.length })}>
            <Publications publications={publications} />
          </Section>
        )}
      </div>
    </PageMain>
  );
}
