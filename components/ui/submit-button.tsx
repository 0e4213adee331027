"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button.tsx";

type SubmitButtonProps = Omit<ComponentProps<typeof Button>, "type"> & {
  /** Read out and shown while the form is on its way, e.g. "Booking…". */
  pendingLabel?: string;
};

/** Submits its form; a second press while the first is on its way does nothing. */
export function SubmitButton({ children, pendingLabel, onClick, name, value, ...rest }: SubmitButtonProps) {
  const { pending, data } = useFormStatus();
  const mine = pending && (name === undefined || data.get(name) === value);
  return (
    <Button
      variant="primary"
      {...rest}
      type="submit"
      name={name}
      value={value}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    >
      {mine && (
        <span aria-hidden className="size-4 animate-spin rounded-full border-2 border-current border-t-transparent" />
      )}
      <span aria-live="polite">{mine && pendingLabel ? pendingLabel : children}</span>
    </Button>
  );
}
