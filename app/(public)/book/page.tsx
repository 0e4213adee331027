import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { ServiceList } from "#components/scheduling/service-list.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { listServices } from "#lib/scheduling/server/clinic/services.ts";
import { currentClinic } from "../../_shell/current-clinic.ts";
import { nextStarts } from "../next-starts.ts";
import { NoServices } from "../no-services.tsx";
import { Week } from "../week.tsx";
import { bookingHref, readChoice, type SearchParams } from "./choice.ts";
import { NextStart } from "./next-start.tsx";
import { BookingSteps } from "./steps.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("booking"))("title") };
}

export default async function ChooseService({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [t, several, format, clinic, params] = await Promise.all([
    getTranslations("booking"),
    getTranslations("several"),
    getFormatter(),
    currentClinic(),
    searchParams,
  ]);
  const { day } = readChoice(params);
  const services = (await listServices(clinic.id)).filter((service) => service.doctorIds.length > 0);
  const starts = await nextStarts(clinic, services, day);
  const title = day
    ? t("service.titleOn", { day: format.dateTime(dayInUtc(day), "day", { timeZone: "UTC" }) })
    : t("service.title");
  return (
    <PageMain>
      <PageHeader above={<BookingSteps current="service" choice={{ day }} />} title={t("title")} lead={t("lead")} />
      <Week clinic={clinic} selected={day} />
      <Section id="services" title={title}>
        {services.length > 0 ? (
          <ServiceList
            services={services}
            clinic={clinic}
            hrefFor={({ slug }) => bookingHref("/book/time", { service: slug, day })}
            asideFor={({ id }) => <NextStart startsAt={starts.get(id)} timeZone={clinic.timeZone} />}
          />
        ) : (
          <NoServices phone={clinic.phone} />
        )}
      </Section>
      {services.length > 0 && (
        <div className="grid gap-1 pb-10">
          {services.length > 1 && (
            <p className="measure">
              {several("entryLead")}{" "}
              <Link href="/book/several" className="link inline-flex min-h-11 items-center">
                {several("entry")}
              </Link>
            </p>
          )}
          <p className="measure">
            {t("plansLead")}{" "}
            <Link href="/plans" className="link inline-flex min-h-11 items-center">
              {t("plans")}
            </Link>
          </p>
        </div>
      )}
    </PageMain>
  );
}
