import { z } from "zod";
import { type Refusal, type RefusalCode, refusalStatus } from "../scheduling/refusal.ts";
import type { TimeZone } from "../time.ts";
import { instant, instantAnswer } from "./fields.ts";

/** A fault of ours, about which nothing is told. Not a refusal, so not among their codes. */
export const faultCode = "FAULT";

const codes = [...(Object.keys(refusalStatus) as RefusalCode[]), faultCode] as const;

/** RFC 9457. */
export const problem = z
  .strictObject({
    type: z.string().meta({ description: "A page about the code" }),
    title: z.string(),
    status: z.int(),
    code: z.enum(codes),
    detail: z.string().meta({ description: "Why, with its numbers, and what to do next, in the language asked for" }),
    errors: z
      .array(z.strictObject({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: "Of VALIDATION: what is wrong with which field" }),
    alternatives: z
      .array(z.strictObject({ startsAt: instantAnswer, endsAt: instantAnswer, doctor: z.uuid() }))
      .optional()
      .meta({ description: "Of a refused booking: the nearest times that can be had, three at most" }),
  })
  .meta({ id: "Problem" });

export type Problem = z.output<typeof problem>;

/** @param words of the refusal, and of its fields by path */
export function problemOf(
  { code, errors, alternatives }: Refusal,
  words: { title: string; detail: string; fields: Record<string, string[]> },
  timeZone: TimeZone,
  docsUrl: string,
): Problem {
  return {
    type: `${docsUrl}#${code.toLowerCase().replaceAll("_", "-")}`,
    title: words.title,
    status: refusalStatus[code],
    code,
    detail: words.detail,
    ...(errors && {
      errors: Object.entries(words.fields).flatMap(([path, messages]) =>
        messages.map((message) => ({ path: wirePath(path), message })),
      ),
    }),
    ...(alternatives && {
      alternatives: alternatives.map(({ startsAt, endsAt, doctorId }) => ({
        startsAt: instant(startsAt, timeZone),
        endsAt: instant(endsAt, timeZone),
        doctor: doctorId,
      })),
    }),
  };
}

/** As the API names what the commands know by id. */
function wirePath(path: string): string {
  return path.replace(/\b(clinic|service|doctor|patient)Id$/, "$1");
}
