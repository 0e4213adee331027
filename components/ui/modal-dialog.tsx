"use client";

import { XIcon } from "@phosphor-icons/react/dist/ssr/X";
import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

interface ModalDialogProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog over the page: takes the focus, keeps it, gives it back; Escape and a press beside it close it. */
export function ModalDialog({ title, closeLabel, onClose, children }: ModalDialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-50 grid place-items-end bg-scrim sm:place-items-center sm:p-6"
    >
      <Modal className="max-h-[92dvh] w-full overflow-y-auto rounded-t-md bg-paper shadow-float sm:max-w-lg sm:rounded-md">
        <Dialog className="grid gap-5 p-5 outline-none sm:p-7">
          <div className="flex items-start justify-between gap-4">
            <Heading slot="title" className="min-w-0 text-xl">
              {title}
            </Heading>
            <button
              type="button"
              onClick={onClose}
              aria-label={closeLabel}
              className="-me-2 -mt-2 grid size-11 shrink-0 place-items-center rounded-md text-ink-muted hover:bg-wash hover:text-ink"
            >
              <XIcon aria-hidden className="size-5" />
            </button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
