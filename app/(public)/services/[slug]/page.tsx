import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { cache } from "react";
import { DoctorList } from "#components/scheduling/doctor-list.tsx";
import { NextFree } from "#components/scheduling/next-free.tsx";
import { lengthWords, priceWords } from "#components/scheduling/terms-words.ts";
import { PageMain } from "#components/shell/site-shell.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FactList } from "#components/ui/fact-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { findNextOffers } from "#lib/scheduling/server/availability/find-availability.ts";
import { findService } from "#lib/scheduling/server/clinic/services.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import { termsOf } from "#lib/scheduling/terms.ts";
import { currentClinic } from "../../../_shell/current-clinic.ts";
import { Missing, missingMetadata } from "../../../_shell/missing.tsx";
import { bookingHref } from "../../book/choice.ts";
import { TakeTime } from "../../book/take-time.tsx";
import { firstOfDays } from "../../first-of-days.ts";

interface Props {
  params: Promise<{ slug: string }>;
}

const load = cache(async (slug: string) => {
  const clinic = await currentClinic();
  return { clinic, service: await findService(clinic.id, slug) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { service } = await load((await params).slug);
  if (!service) return missingMetadata();
  return { title: service.name, description: service.description ?? undefined };
}

export default async function Service({ params }: Props) {
  const { clinic, service } = await load((await params).slug);
  if (!service) return <Missing />;
  const [t, format, doctors, next] = await Promise.all([
    getTranslations("services"),
    getFormatter(),
    listDoctors(clinic.id, { serviceId: service.id }),
    findNextOffers({ clinicId: clinic.id, serviceId: service.id, count: 500 }),
  ]);
  const terms = termsOf(service);
  const facts = [
    { label: t("length"), value: lengthWords(terms.minutes, t) },
    { label: t("price"), value: priceWords(terms.price, clinic.currency, t, format) },
    { label: t("where"), value: t(`mode.${service.mode}`) },
    { label: t("answer"), value: t(service.requiresConfirmation ? "confirmedByDoctorLong" : "confirmedAtOnceLong") },
  ];
  const choice = { service: service.slug };
  return (
    <PageMain>
      <PageHeader
        above={<BackLink href="/services">{t("title")}</BackLink>}
        title={service.name}
        lead={service.description && <bdi>{service.description}</bdi>}
        actions={
          <>
            <ButtonLink variant="primary" size="lg" href={bookingHref("/book/time", choice)}>
              {t("chooseTime")}
            </ButtonLink>
            {service.doctorIds.length > 0 && (
              <ButtonLink size="lg" href={`/plans/setup?${new URLSearchParams(choice)}`}>
                {t("asPlan")}
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="lg:order-2">
          <FactList facts={facts} />
        </div>
        <div>
          <NextFree offers={next.ok ? firstOfDays(next.value, clinic.timeZone).slice(0, 3) : []} clinic={clinic}>
            {(offers) => <TakeTime choice={choice} offers={offers} timeZone={clinic.timeZone} />}
          </NextFree>
          <Section id="doctors" title={t("offeredBy")}>
            <DoctorList
              doctors={doctors}
              hrefFor={({ slug }) => bookingHref("/book/time", { ...choice, doctor: slug })}
              linkLabel={(doctor) => t("bookWith", { doctor })}
            />
          </Section>
        </div>
      </div>
    </PageMain>
  );
}
