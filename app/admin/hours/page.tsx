import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { typedWeek } from "#components/scheduling/week-form/week.ts";
import { WeekForm } from "#components/scheduling/week-form/week-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { usualWeek } from "#lib/scheduling/hours.ts";
import { businessHours } from "#lib/scheduling/server/clinic/business-hours.ts";
import { weekTemplates } from "#lib/scheduling/server/clinic/week-templates.ts";
import { ConcernedAppointments } from "../_parts/concerned-appointments.tsx";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { answered } from "../_shell/answered.ts";
import type { PageQuery } from "../_shell/page-query.ts";
import { saveHours } from "./actions.ts";
import { WeeksNav } from "./weeks-nav.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("hours");
  return { title: t("title") };
}

export default async function HoursPage({ searchParams }: PageQuery) {
  const [{ actor, clinic }, { done }] = await Promise.all([adminClinic(), searchParams]);
  const [t, words, hours, templates] = await Promise.all([
    getTranslations("hours"),
    getTranslations("refusal.field"),
    businessHours(clinic.id),
    weekTemplates(actor, { clinicId: clinic.id }).then(answered),
  ]);
  return (
    <>
      <PageHeader size="workspace" title={t("title")} lead={t("lead", { zone: clinic.timeZone })} />
      <WeeksNav templates={templates} current="usual" />
      {done === "removed" && (
        <Notice tone="success" live focusOnLoad className="mb-8">
          {t("template.removed")}
        </Notice>
      )}
      <WeekForm
        of="clinic"
        action={saveHours}
        week={typedWeek(usualWeek(hours))}
        problems={{ close_not_after_open: words("close_not_after_open"), shifts_overlap: words("shifts_overlap") }}
        above={<ConcernedAppointments timeZone={clinic.timeZone} />}
      >
        <p className="measure text-md text-ink-muted">{t("follows")}</p>
      </WeekForm>
    </>
  );
}
