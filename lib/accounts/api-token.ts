import type { EpochMs } from "#lib/time.ts";

/** What a program has to show, this once: the database keeps a hash of it. */
export interface MadeApiToken {
  id: string;
  token: string;
  /** Null: made by e-mail address and password without giving one. */
  name: string | null;
  expiresAt: EpochMs;
}

export interface ApiTokenView {
  id: string;
  name: string | null;
  createdAt: EpochMs;
  /** To the hour; null: not yet. */
  lastUsedAt: EpochMs | null;
  expiresAt: EpochMs;
}

/** So many live ones a person has at most. */
export const mostApiTokens = 20;
