import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormCheckbox, FormChoiceGroup } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { noticeParts } from "#lib/notice-unit.ts";
import type { OwnReminders } from "#lib/notifications/server/own-reminders.ts";
import { Part } from "./part.tsx";
import { saveOwnReminders } from "./reminders-action.ts";

/** Which of the practice's reminders one wants, and by which way. */
export function OwnRemindersSection({ reminders, email }: { reminders: OwnReminders; email: string }) {
  const t = useTranslations("reminders");
  const { plan, wanted, texts } = reminders;
  if (plan.length === 0) return null;
  return (
    <Part id="reminders" title={t("own.title")} lead={t("own.lead", { email })}>
      <ActionForm action={saveOwnReminders} className="grid max-w-md gap-6">
        <FormChoiceGroup id="which" name="reminders" label={t("own.which")}>
          <div className="grid">
            {plan.map((before) => {
              const { amount: count, unit } = noticeParts(before);
              const name = `reminder-${before}`;
              const label = t(`before.${unit}`, { count });
              return (
                <FormCheckbox key={name} id={name} name={name} label={label} defaultChecked={wanted.includes(before)} />
              );
            })}
          </div>
        </FormChoiceGroup>
        {texts && (
          <FormCheckbox
            id="bySms"
            name="bySms"
            label={t("own.bySms")}
            hint={texts.phone ? t("own.bySmsHint", { phone: texts.phone }) : t("own.bySmsNoPhone")}
            defaultChecked={texts.isChosen}
          />
        )}
        <div>
          <SubmitButton variant="secondary" pendingLabel={t("own.saving")}>
            {t("own.save")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Part>
  );
}
