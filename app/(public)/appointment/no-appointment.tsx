import { getTranslations } from "next-intl/server";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { currentClinic } from "../../_shell/current-clinic.ts";

/** For every link that opens nothing, whatever the reason. */
export async function NoAppointment() {
  const [t, clinic] = await Promise.all([getTranslations("guestAppointment.none"), currentClinic()]);
  return (
    <PageMain width="prose">
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="flex flex-wrap items-center gap-4">
        {clinic.phone && <PhoneLink phone={clinic.phone} />}
        <ButtonLink href="/book">{t("book")}</ButtonLink>
      </div>
    </PageMain>
  );
}
