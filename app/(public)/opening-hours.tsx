import { getTranslations } from "next-intl/server";
import { HoursWeek } from "#components/scheduling/hours-week.tsx";
import { Section } from "#components/ui/section.tsx";
import type { ClinicView } from "#lib/scheduling/view.ts";
import { weekHours } from "./week-hours.ts";

export async function OpeningHours({ clinic }: { clinic: ClinicView }) {
  const [t, days] = await Promise.all([getTranslations("home.hours"), weekHours(clinic)]);
  return (
    <Section id="hours" title={t("title")}>
      <HoursWeek days={days} />
    </Section>
  );
}
