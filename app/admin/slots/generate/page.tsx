import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { slotCoverage } from "#lib/scheduling/server/slots/slot-coverage.ts";
import { slotLimits } from "#lib/scheduling/slot.ts";
import type { SlotCoverage } from "#lib/scheduling/view.ts";
import { addDays, daysBetween, isLocalDate, type LocalDate } from "#lib/time.ts";
import { CoverageWords } from "../../_parts/coverage-words.tsx";
import { HorizonRuler } from "../../_parts/horizon-ruler.tsx";
import { adminClinic } from "../../_shell/admin-clinic.ts";
import { answered } from "../../_shell/answered.ts";
import type { PageQuery } from "../../_shell/page-query.ts";
import { GenerateForm } from "./generate-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("slots.generate");
  return { title: t("title") };
}

export default async function GeneratePage({ searchParams }: PageQuery) {
  const [{ actor, clinic }, { from }, t] = await Promise.all([
    adminClinic(),
    searchParams,
    getTranslations("slots.generate"),
  ]);
  const coverage = answered(await slotCoverage(actor, { clinicId: clinic.id }));
  const asked = typeof from === "string" && isLocalDate(from) ? from : null;
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href="/admin/slots">{t("back")}</BackLink>}
        title={t("title")}
        lead={t("lead")}
      />
      <Section id="ahead" title={t("ahead")}>
        <HorizonRuler coverage={coverage} />
        <CoverageWords coverage={coverage} />
      </Section>
      <GenerateForm
        suggested={suggestedDays(asked, coverage)}
        slotMinutes={clinic.slotMinutes}
        capacity={clinic.slotCapacity}
      />
    </>
  );
}

/** From the first bookable working day without slots, or where the slots end, for ninety days from today or four weeks. */
function suggestedDays(
  asked: LocalDate | null,
  { days, today, until }: SlotCoverage,
): { from: LocalDate; to: LocalDate } {
  const gap = days.find((day) => day.isWorkingDay && day.slots === 0)?.localDate;
  const from = asked ?? gap ?? (until ? addDays(until, 1) : today);
  const usual = daysBetween(from, addDays(today, slotLimits.maxDays));
  const length = Math.min(slotLimits.maxDays, Math.max(usual, asked ? 7 : 28));
  return { from, to: addDays(from, length - 1) };
}
