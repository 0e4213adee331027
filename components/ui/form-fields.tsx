"use client";

import type { ComponentProps } from "react";
import { useFormState } from "./action-form.tsx";
import { ChoiceGroup } from "./choice-group.tsx";
import { Checkbox } from "./field.tsx";
import { SelectField, TextareaField, TextField } from "./text-field.tsx";

function useAnswer(name: string, fallback?: unknown) {
  const { values, fieldErrors, attempt } = useFormState();
  const typed = values[name];
  const value = Array.isArray(typed) ? typed[0] : typed;
  return {
    value: value ?? (fallback === undefined ? undefined : String(fallback)),
    errors: fieldErrors[name],
    attempt,
  };
}

/** `TextField` that takes its value and errors from the surrounding `ActionForm`. */
export function FormTextField({ defaultValue, errors, ...rest }: ComponentProps<typeof TextField>) {
  const answer = useAnswer(rest.name, defaultValue);
  return <TextField defaultValue={answer.value} errors={errors ?? answer.errors} {...rest} />;
}

export function FormTextareaField({ defaultValue, errors, ...rest }: ComponentProps<typeof TextareaField>) {
  const answer = useAnswer(rest.name, defaultValue);
  return <TextareaField defaultValue={answer.value} errors={errors ?? answer.errors} {...rest} />;
}

/** Keyed by the answer: React puts a select back to its first value when an action ends. */
export function FormSelectField({ defaultValue, errors, ...rest }: ComponentProps<typeof SelectField>) {
  const answer = useAnswer(rest.name, defaultValue);
  return <SelectField key={answer.attempt} defaultValue={answer.value} errors={errors ?? answer.errors} {...rest} />;
}

export function FormCheckbox({
  defaultChecked,
  errors,
  name,
  ...rest
}: ComponentProps<typeof Checkbox> & { name: string }) {
  const { values, fieldErrors, attempt } = useFormState();
  const ticked = attempt > 0 ? values[name] !== undefined : (defaultChecked ?? values[name] !== undefined);
  return <Checkbox key={attempt} name={name} defaultChecked={ticked} errors={errors ?? fieldErrors[name]} {...rest} />;
}

/** `ChoiceGroup` with its errors from the surrounding form. */
export function FormChoiceGroup({ name, errors, ...rest }: ComponentProps<typeof ChoiceGroup> & { name: string }) {
  const { fieldErrors } = useFormState();
  return <ChoiceGroup errors={errors ?? fieldErrors[name]} {...rest} />;
}
