import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { slotCoverage } from "#lib/scheduling/server/slots/slot-coverage.ts";
import { slotLimits } from "#lib/scheduling/slot.ts";
import { addDays, isLocalDate } from "#lib/time.ts";
import { adminClinic } from "../../_shell/admin-clinic.ts";
import { answered } from "../../_shell/answered.ts";
import type { PageQuery } from "../../_shell/page-query.ts";
import { RegenerateForm } from "./regenerate-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("slots.regenerate");
  return { title: t("title") };
}

export default async function RegeneratePage({ searchParams }: PageQuery) {
  const [{ actor, clinic }, { date }, t, slots] = await Promise.all([
    adminClinic(),
    searchParams,
    getTranslations("slots.regenerate"),
    getTranslations("slots"),
  ]);
  const { today, until } = answered(await slotCoverage(actor, { clinicId: clinic.id }));
  const asked = typeof date === "string" && isLocalDate(date) && date >= today ? date : null;
  const last = addDays(today, slotLimits.maxDays - 1);
  const to = until !== null && until < last ? until : last;
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href="/admin/slots">{slots("title")}</BackLink>}
        title={t("title")}
        lead={t("lead")}
      />
      <RegenerateForm suggested={asked ? { from: asked, to: asked } : { from: today, to }} timeZone={clinic.timeZone} />
    </>
  );
}
