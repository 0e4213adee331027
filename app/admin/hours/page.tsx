import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { typedWeek } from "#components/scheduling/week-form/week.ts";
import { WeekForm } from "#components/scheduling/week-form/week-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { businessHours } from "#lib/scheduling/server/business-hours.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { saveHours } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("hours");
  return { title: t("title") };
}

export default async function HoursPage() {
  const { clinic } = await adminClinic();
  const [t, words, hours] = await Promise.all([
    getTranslations("hours"),
    getTranslations("refusal.field"),
    businessHours(clinic.id),
  ]);
  return (
    <>
      <PageHeader size="workspace" title={t("title")} lead={t("lead", { zone: clinic.timeZone })} />
      <WeekForm
        of="clinic"
        action={saveHours}
        week={typedWeek(hours)}
        problems={{ close_not_after_open: words("close_not_after_open"), shifts_overlap: words("shifts_overlap") }}
      >
        <Notice title={t("stay.title")}>
          {t.rich("stay.detail", {
            link: (text) => (
              <Link href="/admin/slots/generate" className="link">
                {text}
              </Link>
            ),
          })}
        </Notice>
      </WeekForm>
    </>
  );
}
