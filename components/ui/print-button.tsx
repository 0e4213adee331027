"use client";

import { PrinterIcon } from "@phosphor-icons/react/dist/ssr/Printer";
import { type ReactNode, useSyncExternalStore } from "react";
import { Button } from "./button.tsx";

const never = () => () => {};

/** Opens the browser's own print dialogue; without scripts there is nothing to press, and its menu prints as well. */
export function PrintButton({ children }: { children: ReactNode }) {
  const canPrint = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!canPrint) return null;
  return (
    <Button size="sm" variant="quiet" className="min-h-11 max-sm:hidden" onClick={() => window.print()}>
      <PrinterIcon aria-hidden className="size-5" />
      {children}
    </Button>
  );
}
