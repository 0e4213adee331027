"use client";

import type { ReactNode } from "react";
import { useFormState } from "#components/ui/action-form.tsx";

/** Steps back once the answer brought ways on of its own; a refusal that only asks for patience leaves it there. */
export function UnlessRefused({ children }: { children: ReactNode }) {
  const { refusal } = useFormState();
  return refusal?.next ? null : children;
}
