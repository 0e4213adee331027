import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { typedWeek } from "#components/scheduling/week-form/week.ts";
import { WeekForm } from "#components/scheduling/week-form/week-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { weekTemplates } from "#lib/scheduling/server/clinic/week-templates.ts";
import { adminClinic } from "../../../_shell/admin-clinic.ts";
import { answered } from "../../../_shell/answered.ts";
import type { PageQuery } from "../../../_shell/page-query.ts";
import { changeTemplate, removeTemplate } from "../../actions.ts";
import { WeeksNav } from "../../weeks-nav.tsx";
import { TemplateFields } from "../template-fields.tsx";

interface Props extends PageQuery {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("hours");
  return { title: t("title") };
}

export default async function TemplatePage({ params, searchParams }: Props) {
  const [{ actor, clinic }, { id }, { done }] = await Promise.all([adminClinic(), params, searchParams]);
  const [t, words, templates] = await Promise.all([
    getTranslations("hours"),
    getTranslations("refusal.field"),
    weekTemplates(actor, { clinicId: clinic.id }).then(answered),
  ]);
  const template = templates.find((each) => each.id === id);
  if (!template) notFound();
  return (
    <>
      <PageHeader size="workspace" title={template.name} lead={t("template.lead")} />
      <WeeksNav templates={templates} current={id} />
      {done === "added" && (
        <Notice tone="success" live focusOnLoad className="mb-8">
          {t("template.added")}
        </Notice>
      )}
      <div className="pb-14">
        <WeekForm
          key={id}
          of="clinic"
          action={changeTemplate}
          week={typedWeek(template.hours.map((shift) => ({ ...shift, isClosed: false })))}
          problems={{ close_not_after_open: words("close_not_after_open"), shifts_overlap: words("shifts_overlap") }}
          above={<TemplateFields template={template} timeZone={clinic.timeZone} />}
        >
          <p className="measure text-md text-ink-muted">{t("follows")}</p>
        </WeekForm>
      </div>
      <Section id="remove" title={t("template.removeTitle")} lead={t("template.removeDetail")}>
        <ActionForm action={removeTemplate} className="grid justify-items-start gap-4">
          <input type="hidden" name="id" value={id} />
          <SubmitButton variant="danger" pendingLabel={t("template.removing")}>
            {t("template.remove")}
          </SubmitButton>
        </ActionForm>
      </Section>
    </>
  );
}
