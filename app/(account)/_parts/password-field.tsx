"use client";

import { type ComponentProps, useId, useState, useSyncExternalStore } from "react";
import { FormTextField } from "#components/ui/form-fields.tsx";

type PasswordFieldProps = Omit<ComponentProps<typeof FormTextField>, "type" | "defaultValue"> & {
  showLabel: string;
  hideLabel: string;
};

const never = () => () => {};

/** A password that can be looked at while it is typed; the button for that is there only where scripts run. */
export function PasswordField({ showLabel, hideLabel, ...field }: PasswordFieldProps) {
  const key = useId();
  const [isShown, setShown] = useState(false);
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const id = `${field.name}-${key}`;
  return (
    <div className="relative">
      <FormTextField id={id} {...field} type={isShown ? "text" : "password"} spellCheck={false} autoCapitalize="none" />
      {hasScripts && (
        <button
          type="button"
          aria-controls={id}
          onClick={() => setShown(!isShown)}
          className="link absolute end-0 -top-2.5 min-h-11 px-1 text-md"
        >
          {isShown ? hideLabel : showLabel}
        </button>
      )}
    </div>
  );
}
