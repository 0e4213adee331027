"use client";

import { useEffect, useState } from "react";
import type { SearchGroup } from "./search-group.ts";

const restMs = 120;

interface Found {
  /** What it was asked for; what is shown may be older than what is typed. */
  search: string;
  groups: SearchGroup[];
}

export interface SearchState {
  groups: SearchGroup[];
  /** The answer is the one to what is typed. */
  isSettled: boolean;
  hasFailed: boolean;
}

/** Asks `url` for what is typed once the typing rests; an answer that was overtaken is dropped. */
export function useSearch(url: string, search: string): SearchState {
  const [found, setFound] = useState<Found | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    const request = new AbortController();
    async function ask() {
      try {
        const answer = await fetch(`${url}?${new URLSearchParams({ q: search })}`, { signal: request.signal });
        if (!answer.ok) throw new Error(String(answer.status));
        const { groups }: { groups: SearchGroup[] } = await answer.json();
        setFound({ search, groups });
        setFailed(null);
      } catch {
        if (!request.signal.aborted) setFailed(search);
      }
    }
    const timer = setTimeout(ask, search === "" ? 0 : restMs);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [url, search]);
  return { groups: found?.groups ?? [], isSettled: found?.search === search, hasFailed: failed === search };
}
