import { DownloadSimpleIcon } from "@phosphor-icons/react/dist/ssr/DownloadSimple";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { ButtonLink, buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { type DayRange, daysIn } from "#lib/analytics/range.ts";
import { analytics } from "#lib/analytics/server/analytics.ts";
import { localDateOf } from "#lib/time.ts";
import { Figures } from "../_parts/figures.tsx";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { answered } from "../_shell/answered.ts";
import type { PageQuery } from "../_shell/page-query.ts";
import { analyticsHref, askedAnalytics } from "./asked-analytics.ts";
import { DayColumns } from "./day-columns.tsx";
import { DoctorTable } from "./doctor-table.tsx";
import { headline } from "./headline.ts";
import { HeatMap } from "./heat-map.tsx";
import { HowCounted } from "./how-counted.tsx";
import { MeasureTable } from "./measure-table.tsx";
import { RangeForm } from "./range-form.tsx";
import { ServiceTable } from "./service-table.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("analytics"))("title") };
}

export default async function AnalyticsPage({ searchParams }: PageQuery) {
  const [{ actor, clinic }, query] = await Promise.all([adminClinic(), searchParams]);
  const asked = askedAnalytics(query, localDateOf(Date.now(), clinic.timeZone));
  const { doctorId, serviceId, range } = asked;
  const [t, format, found] = await Promise.all([
    getTranslations("analytics"),
    getFormatter(),
    analytics(actor, { clinicId: clinic.id, ...range, doctorId: doctorId ?? "", serviceId: serviceId ?? "" }).then(
      answered,
    ),
  ]);
  const words = ({ from, to }: DayRange) =>
    format.dateTimeRange(dayInUtc(from), dayInUtc(to), {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
  const isEmpty = found.totals.bookings === 0 && found.totals.occupancy.capacity === 0;
  return (
    <>
      <PageHeader
        size="workspace"
        title={t("title")}
        lead={t("lead", { range: words(range), before: words(found.before), days: daysIn(range) })}
        actions={
          // A file, not a page: nothing to be fetched ahead or swapped in.
          <a href={analyticsHref(range, asked, "appointments.csv")} download className={buttonClass()}>
            <DownloadSimpleIcon aria-hidden weight="bold" className="size-4.5" />
            {t("download")}
          </a>
        }
      />
      <RangeForm
        asked={asked}
        doctors={found.doctors}
        services={found.services}
        today={localDateOf(Date.now(), clinic.timeZone)}
      />
      {asked.problem && (
        <Notice tone="warning" className="mb-8">
          {t(`form.problem.${asked.problem}`)}
        </Notice>
      )}
      {isEmpty ? (
        <EmptyState
          title={t("empty.title")}
          actions={<ButtonLink href="/admin/analytics">{t("empty.usual")}</ButtonLink>}
        >
          {t("empty.detail")}
        </EmptyState>
      ) : (
        <>
          <div className="pb-10 sm:pb-14">
            <Figures figures={await headline(found)} />
          </div>
          <HeatMap found={found} asked={asked} />
          <DayColumns days={found.days} />
          <DoctorTable found={found} asked={asked} />
          <ServiceTable found={found} asked={asked} />
          <MeasureTable found={found} />
          <HowCounted />
        </>
      )}
    </>
  );
}
