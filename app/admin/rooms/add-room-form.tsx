"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormTextField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { addRoom } from "./actions.ts";

export function AddRoomForm({ kinds }: { kinds: string[] }) {
  const t = useTranslations("rooms");
  const tUi = useTranslations("ui");
  return (
    <ActionForm action={addRoom} className="grid max-w-prose gap-6">
      <div className="grid gap-6 md:grid-cols-2">
        <FormTextField name="kind" label={t("kind")} hint={t("kindHint")} maxLength={60} list="kinds" />
        <FormTextField name="name" label={t("name")} hint={t("nameHint")} maxLength={80} />
      </div>
      <datalist id="kinds">
        {kinds.map((kind) => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
      <div>
        <SubmitButton pendingLabel={tUi("saving")}>{t("add.submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
