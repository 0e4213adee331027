"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormChoiceGroup, FormTextField } from "#components/ui/form-fields.tsx";
import { FormRadioCard } from "#components/ui/form-radio-card.tsx";
import { RadioCardList } from "#components/ui/radio-card.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ClosureEntry } from "#lib/scheduling/closures.ts";
import type { LocalDate, TimeZone } from "#lib/time.ts";
import { ConcernedAppointments } from "../_parts/concerned-appointments.tsx";
import { addDays, changeDays } from "./actions.ts";
import { closureValues } from "./closure-values.ts";
import { ShiftsField } from "./shifts-field.tsx";

interface ClosureFormProps {
  /** Left out for a new one. */
  entry?: ClosureEntry;
  /** The first day of a new one, where it was chosen already. */
  day?: LocalDate | undefined;
  timeZone: TimeZone;
}

/** Some days, why, and whether the practice is closed then or open at other hours. */
export function ClosureForm({ entry, day, timeZone }: ClosureFormProps) {
  const t = useTranslations("closures");
  const tUi = useTranslations("ui");
  return (
    <ActionForm
      action={entry ? changeDays : addDays}
      values={entry ? closureValues(entry) : day ? { from: day } : {}}
      className="group grid max-w-prose gap-6"
      noValidate
    >
      {/* The first button of a form answers the Enter key. */}
      <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden className="sr-only" />
      <ConcernedAppointments timeZone={timeZone} />
      {entry && <input type="hidden" name="id" value={entry.id} />}
      <FormTextField name="reason" label={t("form.reason")} hint={t("form.reasonHint")} maxLength={120} />
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <FormTextField name="from" type="date" label={t("form.from")} hint={t("form.fromHint")} className="figures" />
        <FormTextField
          name="to"
          type="date"
          label={t("form.to")}
          hint={t("form.toHint")}
          optional
          className="figures"
        />
      </div>
      <FormChoiceGroup id="kind" name="kind" label={t("form.kind")}>
        <RadioCardList>
          <FormRadioCard
            name="kind"
            value="closed"
            defaultChecked
            title={t("form.closed")}
            description={t("form.closedHint")}
          />
          <FormRadioCard name="kind" value="special" title={t("form.special")} description={t("form.specialHint")} />
        </RadioCardList>
      </FormChoiceGroup>
      <div className="hidden group-has-[[value=special]:checked]:block">
        <ShiftsField />
      </div>
      <p className="text-md text-ink-muted">{t("form.follows")}</p>
      <SubmitButton name="intent" value="save" pendingLabel={tUi("saving")} wide className="justify-self-start">
        {entry ? t("edit.submit") : t("new.submit")}
      </SubmitButton>
    </ActionForm>
  );
}
