"use client";

import type { ReactNode } from "react";
import { useFormState } from "#components/ui/action-form.tsx";
import { TextField } from "#components/ui/text-field.tsx";

interface MadeAddressProps {
  label: string;
  hint: string;
  open: string;
  /** In its place while there is no address to show. */
  children: ReactNode;
}

/** The address that was just made, this once. */
export function MadeAddress({ label, hint, open, children }: MadeAddressProps) {
  const { address } = useFormState().values;
  if (typeof address !== "string") return children;
  return (
    <div className="grid gap-3">
      <TextField
        name="address"
        label={label}
        hint={hint}
        readOnly
        optional={false}
        defaultValue={address}
        key={address}
        className="figures"
        onFocus={(event) => event.currentTarget.select()}
      />
      <p>
        <a href={address.replace(/^https?:/, "webcal:")} className="link">
          {open}
        </a>
      </p>
    </div>
  );
}
