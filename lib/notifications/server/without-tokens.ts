import "server-only";
import { Prisma } from "#lib/db/generated/client.ts";

/** The column `payload` of a message without what opens anything; a reminder has such in several places. */
export const withoutTokens = Prisma.sql`(payload - 'token' - 'unsubscribe' ||
  CASE WHEN jsonb_typeof(payload->'appointments') = 'array' THEN jsonb_build_object('appointments',
    (SELECT coalesce(jsonb_agg(listed - 'token' ORDER BY place), '[]')
      FROM jsonb_array_elements(payload->'appointments') WITH ORDINALITY AS list (listed, place)))
  ELSE '{}' END)`;
