import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ServiceList } from "#components/scheduling/service-list.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { listServices } from "#lib/scheduling/server/clinic/services.ts";
import { localDateOf } from "#lib/time.ts";
import { currentClinic } from "../../_shell/current-clinic.ts";
import { NoServices } from "../no-services.tsx";
import { LinkForm } from "./link/link-form.tsx";
import { exampleVisits } from "./plan-strip.ts";
import { PlanYearStrip } from "./plan-year-strip.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans"))("title") };
}

const promises = ["seen", "placed", "yours"] as const;

/** What a care plan is, what can be had as one, and the way back into one's own. */
export default async function Plans() {
  const [t, clinic] = await Promise.all([getTranslations("plans"), currentClinic()]);
  const services = (await listServices(clinic.id)).filter((service) => service.doctorIds.length > 0);
  return (
    <PageMain>
      <PageHeader title={t("title")} lead={t("lead")} />
      <figure className="grid gap-3 pb-10">
        <PlanYearStrip visits={exampleVisits(localDateOf(Date.now(), clinic.timeZone))} />
        <figcaption className="text-sm text-ink-faint">{t("example")}</figcaption>
      </figure>
      <ol className="grid gap-x-12 gap-y-6 pb-12 md:grid-cols-3 sm:pb-16">
        {promises.map((key, index) => (
          <li key={key} className="grid grid-cols-[1.75rem_minmax(0,1fr)] content-start items-baseline">
            <span aria-hidden className="numeral text-lg text-ink-faint">
              {index + 1}
            </span>
            <div className="grid gap-1">
              <h2 className="text-lg">{t(`promise.${key}.title`)}</h2>
              <p className="text-md text-ink-muted">{t(`promise.${key}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
      <Section id="services" title={t("services")} lead={t("servicesLead")}>
        {services.length > 0 ? (
          <ServiceList
            services={services}
            clinic={clinic}
            hrefFor={({ slug }) => `/plans/setup?${new URLSearchParams({ service: slug })}`}
          />
        ) : (
          <NoServices phone={clinic.phone} />
        )}
      </Section>
      <Section id="open" title={t("open.title")} lead={t("open.lead")}>
        <LinkForm />
        <p className="text-md text-ink-muted">
          {t("open.account")}{" "}
          <ButtonLink href="/patient/plans" variant="quiet" size="sm" className="min-h-11">
            {t("open.mine")}
          </ButtonLink>
        </p>
      </Section>
    </PageMain>
  );
}
