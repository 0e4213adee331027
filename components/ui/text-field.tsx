import type { ComponentProps, ReactNode } from "react";
import { describedBy, Field, type FieldText, Input, Select, Textarea } from "./field.tsx";

type Named = FieldText & { name: string };

/** Labelled one-line input; its id is its name unless given. */
export function TextField({ id, label, hint, errors, optional, ...rest }: ComponentProps<"input"> & Named) {
  const key = id ?? rest.name;
  return (
    <Field id={key} label={label} hint={hint} errors={errors} optional={optional}>
      <Input
        id={key}
        required={!optional}
        aria-describedby={describedBy(key, { hint, errors })}
        invalid={!!errors?.length}
        {...rest}
      />
    </Field>
  );
}

export function TextareaField({ id, label, hint, errors, optional, ...rest }: ComponentProps<"textarea"> & Named) {
  const key = id ?? rest.name;
  return (
    <Field id={key} label={label} hint={hint} errors={errors} optional={optional}>
      <Textarea
        id={key}
        required={!optional}
        aria-describedby={describedBy(key, { hint, errors })}
        invalid={!!errors?.length}
        {...rest}
      />
    </Field>
  );
}

export function SelectField({
  id,
  label,
  hint,
  errors,
  optional,
  children,
  ...rest
}: ComponentProps<"select"> & Named & { children: ReactNode }) {
  const key = id ?? rest.name;
  return (
    <Field id={key} label={label} hint={hint} errors={errors} optional={optional}>
      <Select
        id={key}
        required={!optional}
        aria-describedby={describedBy(key, { hint, errors })}
        invalid={!!errors?.length}
        {...rest}
      >
        {children}
      </Select>
    </Field>
  );
}
