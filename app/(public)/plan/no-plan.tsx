import { getTranslations } from "next-intl/server";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { currentClinic } from "../../_shell/current-clinic.ts";

/** For every link that opens nothing, whatever the reason. */
export async function NoPlan() {
  const [t, clinic] = await Promise.all([getTranslations("planPortal.none"), currentClinic()]);
  return (
    <PageMain width="prose">
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="flex flex-wrap items-center gap-4">
        <ButtonLink href="/plans/link" variant="primary" wide>
          {t("again")}
        </ButtonLink>
        {clinic.phone && <PhoneLink phone={clinic.phone} />}
      </div>
    </PageMain>
  );
}
