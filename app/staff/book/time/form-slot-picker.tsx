"use client";

import type { ComponentProps } from "react";
import { SlotPicker } from "#components/scheduling/slot-picker.tsx";
import { useFormState } from "#components/ui/action-form.tsx";

/** `SlotPicker` that keeps its time after the surrounding `ActionForm` was refused. */
export function FormSlotPicker({ chosen, ...rest }: ComponentProps<typeof SlotPicker>) {
  const { values, fieldErrors, attempt } = useFormState();
  const posted = Number(values.startsAt);
  return <SlotPicker key={attempt} chosen={posted || chosen} errors={fieldErrors.startsAt} {...rest} />;
}
