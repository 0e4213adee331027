"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import type { ComponentProps, FocusEvent } from "react";
import { type FieldValues, FormProvider, useForm, useFormContext } from "react-hook-form";
import type { z } from "zod";
import { ActionForm } from "./action-form.tsx";
import { FormTextareaField, FormTextField } from "./form-fields.tsx";

interface LiveFormProps extends ComponentProps<typeof ActionForm> {
  /** The command's own, or the part of it that this form asks for; its messages are keys of `refusal.field`. */
  schema: z.ZodType<FieldValues, FieldValues>;
}

/**
 * An `ActionForm` that speaks up before it is sent: a field is checked when it is left, then as it is mended. What is
 * sent is still judged by the server alone, and all of it works without scripts.
 */
export function LiveForm({ schema, values, ...rest }: LiveFormProps) {
  const form = useForm({ resolver: zodResolver(schema), mode: "onTouched", defaultValues: values ?? {} });
  return (
    <FormProvider {...form}>
      <ActionForm values={values} {...rest} />
    </FormProvider>
  );
}

export function LiveTextField(props: ComponentProps<typeof FormTextField>) {
  return <FormTextField {...props} {...useLive(props.name)} />;
}

export function LiveTextareaField(props: ComponentProps<typeof FormTextareaField>) {
  return <FormTextareaField {...props} {...useLive(props.name)} />;
}

function useLive(name: string) {
  const { register, getFieldState, formState } = useFormContext();
  const t = useTranslations("refusal.field");
  const { onBlur: check, onChange, ref } = register(name);
  const onBlur = (event: FocusEvent) => (goesOnTyping(event) ? check(event) : undefined);
  const problem = getFieldState(name, formState).error?.message;
  if (!problem) return { onBlur, onChange, ref };
  return { onBlur, onChange, ref, errors: [t.has(problem as "invalid") ? t(problem as "invalid") : t("invalid")] };
}

/** Words that appear while somebody presses a button below would move it from under the pointer, and the press be lost. */
function goesOnTyping({ relatedTarget }: FocusEvent): boolean {
  return relatedTarget?.matches("input:not([type=checkbox], [type=radio]), textarea, select") ?? false;
}
