import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";

const draftSchema = z.object({
  notes: z.string().default(""),
  /** By the question's id. */
  answers: z.record(z.string(), z.string()).default({}),
  /** Of somebody without an account. */
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }).partial().default({}),
});

/** What somebody typed so far, as they typed it. */
export type Draft = z.output<typeof draftSchema>;

/** A cookie takes about 4,000 characters with its name and attributes. */
const partLength = 3_700;
/** More than anybody can pack into as many parts, and less than would hurt. */
const most = 200_000;

/**
 * As short texts for cookies.
 * @param service whose questions they answer: a slug
 * @returns null when they do not fit into `parts`
 */
export function packDraft(service: string, draft: Draft, parts: number): string[] | null {
  const packed = deflateRawSync(JSON.stringify({ service, ...draft })).toString("base64url");
  if (packed.length > parts * partLength) return null;
  return packed.match(new RegExp(`.{1,${partLength}}`, "g")) ?? [];
}

/** What was packed for this service; nothing for another one, and for what nobody packed. */
export function unpackDraft(service: string, parts: readonly string[]): Draft {
  try {
    const text = inflateRawSync(Buffer.from(parts.join(""), "base64url"), { maxOutputLength: most }).toString();
    const stored = draftSchema.extend({ service: z.string() }).parse(JSON.parse(text));
    const { service: of, ...draft } = stored;
    return of === service ? draft : draftSchema.parse({});
  } catch {
    return draftSchema.parse({});
  }
}
