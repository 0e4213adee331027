"use client";

import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/ssr/MagnifyingGlass";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type MouseEvent, useEffect, useState } from "react";

/** Fetched with the first search, not with the page. */
const SearchPalette = dynamic(() => import("./search-palette.tsx").then((file) => file.SearchPalette), { ssr: false });

interface SearchButtonProps {
  /** The search as a page: where the button leads without scripts. Its results are asked for below it. */
  href: "/staff/search" | "/doctor/search";
}

/** Opens the palette, by a press or by Ctrl-K (⌘K). */
export function SearchButton({ href }: SearchButtonProps) {
  const t = useTranslations("search");
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setOpened(true);
      setOpen((open) => !open);
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setOpened(true);
    setOpen(true);
  }

  return (
    <>
      {/* Not a Link: it leads to a page only where there are no scripts, or in another tab. */}
      <a
        href={href}
        onClick={open}
        aria-keyshortcuts="Control+K Meta+K"
        className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-md border border-transparent px-2 text-ink-muted hover:bg-wash hover:text-ink md:border-line-control md:bg-raised md:px-3"
      >
        <MagnifyingGlassIcon aria-hidden className="size-5 shrink-0" />
        <span className="max-md:sr-only">{t("title")}</span>
        <kbd aria-hidden className="ms-4 font-sans text-sm text-ink-faint max-lg:hidden">
          {t("shortcut")}
        </kbd>
      </a>
      {wasOpened && <SearchPalette isOpen={isOpen} onOpenChange={setOpen} url={`${href}/results`} page={href} />}
    </>
  );
}
