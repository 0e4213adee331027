"use client";

import { type ReactNode, useActionState } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { useFocusOnArrival } from "#components/ui/use-focus-on-arrival.ts";
import { DeskContext, useDesk } from "./desk-form.tsx";
import { type DeskAction, type DeskState, untouched } from "./desk-state.ts";
import { RefusalNotice } from "./refusal-notice.tsx";
import { UndoPress } from "./undo-press.tsx";

/** A page on which appointments are moved on: one action for all its forms, which post without JavaScript too. */
export function Desk({ action, children }: { action: DeskAction; children: ReactNode }) {
  const [state, submit] = useActionState(action, untouched);
  return <DeskContext value={{ state, submit }}>{children}</DeskContext>;
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

function Answer({ state, className, elsewhere = false }: AnswerProps) {
  const notice = useFocusOnArrival({ scroll: elsewhere });
  if (!state.answer) return null;
  const { outcome } = state.answer;
  return (
    <div className={className}>
      {"refused" in outcome ? (
        <RefusalNotice ref={notice} refusal={outcome.refused} timeZone={outcome.timeZone} focusOnLoad>
          {outcome.about}
        </RefusalNotice>
      ) : (
        <Notice
          ref={notice}
          tone={outcome.isInVain ? "warning" : "success"}
          live
          focusOnLoad
          actions={outcome.undo && <UndoPress {...outcome.undo} position={state.answer.position} />}
        >
          {outcome.done}
        </Notice>
      )}
    </div>
  );
}
