"use client";

import type { ReactNode } from "react";
import { useFormState } from "#components/ui/action-form.tsx";

/** What the page found by itself steps back once the form's own answer says more. */
export function UnlessRefused({ children }: { children: ReactNode }) {
  return useFormState().refusal ? null : children;
}
