"use client";

import { useTranslations } from "next-intl";
import { ActionForm, useFormState } from "#components/ui/action-form.tsx";
import { FormChoiceGroup, FormTextField } from "#components/ui/form-fields.tsx";
import { RadioCard, RadioCardList } from "#components/ui/radio-card.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { grantableRoles } from "#lib/accounts/people.ts";
import { invite } from "./invitation-actions.ts";

/** Whom to ask, and for what; several roles at once are common: a doctor who also administers. */
export function InviteForm() {
  const t = useTranslations("people");
  return (
    <ActionForm action={invite} className="grid gap-6" noValidate>
      <FormTextField
        name="email"
        type="email"
        autoComplete="off"
        maxLength={254}
        label={t("invite.email")}
        className="max-w-md"
      />
      <FormChoiceGroup id="roles" name="roles" label={t("invite.roles")}>
        <RoleChoices />
      </FormChoiceGroup>
      <div>
        <SubmitButton wide pendingLabel={t("invite.pending")}>
          {t("invite.submit")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function RoleChoices() {
  const t = useTranslations("people");
  const { values, attempt } = useFormState();
  const chosen = [values.roles ?? []].flat();
  return (
    <RadioCardList>
      {grantableRoles.map((role) => (
        <RadioCard
          key={`${role} ${attempt}`}
          type="checkbox"
          name="roles"
          value={role}
          defaultChecked={chosen.includes(role)}
          title={t(`role.${role}`)}
          description={t(`may.${role}`)}
        />
      ))}
    </RadioCardList>
  );
}
