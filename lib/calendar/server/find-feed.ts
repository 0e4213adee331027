import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import type { EpochMs } from "#lib/time.ts";
import { type FeedKind, feedSubject } from "../feed.ts";

export interface FeedState {
  madeAt: EpochMs;
  /** When a calendar last asked, to the hour; null: none has yet. */
  readAt: EpochMs | null;
}

/** Whether somebody's own feed is live; its address is nowhere any more. */
export async function findFeed(actor: Actor, kind: FeedKind): Promise<FeedState | null> {
  const row = await db.accessToken.findFirst({
    where: {
      purpose: "feed",
      subject: feedSubject(kind, actor.userId),
      usedAt: null,
      revokedAt: null,
      expiresAt: { gt: new Date() },
    },
    select: { createdAt: true, lastUsedAt: true },
  });
  return row && { madeAt: row.createdAt.getTime(), readAt: row.lastUsedAt?.getTime() ?? null };
}
