"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";

/** Puts an address on the clipboard; beside a link that works without a script. */
export function CopyLink({ href, label, done }: { href: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(href).then(() => setCopied(true));
  return (
    <Button onClick={copy}>
      <span aria-live="polite">{copied ? done : label}</span>
    </Button>
  );
}
