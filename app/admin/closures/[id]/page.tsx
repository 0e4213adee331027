import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { findClosure } from "#lib/scheduling/server/clinic/closure-entries.ts";
import { adminClinic } from "../../_shell/admin-clinic.ts";
import { answered } from "../../_shell/answered.ts";
import { removeDays } from "../actions.ts";
import { ClosureForm } from "../closure-form.tsx";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("closures.edit");
  return { title: t("title") };
}

export default async function ClosurePage({ params }: Props) {
  const [{ actor, clinic }, { id }] = await Promise.all([adminClinic(), params]);
  const [t, entry] = await Promise.all([getTranslations("closures"), findClosure(actor, id).then(answered)]);
  const year = entry.from.slice(0, 4);
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href={`/admin/closures?year=${year}`}>{t("title")}</BackLink>}
        title={entry.reason}
      />
      <div className="pb-14">
        <ClosureForm key={id} entry={entry} timeZone={clinic.timeZone} />
      </div>
      <Section id="remove" title={t("remove.title")} lead={t("remove.detail")}>
        <ActionForm action={removeDays} className="grid justify-items-start gap-4">
          <input type="hidden" name="id" value={entry.id} />
          <input type="hidden" name="year" value={year} />
          <SubmitButton variant="danger" pendingLabel={t("remove.working")}>
            {t("remove.submit")}
          </SubmitButton>
        </ActionForm>
      </Section>
    </>
  );
}
