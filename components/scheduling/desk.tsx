"use client";

import {
  type ComponentProps,
  createContext,
  type ReactNode,
  useActionState,
  useContext,
  useEffect,
  useRef,
} from "react";
import { Notice } from "#components/ui/notice.tsx";
import { type DeskAction, type DeskState, type Refused, untouched } from "./desk-state.ts";
import { RefusalNotice } from "./refusal-notice.tsx";

interface DeskContent {
  state: DeskState;
  submit: (form: FormData) => void;
}

const DeskContext = createContext<DeskContent | null>(null);

function useDesk(): DeskContent {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("A part of the desk stands outside of a Desk");
  return desk;
}

/** A page on which appointments are moved on: one action for all its forms, which post without JavaScript too. */
export function Desk({ action, children }: { action: DeskAction; children: ReactNode }) {
  const [state, submit] = useActionState(action, untouched);
  return <DeskContext value={{ state, submit }}>{children}</DeskContext>;
}

interface DeskFormProps extends Omit<ComponentProps<"form">, "action"> {
  appointment: { id: string; version: number };
  position?: number;
}

/** A form about one appointment; its buttons and fields say what is wished. */
export function DeskForm({ appointment, position = 0, children, ...rest }: DeskFormProps) {
  const { submit } = useDesk();
  return (
    <form action={submit} {...rest}>
      <input type="hidden" name="id" value={appointment.id} />
      <input type="hidden" name="version" value={appointment.version} />
      <input type="hidden" name="position" value={position} />
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

/** What came of the last press, if it was on this appointment. */
export function DeskResult({ of, className }: { of: string; className?: string }) {
  const { state } = useDesk();
  return state.answer?.appointmentId === of ? <Answer key={state.attempt} state={state} className={className} /> : null;
}

/** What came of the last press, if its appointment is no longer among those `shown`. */
export function DeskRemainder({ shown, className }: { shown: string[]; className?: string }) {
  const { state } = useDesk();
  const isGone = state.answer && !shown.includes(state.answer.appointmentId);
  return isGone ? <Answer key={state.attempt} state={state} className={className} elsewhere /> : null;
}

interface DeskListProps {
  label: string;
  className?: string;
  rows: { id: string; row: ReactNode }[];
  /** Instead of the list when nothing is left, under the last answer. */
  empty: ReactNode;
}

/** A list from which appointments vanish when they are dealt with: the answer stands where the row stood. */
export function DeskList({ label, className, rows, empty }: DeskListProps) {
  const { state } = useDesk();
  const { answer, attempt } = state;
  const items = rows.map(({ id, row }) => <li key={id}>{row}</li>);
  if (answer && !rows.some(({ id }) => id === answer.appointmentId)) {
    const stood = (
      <li key={`answer-${attempt}`} className="py-4">
        <Answer state={state} />
      </li>
    );
    items.splice(answer.position, 0, stood);
  }
  return (
    <>
      {items.length > 0 && (
        <ol aria-label={label} className={className}>
          {items}
        </ol>
      )}
      {rows.length === 0 && empty}
    </>
  );
}

interface AnswerProps {
  state: DeskState;
  className?: string;
  /** Not where the button was, so the page has to move there. */
  elsewhere?: boolean;
}

/** Takes the focus: the button that was pressed is often gone by now. */
function Answer({ state, className, elsewhere = false }: AnswerProps) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus({ preventScroll: !elsewhere }), [elsewhere]);
  if (!state.answer) return null;
  const { outcome } = state.answer;
  return (
    <div className={className}>
      {"refused" in outcome ? (
        <RefusalNotice ref={notice} refusal={outcome.refused} timeZone={outcome.timeZone}>
          {outcome.about}
        </RefusalNotice>
      ) : (
        <Notice ref={notice} tone="success" live>
          {outcome.done}
        </Notice>
      )}
    </div>
  );
}
