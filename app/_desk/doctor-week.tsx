import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { typedWeek } from "#components/scheduling/week-form/week.ts";
import { WeekForm } from "#components/scheduling/week-form/week-form.tsx";
import { ClientMessages } from "#components/shell/client-messages.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Actor } from "#lib/auth/actor.ts";
import type { FormState } from "#lib/form-state.ts";
import { asBusinessHours } from "#lib/scheduling/hours.ts";
import { businessHours } from "#lib/scheduling/server/business-hours.ts";
import { weeklyHours } from "#lib/scheduling/server/weekly-hours.ts";

interface DoctorWeekProps {
  actor: Actor;
  clinicId: string;
  doctorId: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** A doctor's week to change, with the clinic's opening behind it. */
export async function DoctorWeek({ actor, clinicId, doctorId, action }: DoctorWeekProps) {
  const [t, words, hours, opening] = await Promise.all([
    getTranslations("doctorHours"),
    getTranslations("refusal.field"),
    weeklyHours(actor, { clinicId, doctorId }),
    businessHours(clinicId),
  ]);
  if (!hours.ok) notFound();
  return (
    <ClientMessages namespaces={["hours", "doctorHours"]}>
      <WeekForm
        of="doctor"
        action={action}
        week={typedWeek(asBusinessHours(hours.value))}
        opening={typedWeek(opening)}
        problems={{ close_not_after_open: words("close_not_after_open"), shifts_overlap: words("shifts_overlap") }}
      >
        <input type="hidden" name="doctorId" value={doctorId} />
        <Notice title={t("stay.title")}>{t("stay.detail")}</Notice>
      </WeekForm>
    </ClientMessages>
  );
}
