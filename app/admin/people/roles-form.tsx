"use client";

import { CheckCircleIcon } from "@phosphor-icons/react/dist/ssr/CheckCircle";
import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { FormCheckbox } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { type GrantableRole, grantableRoles, type PersonView } from "#lib/accounts/people.ts";
import { changeRole } from "./actions.ts";

interface RolesFormProps {
  person: PersonView;
  clinicName: string;
  isLastAdmin: boolean;
  isSelf: boolean;
}

/** Every role with what it allows, held or not, and a button that gives or takes it. */
export function RolesForm({ person, clinicName, isLastAdmin, isSelf }: RolesFormProps) {
  const t = useTranslations("people");
  return (
    <ActionForm action={changeRole} className="grid gap-5" noValidate>
      <input type="hidden" name="userId" value={person.id} />
      <div className="grid gap-1">
        <h2 className="text-xl">{t("rolesAt", { clinic: clinicName })}</h2>
        <p className="text-md text-ink-muted">{t("rolesLead")}</p>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {grantableRoles.map((role) => (
          <li key={role} className="grid gap-x-6 gap-y-3 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
            <RoleWords role={role} isHeld={person.roles.includes(role)} />
            {role === "admin" && isLastAdmin ? (
              <p className="text-md text-ink-muted sm:max-w-56">{t("lastAdmin.row")}</p>
            ) : (
              <RoleButton role={role} isHeld={person.roles.includes(role)} name={person.name} />
            )}
            {role === "admin" && isSelf && !isLastAdmin && person.roles.includes(role) && (
              <FormCheckbox id="giveUpAdmin" name="giveUpAdmin" label={t("giveUp.label")} className="sm:col-span-2" />
            )}
          </li>
        ))}
      </ul>
    </ActionForm>
  );
}

function RoleWords({ role, isHeld }: { role: GrantableRole; isHeld: boolean }) {
  const t = useTranslations("people");
  return (
    <div className="grid gap-0.5">
      <p className="flex items-center gap-2 font-[560]">
        {t(`role.${role}`)}
        {isHeld && (
          <span className="inline-flex items-center gap-1 text-md text-confirmed">
            <CheckCircleIcon aria-hidden weight="bold" className="size-4.5" />
            {t("held")}
          </span>
        )}
      </p>
      <p className="text-md text-ink-muted">{t(`may.${role}`)}</p>
    </div>
  );
}

function RoleButton({ role, isHeld, name }: { role: GrantableRole; isHeld: boolean; name: string }) {
  const t = useTranslations("people");
  return (
    <SubmitButton
      name="change"
      value={`${isHeld ? "revoke" : "grant"}-${role}`}
      variant={isHeld ? "danger" : "secondary"}
      pendingLabel={t("working")}
      aria-label={t(isHeld ? "takeFrom" : "giveTo", { role: t(`role.${role}`), name })}
      className={classNames("justify-self-start whitespace-nowrap", isHeld && "sm:justify-self-end")}
    >
      {t(isHeld ? "take" : "give")}
    </SubmitButton>
  );
}
