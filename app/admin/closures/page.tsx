import { CaretLeftIcon } from "@phosphor-icons/react/dist/ssr/CaretLeft";
import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { businessHours } from "#lib/scheduling/server/clinic/business-hours.ts";
import { closureYear } from "#lib/scheduling/server/clinic/closure-entries.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { answered } from "../_shell/answered.ts";
import type { PageQuery } from "../_shell/page-query.ts";
import { askedYear, years } from "./asked-year.ts";
import { ClosureTable } from "./closure-table.tsx";
import { YearCalendar } from "./year-calendar.tsx";
import { yearMonths } from "./year-days.ts";
import { YearLegend } from "./year-legend.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("closures");
  return { title: t("title") };
}

export default async function ClosuresPage({ searchParams }: PageQuery) {
  const [{ actor, clinic }, query] = await Promise.all([adminClinic(), searchParams]);
  const { today, year } = askedYear(query.year, clinic.timeZone);
  const [t, { entries }, hours] = await Promise.all([
    getTranslations("closures"),
    closureYear(actor, { clinicId: clinic.id, year }).then(answered),
    businessHours(clinic.id),
  ]);
  const months = yearMonths(year, entries, hours);
  const importLink = <ButtonLink href={`/admin/closures/import?year=${year}`}>{t("import")}</ButtonLink>;
  return (
    <>
      <PageHeader
        size="workspace"
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            {importLink}
            <ButtonLink href="/admin/closures/new" variant="primary">
              {t("add")}
            </ButtonLink>
          </>
        }
      />
      {query.done === "removed" && (
        <Notice tone="success" live focusOnLoad className="mb-8">
          {t("remove.done")}
        </Notice>
      )}
      <section aria-labelledby="year-title" className="grid gap-6 pb-14">
        <div className="grid gap-1">
          <YearSteps year={year} labels={[t("previousYear", { year: year - 1 }), t("nextYear", { year: year + 1 })]} />
          <p className="flex flex-wrap items-center gap-x-5 text-md text-ink-muted">
            {t("calendar.lead")}
            <a href="#list-title" className="link inline-flex min-h-11 items-center">
              {t("calendar.toList")}
            </a>
          </p>
        </div>
        <YearLegend />
        <YearCalendar months={months} today={today} />
      </section>
      <Section id="list" title={t("list", { year })}>
        {entries.length === 0 ? (
          <EmptyState title={t("empty.title", { year })}>{t("empty.detail")}</EmptyState>
        ) : (
          <ClosureTable caption={t("list", { year })} entries={entries} />
        )}
      </Section>
    </>
  );
}

function YearSteps({ year, labels }: { year: number; labels: [previous: string, next: string] }) {
  const steps = [
    { to: year - 1, label: labels[0], Icon: CaretLeftIcon },
    { to: year + 1, label: labels[1], Icon: CaretRightIcon },
  ].filter(({ to }) => to >= years.first && to <= years.last);
  return (
    <h2 id="year-title" className="flex items-center gap-1 text-xl">
      {steps.map(({ to, label, Icon }) => (
        <ButtonLink
          key={to}
          href={`/admin/closures?year=${to}`}
          variant="quiet"
          aria-label={label}
          title={label}
          className="size-11 px-0! first:-ms-3"
        >
          <Icon aria-hidden weight="bold" className="size-4.5 shrink-0 rtl:-scale-x-100" />
        </ButtonLink>
      ))}
      <span className="numeral ms-1">{year}</span>
    </h2>
  );
}
