import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { WeekOverview } from "#components/scheduling/week-overview.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { slotCoverage } from "#lib/scheduling/server/slots/slot-coverage.ts";
import { listTimeSlots } from "#lib/scheduling/server/slots/time-slots.ts";
import { weekOverview } from "#lib/scheduling/server/slots/week-overview.ts";
import { addDays, dayOfWeek, isLocalDate } from "#lib/time.ts";
import { CoverageWords } from "../_parts/coverage-words.tsx";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { answered } from "../_shell/answered.ts";
import type { PageQuery } from "../_shell/page-query.ts";
import { DayCapacityForm } from "./day-capacity-form.tsx";
import { DaySlotsForm } from "./day-slots-form.tsx";
import { WeekSteps } from "./week-steps.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("slots");
  return { title: t("title") };
}

export default async function SlotsPage({ searchParams }: PageQuery) {
  const [{ actor, clinic }, { date: asked }] = await Promise.all([adminClinic(), searchParams]);
  const clinicId = clinic.id;
  const coverage = answered(await slotCoverage(actor, { clinicId }));
  const date = typeof asked === "string" && isLocalDate(asked) ? asked : coverage.today;
  const monday = addDays(date, -dayOfWeek(date));
  const [t, format, week, slots] = await Promise.all([
    getTranslations("slots"),
    getFormatter(),
    weekOverview({ clinicId, from: monday }),
    listTimeSlots(actor, { clinicId, from: date, to: date }).then(answered),
  ]);
  const day = slots.days[0];
  if (!week || !day) throw new Error("The clinic was there a moment ago");
  const title = format.dateTime(dayInUtc(date), "dayWithYear", { timeZone: "UTC" });
  return (
    <>
      <PageHeader
        size="workspace"
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <ButtonLink href={`/admin/slots/regenerate?date=${date}`} variant="quiet">
              {t("regenerateLink")}
            </ButtonLink>
            <ButtonLink href="/admin/slots/generate">{t("generateLink")}</ButtonLink>
          </>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 pb-10">
        <WeekSteps monday={monday} date={date} />
        <WeekOverview
          days={week.days}
          timeZone={clinic.timeZone}
          today={week.today}
          selected={date}
          dayHref={(localDate) => `/admin/slots?date=${localDate}`}
          linkAll
        />
        <CoverageWords coverage={coverage} />
      </div>
      <Section
        id="day"
        title={title}
        aside={day.slots.length > 0 ? t("count", { count: day.slots.length }) : undefined}
      >
        {day.slots.length === 0 ? (
          <EmptyState
            title={t("empty.title")}
            actions={
              <ButtonLink href={`/admin/slots/generate?from=${date}`} variant="primary">
                {t("empty.action")}
              </ButtonLink>
            }
          >
            {t("empty.detail")}
          </EmptyState>
        ) : (
          <div className="grid gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,1fr)_17rem]">
            <div className="grid content-start gap-5">
              <p>
                <Link href={`/staff/why?date=${date}&time=09:00`} className="link -my-1 py-1">
                  {t("why")}
                </Link>
              </p>
              <DaySlotsForm key={date} slots={day.slots} timeZone={clinic.timeZone} />
            </div>
            <DayCapacityForm key={`capacity-${date}`} localDate={date} booked={day.booked} capacity={day.capacity} />
          </div>
        )}
      </Section>
    </>
  );
}
