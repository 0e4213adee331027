import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { typedWeek } from "#components/scheduling/week-form/week.ts";
import { WeekForm } from "#components/scheduling/week-form/week-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { usualWeek } from "#lib/scheduling/hours.ts";
import { businessHours } from "#lib/scheduling/server/clinic/business-hours.ts";
import { weekTemplates } from "#lib/scheduling/server/clinic/week-templates.ts";
import { adminClinic } from "../../../_shell/admin-clinic.ts";
import { answered } from "../../../_shell/answered.ts";
import { addTemplate } from "../../actions.ts";
import { WeeksNav } from "../../weeks-nav.tsx";
import { TemplateFields } from "../template-fields.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("hours.template");
  return { title: t("newTitle") };
}

/** Starts from the usual week, which most templates differ from in a few times only. */
export default async function NewTemplatePage() {
  const { actor, clinic } = await adminClinic();
  const [t, words, hours, templates] = await Promise.all([
    getTranslations("hours"),
    getTranslations("refusal.field"),
    businessHours(clinic.id),
    weekTemplates(actor, { clinicId: clinic.id }).then(answered),
  ]);
  return (
    <>
      <PageHeader size="workspace" title={t("template.newTitle")} lead={t("template.newLead")} />
      <WeeksNav templates={templates} current="new" />
      <WeekForm
        of="clinic"
        action={addTemplate}
        week={typedWeek(usualWeek(hours))}
        problems={{ close_not_after_open: words("close_not_after_open"), shifts_overlap: words("shifts_overlap") }}
        above={<TemplateFields timeZone={clinic.timeZone} />}
      >
        <p className="measure text-md text-ink-muted">{t("follows")}</p>
      </WeekForm>
    </>
  );
}
