import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormCheckbox, FormTextareaField } from "#components/ui/form-fields.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/form-state.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";

interface RemarksProps {
  appointment: AppointmentView;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** What the team says to each other about an appointment. */
export function Remarks({ appointment, action }: RemarksProps) {
  const t = useTranslations("desk.remarks");
  const tUi = useTranslations("ui");
  const { id, version, urgent, internalNotes } = appointment;
  return (
    <Section id="remarks" title={t("title")} lead={t("lead")}>
      <ActionForm
        action={action}
        values={{ internalNotes: internalNotes ?? "", ...(urgent ? { urgent: "on" } : {}) }}
        className="grid max-w-prose gap-4"
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <FormCheckbox id="urgent" name="urgent" label={t("urgent")} hint={t("urgentHint")} />
        <FormTextareaField
          name="internalNotes"
          label={t("notes")}
          optional
          rows={3}
          maxLength={2000}
          autoComplete="off"
        />
        <SubmitButton variant="secondary" pendingLabel={tUi("saving")} className="justify-self-start">
          {t("save")}
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}
