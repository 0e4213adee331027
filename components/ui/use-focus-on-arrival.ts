"use client";

import { useEffect, useRef } from "react";

/** For an answer that takes the focus when it appears: the button that was pressed is often gone by then. */
export function useFocusOnArrival({ scroll }: { scroll: boolean }) {
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => answer.current?.focus({ preventScroll: !scroll }), [scroll]);
  return answer;
}
