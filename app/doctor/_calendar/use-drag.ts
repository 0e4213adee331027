"use client";

import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { CalendarAxis } from "#lib/scheduling/calendar-place.ts";
import type { CalendarDay, CalendarEntry } from "#lib/scheduling/calendar-view.ts";
import { type Grip, heldForMs, isWhereItWas, type Preview, placeIn, previewAt, startsAfterPx } from "./grip.ts";

interface Dragging {
  /** Whose columns carry `data-day`. */
  grid: RefObject<HTMLElement | null>;
  days: readonly CalendarDay[];
  axis: CalendarAxis;
  onDrop: (preview: Preview) => void;
}

export type TakeHold = (event: ReactPointerEvent, entry: CalendarEntry, kind: Grip["kind"], day: number) => void;

/**
 * Drags appointments about: at once with a mouse or pen, after a moment's press with a finger, which scrolls otherwise.
 * Escape puts them back. What a click would open stays shut after a drag.
 */
export function useDrag({ grid, days, axis, onDrop }: Dragging): { preview: Preview | null; takeHold: TakeHold } {
  const [preview, setPreview] = useState<Preview | null>(null);
  // The calendar is renewed while somebody drags: what counts is how it is now.
  const board = useRef({ days, axis, onDrop });
  const letGo = useRef<(() => void) | null>(null);
  useEffect(() => {
    board.current = { days, axis, onDrop };
  });
  useEffect(() => () => letGo.current?.(), []);

  const takeHold: TakeHold = (event, entry, kind, day) => {
    if (event.button !== 0 || !event.isPrimary || !entry.canBeMoved || letGo.current) return;
    const bar = event.currentTarget.closest("[data-bar]");
    const column = grid.current?.querySelector(`[data-day="${day}"]`);
    if (!bar || !column) return;
    const isFinger = event.pointerType === "touch";
    const from = { x: event.clientX, y: event.clientY };
    const rows = board.current.axis.rows.length;
    const offset =
      placeIn(column.getBoundingClientRect(), from.y, rows) -
      placeIn(column.getBoundingClientRect(), bar.getBoundingClientRect().top, rows);
    const grip: Grip = { entry, kind, day, offset };
    let held: Preview | null = null;
    let isDragging = false;

    const show = (x: number, y: number) => {
      const over = columnAt(grid.current, x);
      held = over && previewAt(grip, { day: over.day, place: placeIn(over.rect, y, rows) }, board.current);
      setPreview(held);
    };
    const begin = () => {
      isDragging = true;
      document.documentElement.style.setProperty("user-select", "none");
      show(from.x, from.y);
    };
    const timer = isFinger ? setTimeout(begin, heldForMs) : undefined;
    const events = new AbortController();
    const end = () => {
      events.abort();
      clearTimeout(timer);
      document.documentElement.style.removeProperty("user-select");
      letGo.current = null;
      setPreview(null);
    };
    letGo.current = end;
    const listen = { signal: events.signal };

    window.addEventListener(
      "pointermove",
      ({ clientX: x, clientY: y }) => {
        const isFar = Math.hypot(x - from.x, y - from.y) > startsAfterPx;
        if (!isDragging && isFinger && isFar) end();
        else if (!isDragging && isFar) begin();
        if (!isDragging) return;
        scrollAlong(y);
        show(x, y);
      },
      listen,
    );
    window.addEventListener(
      "pointerup",
      () => {
        const dropped = held;
        if (isDragging) swallowClick();
        end();
        if (dropped && !isWhereItWas(dropped)) board.current.onDrop(dropped);
      },
      listen,
    );
    window.addEventListener("pointercancel", end, listen);
    window.addEventListener("keydown", ({ key }) => key === "Escape" && end(), listen);
    // A finger that drags must not scroll the page as well.
    window.addEventListener("touchmove", (touch) => isDragging && touch.preventDefault(), {
      ...listen,
      passive: false,
    });
    window.addEventListener("contextmenu", (menu) => isFinger && menu.preventDefault(), listen);
  };
  return { preview, takeHold };
}

/** The column under a point, or the nearest one beside it. */
function columnAt(grid: HTMLElement | null, x: number): { day: number; rect: DOMRect } | null {
  let nearest: { day: number; rect: DOMRect; distance: number } | null = null;
  for (const column of grid?.querySelectorAll<HTMLElement>("[data-day]") ?? []) {
    const rect = column.getBoundingClientRect();
    if (rect.width === 0) continue;
    const distance = Math.max(0, rect.left - x, x - rect.right);
    if (!nearest || distance < nearest.distance) nearest = { day: Number(column.dataset.day), rect, distance };
  }
  return nearest;
}

function scrollAlong(y: number): void {
  const edge = 72;
  if (y < edge) window.scrollBy(0, y - edge);
  else if (y > window.innerHeight - edge) window.scrollBy(0, y - window.innerHeight + edge);
}

/** The browser clicks the bar when the button comes up over it; that click is the drag's end and no wish to open it. */
function swallowClick(): void {
  const stop = (click: MouseEvent) => {
    click.preventDefault();
    click.stopPropagation();
  };
  window.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", stop, { capture: true }), 50);
}
