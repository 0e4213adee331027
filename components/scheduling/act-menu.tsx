"use client";

import { DotsThreeIcon } from "@phosphor-icons/react/dist/ssr/DotsThree";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import { actKey } from "./appointment-acts.ts";
import { DeskForm } from "./desk-form.tsx";
import { ReasonedAct } from "./reasoned-act.tsx";
import type { StepOf } from "./step-button.tsx";
import "./act-menu.css";

interface ActMenuProps {
  appointment: StepOf;
  /** Steps by one press. */
  to: AppointmentStatus[];
  withReason: ("rejected" | "cancelled")[];
  /** Links: to the appointment, to moving it. Rows of `menuRow`. */
  children: ReactNode;
}

export const menuRow =
  "flex min-h-11 w-full items-center rounded-sm px-3 text-start hover:bg-wash aria-disabled:opacity-55";

/** What else may be done with an appointment. The browser's own popover: it opens and closes without scripts. */
export function ActMenu({ appointment, to, withReason, children }: ActMenuProps) {
  const t = useTranslations("board");
  const menu = useRef<HTMLDivElement>(null);
  const id = `acts-${appointment.id}`;
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="grid size-9 shrink-0 place-items-center rounded-md text-ink-muted hover:bg-wash hover:text-ink max-md:size-11"
        data-print="hide"
      >
        <DotsThreeIcon aria-hidden weight="bold" className="size-6" />
        <span className="sr-only">{t("more", { patient: appointment.patient.name })}</span>
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        onSubmit={() => menu.current?.hidePopover()}
        className="by-its-button w-72 max-w-[calc(100vw-2rem)] rounded-md border border-line bg-raised p-2 text-ink shadow-float"
        data-print="hide"
      >
        <p dir="auto" className="w-fit max-w-full truncate px-3 pt-1 pb-2 text-md text-ink-muted">
          {appointment.patient.name}
        </p>
        {to.length > 0 && (
          <DeskForm appointment={appointment} from={appointment.status}>
            {to.map((status) => (
              <button key={status} type="submit" name="to" value={status} className={menuRow}>
                {t(`act.${actKey(appointment.status, status)}`)}
                <span className="sr-only">: {appointment.patient.name}</span>
              </button>
            ))}
          </DeskForm>
        )}
        {children}
        {withReason.length > 0 && (
          <div className="mt-2 grid gap-1 border-t border-line pt-2 [&>details]:ms-0!">
            {withReason.map((step) => (
              <ReasonedAct key={step} appointment={appointment} to={step} />
            ))}
          </div>
        )}
      </div>
    </>
  );
}
