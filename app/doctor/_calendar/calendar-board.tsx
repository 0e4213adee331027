"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, startTransition, useActionState, useOptimistic, useRef, useState } from "react";
import type { CalendarAxis } from "#lib/scheduling/calendar-place.ts";
import type { CalendarDay, CalendarEntry } from "#lib/scheduling/calendar-view.ts";
import type { EpochMs, LocalDate, TimeZone } from "#lib/time.ts";
import { CalendarAnswer } from "./calendar-answer.tsx";
import { CalendarScale } from "./calendar-scale.tsx";
import { type Rearrange, untouched, type Wish } from "./calendar-state.ts";
import { DayColumn } from "./day-column.tsx";
import type { Preview } from "./grip.ts";
import { useDrag } from "./use-drag.ts";

// Only whoever moves by the dialog needs what it is made of.
const MoveDialog = lazy(async () => ({ default: (await import("./move-dialog.tsx")).MoveDialog }));

interface CalendarBoardProps {
  label: string;
  days: CalendarDay[];
  axis: CalendarAxis;
  /** The one that a phone shows. */
  selected: LocalDate;
  today: LocalDate;
  now: EpochMs;
  timeZone: TimeZone;
  action: Rearrange;
}

/** An appointment for which another place is chosen, and the place where that was chosen by dragging. */
interface Asking {
  entry: CalendarEntry;
  wish: Wish | null;
}

/** Days side by side. Whole as it comes from the server; scripts add dragging and the dialog. */
export function CalendarBoard({ label, days, axis, selected, today, now, timeZone, action }: CalendarBoardProps) {
  const t = useTranslations("doctorCalendar");
  const [state, submit] = useActionState(action, untouched);
  const [waiting, setWaiting] = useOptimistic<Preview | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const grid = useRef<HTMLElement>(null);

  const send = (form: FormData, preview: Preview | null) =>
    startTransition(() => {
      setWaiting(preview);
      submit(form);
    });
  const { preview, takeHold } = useDrag({
    grid,
    days,
    axis,
    onDrop: (dropped) => {
      const { entry, kind, visit } = dropped;
      const wish: Wish =
        kind === "move" ? { id: entry.id, startsAt: visit.start } : { id: entry.id, endsAt: visit.end };
      // Past the deadline the patient is told why, so that is asked first.
      if (entry.isLate) setAsking({ entry, wish });
      else send(formOf({ ...wish, version: entry.version }), dropped);
    },
  });
  const shown = preview ?? waiting;
  return (
    <>
      <div className="empty:hidden">
        {state.answer && (
          <CalendarAnswer key={state.attempt} answer={state.answer} timeZone={timeZone} submit={submit} />
        )}
      </div>
      <section
        ref={grid}
        aria-label={label}
        className="grid grid-cols-[2.75rem_minmax(0,1fr)] grid-rows-[auto_1fr] border-b border-line-strong md:grid-cols-[3.25rem_repeat(var(--days),minmax(0,1fr))]"
        style={{ "--days": days.length } as React.CSSProperties}
      >
        <CalendarScale rows={axis.rows} />
        {days.map((day, n) => (
          <DayColumn
            key={day.localDate}
            day={day}
            position={n}
            cells={axis.days[n] ?? []}
            rows={axis.rows.length}
            isSelected={day.localDate === selected}
            isAlone={days.length === 1}
            today={today}
            now={now}
            timeZone={timeZone}
            preview={shown?.day === n ? shown : null}
            draggedId={shown?.entry.id ?? null}
            isWaiting={preview === null && waiting !== null}
            takeHold={takeHold}
            onMove={(entry) => setAsking({ entry, wish: null })}
          />
        ))}
      </section>
      <form action={submit} hidden>
        {["id", "version", "startsAt", "endsAt", "reason"].map((name) => (
          <input key={name} type="hidden" name={name} defaultValue="" />
        ))}
      </form>
      {asking && (
        <Suspense fallback={<p className="sr-only">{t("dialog.loading")}</p>}>
          <MoveDialog
            {...asking}
            timeZone={timeZone}
            onClose={() => setAsking(null)}
            onSend={(chosen) => {
              setAsking(null);
              send(formOf({ ...chosen, version: asking.entry.version }), null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function formOf(fields: Wish & { version: number; doctorId?: string; reason?: string }): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, String(value));
  return form;
}
