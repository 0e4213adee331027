import { CheckCircleIcon } from "@phosphor-icons/react/dist/ssr/CheckCircle";
import { getFormatter, getTranslations } from "next-intl/server";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { WeekOverview } from "#components/scheduling/week-overview.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { strandedAppointments } from "#lib/scheduling/server/appointments/stranded-appointments.ts";
import { clinicAttention } from "#lib/scheduling/server/clinic/clinic-attention.ts";
import { slotCoverage } from "#lib/scheduling/server/slots/slot-coverage.ts";
import { weekOverview } from "#lib/scheduling/server/slots/week-overview.ts";
import { AttentionList } from "./_overview/attention-list.tsx";
import { concernsOf } from "./_overview/concerns.ts";
import { weekFigures } from "./_overview/week-figures.ts";
import { CoverageWords } from "./_parts/coverage-words.tsx";
import { Figures } from "./_parts/figures.tsx";
import { HorizonRuler } from "./_parts/horizon-ruler.tsx";
import { adminClinic } from "./_shell/admin-clinic.ts";
import { answered } from "./_shell/answered.ts";

export default async function AdminOverview() {
  const { actor, clinic } = await adminClinic();
  const [t, format, week, attention, coverage, stranded] = await Promise.all([
    getTranslations("admin"),
    getFormatter(),
    weekOverview({ clinicId: clinic.id }),
    clinicAttention(actor, { clinicId: clinic.id }).then(answered),
    slotCoverage(actor, { clinicId: clinic.id }).then(answered),
    strandedAppointments(actor, { clinicId: clinic.id }).then(answered),
  ]);
  if (!week) throw new Error("The clinic was there a moment ago");
  const concerns = await concernsOf(attention, coverage, clinic.timeZone, stranded);
  return (
    <>
      <PageHeader
        size="workspace"
        title={t("overview.title")}
        lead={format.dateTime(dayInUtc(week.today), "dayWithYear", { timeZone: "UTC" })}
      />
      {attention.missingGuards.length > 0 && (
        <Notice tone="refusal" title={t("overview.bookingOff")} className="mb-8">
          {t("overview.bookingOffWhy", { checks: format.list(attention.missingGuards) })}
        </Notice>
      )}
      <div className="pb-10 sm:pb-14">
        <Figures figures={await weekFigures({ days: week.days, attention, coverage, timeZone: clinic.timeZone })} />
      </div>
      <Section
        id="attention"
        title={t("overview.attention")}
        aside={concerns.length > 0 ? t("overview.things", { count: concerns.length }) : undefined}
      >
        {concerns.length > 0 ? (
          <AttentionList concerns={concerns} />
        ) : (
          <p className="flex items-center gap-2.5 text-ink-muted">
            <CheckCircleIcon aria-hidden weight="bold" className="size-5 text-confirmed" />
            {t("overview.nothing")}
          </p>
        )}
      </Section>
      <Section id="week" title={t("overview.week")} aside={t("overview.placesOf")}>
        <WeekOverview
          days={week.days}
          timeZone={clinic.timeZone}
          today={week.today}
          dayHref={(localDate) => `/admin/slots?date=${localDate}`}
          linkAll
        />
      </Section>
      <Section id="ahead" title={t("overview.ahead")}>
        <HorizonRuler coverage={coverage} />
        <div className="flex flex-wrap items-center justify-between gap-4">
          <CoverageWords coverage={coverage} />
          <ButtonLink href="/admin/slots/generate" variant="primary" wide>
            {t("overview.generate")}
          </ButtonLink>
        </div>
      </Section>
    </>
  );
}
