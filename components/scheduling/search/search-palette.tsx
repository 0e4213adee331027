"use client";

import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/ssr/MagnifyingGlass";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { RouterProvider } from "react-aria-components";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Input } from "react-aria-components/Input";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { SearchField } from "react-aria-components/SearchField";
import { SearchFindings } from "./search-findings.tsx";
import { useSearch } from "./use-search.ts";

interface SearchPaletteProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Answers with groups. */
  url: string;
  /** The same as a page. */
  page: "/staff/search" | "/doctor/search";
}

/** One field over everything there is: arrows choose, Enter goes there, Escape closes. */
export function SearchPalette({ isOpen, onOpenChange, url, page }: SearchPaletteProps) {
  return (
    <I18nProvider locale={useLocale()}>
      <ModalOverlay
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        isDismissable
        className="fixed inset-0 z-40 flex justify-center bg-scrim p-4 sm:pt-[12vh]"
      >
        <Modal className="w-full max-w-2xl">
          <PaletteDialog url={url} page={page} onGone={() => onOpenChange(false)} />
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}

interface PaletteDialogProps extends Pick<SearchPaletteProps, "url" | "page"> {
  /** When it leads somewhere. */
  onGone: () => void;
}

function PaletteDialog({ url, page, onGone }: PaletteDialogProps) {
  const t = useTranslations("search");
  const router = useRouter();
  const [search, setSearch] = useState("");
  const state = useSearch(url, search);
  /** Enter right after the last letter must not lead to what the letters before it found. */
  function goTo(href: string) {
    if (!state.isSettled) return;
    onGone();
    router.push(href);
  }
  return (
    <Dialog
      aria-label={t("title")}
      className="flex max-h-[min(40rem,calc(100dvh-2rem))] flex-col overflow-hidden rounded-md border border-line bg-raised text-ink shadow-float outline-none sm:max-h-[min(40rem,76vh)]"
    >
      <Autocomplete inputValue={search} onInputChange={setSearch}>
        <SearchField
          aria-label={t(page === "/staff/search" ? "label.staff" : "label.doctor")}
          autoFocus
          maxLength={120}
          className="flex items-center gap-3 border-b border-line px-4"
        >
          <MagnifyingGlassIcon aria-hidden className="size-5 shrink-0 text-ink-muted" />
          <Input
            placeholder={t(page === "/staff/search" ? "label.staff" : "label.doctor")}
            className="min-h-14 w-full bg-transparent text-lg outline-none placeholder:text-ink-faint [&::-webkit-search-cancel-button]:hidden"
          />
        </SearchField>
        <RouterProvider navigate={goTo}>
          <SearchFindings state={state} search={search} />
        </RouterProvider>
      </Autocomplete>
    </Dialog>
  );
}
