import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result } from "#lib/result.ts";
import { profileSchema } from "../schema.ts";
import { parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";

export async function updateProfile(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(profileSchema, input);
  if (!parsed.ok) return parsed;
  return orRefusal(async () => {
    const { name, phone = null } = parsed.value;
    await inTransaction(async (tx) => {
      const before = await tx.user.findUniqueOrThrow({
        where: { id: actor.userId },
        select: { name: true, phone: true },
      });
      const changed = Object.entries({ name, phone }).filter(
        ([key, value]) => before[key as keyof typeof before] !== value,
      );
      if (changed.length === 0) return;
      await tx.user.update({ where: { id: actor.userId }, data: { name, phone } });
      const detail = { changed: changed.map(([key]) => key) };
      const subject = { subjectType: "user", subjectId: actor.userId };
      await recordAudit(tx, { actor, action: "user.profile_updated", ...subject, detail });
    });
    return ok(null);
  });
}
