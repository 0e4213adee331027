"use client";

import { useFormState } from "#components/ui/action-form.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";

interface MadeTokenProps {
  label: string;
  hint: string;
  copy: string;
  copied: string;
}

/** The token that was just made, this once. */
export function MadeToken({ label, hint, copy, copied }: MadeTokenProps) {
  const { made } = useFormState().values;
  if (typeof made !== "string") return null;
  return (
    <div className="grid justify-items-start gap-3">
      <div className="w-full">
        <TextField
          name="made"
          // Of no form: it is not sent back with the next one.
          form="none"
          label={label}
          hint={hint}
          readOnly
          optional={false}
          defaultValue={made}
          key={made}
          className="figures"
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <CopyButton text={made} label={copy} done={copied} />
    </div>
  );
}
