"use client";

import { type ReactNode, useActionState, useState } from "react";
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

/** What came of the last press, if it took its appointment away from those `shown`. */
export function DeskRemainder({ shown, className }: { shown: string[]; className?: string }) {
  const { state } = useDesk();
  return useTaken(shown) ? <Answer key={state.attempt} state={state} className={className} elsewhere /> : null;
}

/** Whether the last press took its appointment away. One that goes later goes for another reason, and says nothing. */
function useTaken(shown: string[]): boolean {
  const { answer, attempt } = useDesk().state;
  const isGone = answer !== null && !shown.includes(answer.appointmentId);
  const [arrived, setArrived] = useState({ attempt, isGone });
  if (arrived.attempt !== attempt) setArrived({ attempt, isGone });
  return isGone && arrived.isGone;
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
  const isTaken = useTaken(rows.map(({ id }) => id));
  const items = rows.map(({ id, row }) => <li key={id}>{row}</li>);
  if (answer && isTaken) {
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
