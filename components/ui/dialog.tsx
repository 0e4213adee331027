"use client";

import type { ReactNode } from "react";
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay } from "react-aria-components/Modal";

interface DialogProps {
  title: ReactNode;
  /** A `PressButton` that opens it; leave out when `isOpen` says so. */
  trigger?: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** "alertdialog" for a question that must be answered first. */
  role?: "dialog" | "alertdialog";
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A dialog for workspaces; never on the patient's path, where a page does the same without JavaScript. */
export function Dialog({ trigger, isOpen, onOpenChange, ...window }: DialogProps) {
  if (!trigger) return <DialogWindow isOpen={isOpen} onOpenChange={onOpenChange} {...window} />;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <DialogWindow {...window} />
    </DialogTrigger>
  );
}

function DialogWindow({ title, isOpen, onOpenChange, role = "dialog", children }: Omit<DialogProps, "trigger">) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role === "dialog"}
      className="fixed inset-0 z-40 grid items-end justify-items-center bg-scrim sm:items-center sm:p-6"
    >
      <Modal className="max-h-[92dvh] w-full max-w-xl overflow-y-auto rounded-t-md bg-raised shadow-float sm:rounded-md">
        <AriaDialog role={role} className="grid gap-5 p-5 outline-none sm:p-7">
          {({ close }) => (
            <>
              <Heading slot="title" level={2} className="text-xl">
                {title}
              </Heading>
              {typeof children === "function" ? children(close) : children}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
