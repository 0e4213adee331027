import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ReminderPlan } from "#lib/notifications/server/reminder-plan.ts";
import { FormEnd, FormPart } from "../_parts/form-part.tsx";
import { ReminderFields } from "./reminder-fields.tsx";
import { rowValues } from "./reminder-rows.ts";
import { saveReminders } from "./reminders-action.ts";

/** When patients are reminded, and the front desk of its day. */
export function ReminderForm({ plan, sendsTexts }: { plan: ReminderPlan; sendsTexts: boolean }) {
  const t = useTranslations("reminders.clinic");
  const tUi = useTranslations("ui");
  const values = { ...rowValues(plan.reminderMinutes), dailySheetTime: plan.dailySheetTime ?? "" };
  return (
    <ActionForm action={saveReminders} values={values} className="mt-16 grid gap-12" noValidate>
      <FormPart id="reminders" title={t("title")} lead={t("lead")}>
        <ReminderFields />
        <div className="grid gap-0.5">
          <p className="font-[560]">{t("texts")}</p>
          <p className="measure text-md text-ink-muted">{t(sendsTexts ? "textsOn" : "textsOff")}</p>
        </div>
      </FormPart>
      <FormPart id="daily-sheet" title={t("sheet")} lead={t("sheetLead")}>
        <div className="max-w-56">
          <FormTextField
            name="dailySheetTime"
            type="time"
            label={t("sheetTime")}
            hint={t("sheetTimeHint")}
            optional
            className="figures"
          />
        </div>
      </FormPart>
      <FormEnd>
        <SubmitButton variant="secondary" pendingLabel={tUi("saving")} wide>
          {t("save")}
        </SubmitButton>
      </FormEnd>
    </ActionForm>
  );
}
