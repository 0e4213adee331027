"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { FormCheckbox, FormTextField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ResourceView } from "#lib/scheduling/view.ts";
import { changeRoom } from "./actions.ts";

/** One room: its name and what is coming, its form folded away beneath. */
export function RoomRow({ room }: { room: ResourceView }) {
  const t = useTranslations("rooms");
  const tUi = useTranslations("ui");
  const { id, name, kind, isActive, upcoming } = room;
  return (
    <li className="border-b border-line first:border-t">
      <details>
        <summary className="flex min-h-12 flex-wrap items-center gap-x-4 py-2 hover:bg-wash">
          <span className={isActive ? "font-[560]" : "text-ink-muted"}>{name}</span>
          <span className="figures text-md text-ink-muted">
            {isActive ? t("upcoming", { count: upcoming }) : t("outOfUse", { count: upcoming })}
          </span>
          <span className="link ms-auto text-md">{t("change")}</span>
        </summary>
        <ActionForm
          action={changeRoom}
          values={{ name, kind, ...(isActive ? { isActive: "on" } : {}) }}
          className="grid max-w-prose gap-6 pt-3 pb-6"
        >
          <input type="hidden" name="id" value={id} />
          <div className="grid gap-6 md:grid-cols-2">
            <FormTextField id={`kind-${id}`} name="kind" label={t("kind")} maxLength={60} />
            <FormTextField id={`name-${id}`} name="name" label={t("name")} maxLength={80} />
          </div>
          <FormCheckbox id={`active-${id}`} name="isActive" label={t("isActive")} hint={t("isActiveHint")} />
          <div>
            <SubmitButton pendingLabel={tUi("saving")} variant="secondary">
              {t("save")}
            </SubmitButton>
          </div>
        </ActionForm>
      </details>
    </li>
  );
}
