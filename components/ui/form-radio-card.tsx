"use client";

import type { ComponentProps } from "react";
import { useFormState } from "./action-form.tsx";
import { RadioCard } from "./radio-card.tsx";

/** `RadioCard` that stays chosen after the surrounding `ActionForm` was refused. */
export function FormRadioCard({
  defaultChecked,
  name,
  value,
  ...rest
}: ComponentProps<typeof RadioCard> & { name: string; value: string }) {
  const { values, fieldErrors, attempt } = useFormState();
  const typed = values[name];
  const chosen = typed === undefined ? defaultChecked : Array.isArray(typed) ? typed.includes(value) : typed === value;
  const invalid = fieldErrors[name]?.length ? true : undefined;
  return (
    <RadioCard
      key={attempt}
      name={name}
      value={value}
      defaultChecked={chosen}
      aria-invalid={rest.type === "checkbox" ? undefined : invalid}
      {...rest}
    />
  );
}
