"use client";

import { type ComponentProps, createContext, useContext } from "react";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import type { DeskState, Refused } from "./desk-state.ts";

interface DeskContent {
  state: DeskState;
  submit: (form: FormData) => void;
}

export const DeskContext = createContext<DeskContent | null>(null);

/** What the surrounding `Desk` knows. */
export function useDesk(): DeskContent {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("A part of the desk stands outside of a Desk");
  return desk;
}

interface DeskFormProps extends Omit<ComponentProps<"form">, "action"> {
  appointment: { id: string; version: number };
  /** What it is before the press, where that decides whether the press can be taken back. */
  from?: AppointmentStatus;
  position?: number;
}

/** A form about one appointment; its buttons and fields say what is wished. */
export function DeskForm({ appointment, from, position = 0, children, ...rest }: DeskFormProps) {
  const { submit } = useDesk();
  return (
    <form action={submit} {...rest}>
      <input type="hidden" name="id" value={appointment.id} />
      <input type="hidden" name="version" value={appointment.version} />
      <input type="hidden" name="position" value={position} />
      {from && <input type="hidden" name="from" value={from} />}
      {children}
    </form>
  );
}

/** The refusal of the last press, if it was this wish for this appointment. */
export function useRefused(appointmentId: string, to: string): Refused | null {
  const { answer } = useDesk().state;
  if (answer?.appointmentId !== appointmentId || !("refused" in answer.outcome)) return null;
  return answer.outcome.wish.to === to ? answer.outcome : null;
}
