import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/form-state.ts";
import type { LocalDate } from "#lib/time.ts";

interface TimeFormProps {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  ids: { clinicId: string; doctorId: string };
  today: LocalDate;
}

const pair = "grid gap-x-4 gap-y-6 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]";

/** Days, or hours where times are given. */
export function TimeOffForm({ action, ids, today }: TimeFormProps) {
  const t = useTranslations("doctorTime");
  return (
    <ActionForm action={action} aria-labelledby="add-off" className="grid content-start gap-6" noValidate>
      <h3 id="add-off" className="text-lg">
        {t("off.add")}
      </h3>
      <Ids {...ids} />
      <div className={pair}>
        <FormTextField name="from" type="date" min={today} label={t("off.from")} hint={t("off.fromHint")} />
        <FormTextField name="fromTime" type="time" label={t("off.fromTime")} hint={t("off.timeHint")} optional />
        <FormTextField name="to" type="date" min={today} label={t("off.to")} hint={t("off.toHint")} optional />
        <FormTextField name="toTime" type="time" label={t("off.toTime")} hint={t("off.timeHint")} optional />
      </div>
      <FormTextField name="reason" label={t("off.reason")} hint={t("off.reasonHint")} maxLength={200} optional />
      <SubmitButton pendingLabel={t("adding")} wide className="justify-self-start">
        {t("off.submit")}
      </SubmitButton>
    </ActionForm>
  );
}

/** One stretch of one day. */
export function WindowForm({ action, ids, today }: TimeFormProps) {
  const t = useTranslations("doctorTime");
  return (
    <ActionForm action={action} aria-labelledby="add-windows" className="grid content-start gap-6" noValidate>
      <h3 id="add-windows" className="text-lg">
        {t("windows.add")}
      </h3>
      <Ids {...ids} />
      <FormTextField name="date" type="date" min={today} label={t("windows.date")} />
      <div className="grid grid-cols-2 gap-4">
        <FormTextField name="startTime" type="time" label={t("windows.startTime")} />
        <FormTextField name="endTime" type="time" label={t("windows.endTime")} />
      </div>
      <SubmitButton variant="secondary" pendingLabel={t("adding")} wide className="justify-self-start">
        {t("windows.submit")}
      </SubmitButton>
    </ActionForm>
  );
}

function Ids({ clinicId, doctorId }: TimeFormProps["ids"]) {
  return (
    <>
      <input type="hidden" name="clinicId" value={clinicId} />
      <input type="hidden" name="doctorId" value={doctorId} />
    </>
  );
}
