import { useTranslations } from "next-intl";
import { InsteadTimes } from "#components/scheduling/instead-times.tsx";
import { QuestionFields } from "#components/scheduling/question-fields.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormCheckbox, FormTextareaField, FormTextField } from "#components/ui/form-fields.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { AvailableDay } from "#lib/scheduling/availability.ts";
import { termsOf } from "#lib/scheduling/terms.ts";
import { bookAtDesk } from "./actions.ts";
import { FormSlotPicker } from "./form-slot-picker.tsx";

import type { DeskChoice } from "./load.ts";

/** The time, who comes and what they say, on one page: sent together, so that a refusal loses nothing. */
export function DeskForm({ choice, days }: { choice: DeskChoice; days: AvailableDay[] }) {
  const { asked, clinic, patient, service, doctors, doctor } = choice;
  const t = useTranslations("deskBooking.time");
  const { minutes } = termsOf(service, doctor ? [doctor.id] : undefined);
  const doctorNames = Object.fromEntries(doctors.map(({ id, name }) => [id, name]));
  const { day: _, startsAt: chosen, ...kept } = asked;
  return (
    <ActionForm
      action={bookAtDesk}
      refusalActions={<InsteadTimes timeZone={clinic.timeZone} doctorNames={doctorNames} />}
      className="grid gap-8"
    >
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormSlotPicker
        days={days}
        timeZone={clinic.timeZone}
        legend={t("legend")}
        doctorNames={doctorNames}
        durationMinutes={minutes.least}
        chosen={chosen}
      />
      <div className="grid max-w-prose">
        {!patient && (
          <Section id="who" title={t("who.title")} lead={t("who.lead")}>
            <FormTextField name="contact.name" label={t("who.name")} maxLength={120} autoComplete="off" />
            <div className="grid gap-5 sm:grid-cols-2">
              <FormTextField
                name="contact.phone"
                label={t("who.phone")}
                type="tel"
                optional
                maxLength={40}
                autoComplete="off"
              />
              <FormTextField name="contact.email" label={t("who.email")} type="email" optional autoComplete="off" />
            </div>
          </Section>
        )}
        <Section id="more" title={t("more.title")}>
          <QuestionFields questions={service.questions} allOptional />
          <FormTextareaField
            name="notes"
            label={t("more.notes")}
            hint={t("more.notesHint")}
            optional
            rows={3}
            maxLength={1000}
            autoComplete="off"
          />
          <FormCheckbox id="urgent" name="urgent" label={t("more.urgent")} />
        </Section>
        <SubmitButton pendingLabel={t("booking")} wide className="justify-self-start">
          {t("book")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
