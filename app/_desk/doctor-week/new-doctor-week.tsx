import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { databaseClock } from "#lib/clock.ts";
import { clinicToday } from "#lib/scheduling/server/clinic/clinic-today.ts";
import { weeklyHours } from "#lib/scheduling/server/doctors/weekly-hours.ts";
import { weekOn } from "#lib/scheduling/weeks.ts";
import { addDoctorWeek } from "./actions.ts";
import { DoctorWeekForm, type WeekDesk } from "./doctor-week-form.tsx";

/** Hours that take over from a day on; they begin as a copy of today's. */
export async function NewDoctorWeek(desk: WeekDesk) {
  const { actor, clinicId, doctorId } = desk;
  const [t, hours, answer, today] = await Promise.all([
    getTranslations("doctorWeeks"),
    getTranslations("doctorHours"),
    weeklyHours(actor, { clinicId, doctorId }),
    clinicToday(clinicId, databaseClock),
  ]);
  if (!answer.ok || !today) notFound();
  return (
    <DoctorWeekForm
      {...desk}
      action={addDoctorWeek}
      hours={weekOn(answer.value, today).hours}
      day={today}
      above={
        <div className="grid max-w-prose gap-6 sm:grid-cols-2">
          <FormTextField name="from" label={t("new.from")} hint={t("new.fromHint")} type="date" min={today} />
          <FormTextField
            name="until"
            label={t("new.until")}
            hint={t("new.untilHint")}
            type="date"
            min={today}
            optional
          />
        </div>
      }
    >
      <Notice title={hours("stay.title")}>{hours("stay.detail")}</Notice>
    </DoctorWeekForm>
  );
}
