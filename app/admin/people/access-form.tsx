import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { PersonView } from "#lib/accounts/people.ts";
import { switchAccount } from "./access-actions.ts";

interface AccessFormProps {
  person: PersonView;
  /** Appointments ahead with them as the doctor. */
  ahead: number;
  isSelf: boolean;
}

/** Whether somebody can sign in at all, and the one button that changes it. */
export function AccessForm({ person, ahead, isSelf }: AccessFormProps) {
  const t = useTranslations("people.access");
  const isOff = person.isDisabled;
  const lead = isOff ? t("onLead") : isSelf ? t("self") : t("lead");
  return (
    <Section id="access" title={t("title")} lead={lead}>
      {!isOff && !isSelf && person.doctorSlug && <p className="text-md">{t("ahead", { count: ahead })}</p>}
      {/* One form for both, so that its answer stays where it was given. */}
      <ActionForm action={switchAccount} className="grid justify-items-start gap-4">
        <input type="hidden" name="userId" value={person.id} />
        <input type="hidden" name="name" value={person.name} />
        {(isOff || !isSelf) && (
          <SubmitButton
            name="switch"
            value={isOff ? "on" : "off"}
            variant={isOff ? "secondary" : "danger"}
            pendingLabel={t("working")}
          >
            {t(isOff ? "on" : "off")}
          </SubmitButton>
        )}
      </ActionForm>
    </Section>
  );
}
