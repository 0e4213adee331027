import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { TimeZoneNote } from "#components/scheduling/time-zone-note.tsx";
import { type OverviewDay, WeekOverview } from "#components/scheduling/week-overview.tsx";
import { Section } from "#components/ui/section.tsx";
import { weekOverview } from "#lib/scheduling/server/slots/week-overview.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import type { LocalDate } from "#lib/time.ts";
import { bookingHref } from "./book/choice.ts";

/** The next seven days of the whole house, before anything is chosen. A day leads to booking on that day. */
export async function Week({ clinic, selected }: { clinic: ClinicView; selected?: LocalDate | undefined }) {
  const week = await weekOverview({ clinicId: clinic.id });
  if (!week) return null;
  return <WeekSection days={week.days} clinic={clinic} today={week.today} selected={selected} />;
}

interface WeekSectionProps {
  days: OverviewDay[];
  clinic: ClinicView;
  today: LocalDate;
  selected?: LocalDate | undefined;
}

function WeekSection({ days, clinic, today, selected }: WeekSectionProps) {
  const t = useTranslations("booking.week");
  const format = useFormatter();
  const [first, last] = [days[0], days.at(-1)].map((day) => dayInUtc(day?.localDate ?? today));
  const range = first && last && format.dateTimeRange(first, last, { day: "numeric", month: "long", timeZone: "UTC" });
  return (
    <Section id="week" title={t("title")} aside={range} lead={t("lead")}>
      <WeekOverview
        days={days}
        timeZone={clinic.timeZone}
        today={today}
        selected={selected}
        dayHref={(day) => `${bookingHref("/book", { day })}#services-title`}
      />
      <p className="text-md text-ink-muted">
        <TimeZoneNote timeZone={clinic.timeZone} />
      </p>
    </Section>
  );
}
