"use client";

import { CheckIcon } from "@phosphor-icons/react/dist/ssr/Check";
import { CopyIcon } from "@phosphor-icons/react/dist/ssr/Copy";
import { useState, useSyncExternalStore } from "react";
import { Button } from "./button.tsx";

const never = () => () => {};
const canCopy = () => "clipboard" in navigator;

/** Puts a text on the clipboard; beside a field it can be copied from by hand. Nothing where that cannot be done. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState<string>();
  if (!useSyncExternalStore(never, canCopy, () => false)) return null;
  const isCopied = copied === text;
  const Icon = isCopied ? CheckIcon : CopyIcon;
  return (
    <Button onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(text))}>
      <Icon aria-hidden className="size-5" />
      <span aria-live="polite">{isCopied ? done : label}</span>
    </Button>
  );
}
