import "server-only";
import { z } from "zod";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { languages } from "#lib/i18n/locales.ts";
import { ok, type Result } from "#lib/result.ts";
import { parseInput } from "./parse-input.ts";
import { orRefusal } from "./refused-by-database.ts";

const choiceSchema = z.object({ language: z.enum(languages, { error: "invalid" }) });

/** In which language a person reads the site and their mails, calendar files and feeds from now on. */
export async function chooseLanguage(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = parseInput(choiceSchema, input);
  if (!parsed.ok) return parsed;
  const { language } = parsed.value;
  return orRefusal(async () => {
    await inTransaction(async (tx) => {
      const { count } = await tx.user.updateMany({
        where: { id: actor.userId, locale: { not: language } },
        data: { locale: language },
      });
      if (count === 0) return;
      const subject = { subjectType: "user", subjectId: actor.userId };
      await recordAudit(tx, { actor, action: "user.language_chosen", ...subject, detail: { language } });
    });
    return ok(null);
  });
}
