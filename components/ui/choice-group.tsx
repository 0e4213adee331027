import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FieldError, type FieldText } from "./field.tsx";

/** A question answered by one of several radios or tick boxes: fieldset, legend, hint and errors. */
export function ChoiceGroup({
  id,
  label,
  hint,
  errors,
  optional,
  hideLabel = false,
  children,
}: FieldText & { id: string; hideLabel?: boolean; children: ReactNode }) {
  const t = useTranslations("ui");
  return (
    <fieldset
      id={id}
      className="grid min-w-0 gap-2"
      aria-describedby={[hint && `${id}-hint`, errors?.length && `${id}-error`].filter(Boolean).join(" ") || undefined}
    >
      <legend className={hideLabel ? "sr-only" : "mb-1 font-[560]"}>
        {label}
        {optional && <span className="font-normal text-ink-muted"> {t("optional")}</span>}
      </legend>
      {hint && (
        <p id={`${id}-hint`} className="-mt-1 mb-1 text-md text-ink-muted">
          {hint}
        </p>
      )}
      <FieldError id={id} errors={errors} />
      {children}
    </fieldset>
  );
}
