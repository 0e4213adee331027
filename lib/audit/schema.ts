import { z } from "zod";
import { id, localDateSchema, optional, text } from "#lib/scheduling/schema-fields.ts";
import { auditAreas, isAuditAction, isAuditArea } from "./actions.ts";

// What the audit log is asked and what it answers, for the page and for the API alike.

const cursorShape = /^(\d{1,15})-(\d{1,19})$/;

export const auditQuerySchema = z
  .object({
    clinicId: id,
    /** A part of the name or e-mail address of whoever did it. */
    who: optional(text(254)),
    /** An action, or an area: all of its actions. */
    action: optional(z.string().refine((name) => isAuditAction(name) || isAuditArea(name), "choose")),
    /** Of the clinic's calendar, both included. */
    from: optional(localDateSchema),
    to: optional(localDateSchema),
    /** What it was done to: `appointment:<id>`. */
    subject: optional(z.string().regex(/^[a-z_]{1,40}:[0-9a-z-]{1,60}$/, "invalid")),
    /** The `nextCursor` of the page before. */
    cursor: optional(z.string().regex(cursorShape, "invalid")),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ["to"], message: "before_start" });

export type AuditQuery = z.output<typeof auditQuerySchema>;

/** The row that a cursor stands for: the last one seen. */
export function readCursor(cursor: string | undefined): { at: number; id: bigint } | null {
  const parts = cursor && cursorShape.exec(cursor);
  return parts ? { at: Number(parts[1]), id: BigInt(parts[2] ?? 0) } : null;
}

export function actionsAsked(action: string | undefined): string[] | null {
  if (!action) return null;
  return isAuditArea(action) ? [...auditAreas[action]] : [action];
}

/** What is known today about what an entry is about; all null where it is gone. */
const subjectSchema = z.object({
  type: z.string(),
  id: z.string(),
  /** A person's, a service's, a plan's number: what it is called. */
  name: z.string().nullable(),
  /** The service of an appointment, a plan or a wish. */
  service: z.string().nullable(),
  /** Epoch milliseconds. */
  startsAt: z.number().nullable(),
});

export const auditEntrySchema = z.object({
  id: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
  action: z.string(),
  actor: z.object({ id: z.string().nullable(), name: z.string().nullable(), role: z.string() }),
  subject: subjectSchema,
  detail: z.record(z.string(), z.unknown()),
  /** Where it stands in the chain; null until it is sealed. */
  position: z.number().nullable(),
});

export const auditPageSchema = z.object({ entries: z.array(auditEntrySchema), nextCursor: z.string().nullable() });

export type AuditEntryView = z.output<typeof auditEntrySchema>;
export type AuditPage = z.output<typeof auditPageSchema>;

/** How far the chain of seals holds. */
export interface ChainReport {
  /** `unfinished`: it holds so far, and goes on; ask again from `upTo`. */
  state: "unbroken" | "broken" | "unfinished" | "empty";
  /** Entries looked at this time. */
  checked: number;
  /** The last one that holds. */
  upTo: { position: number; at: number; fingerprint: string } | null;
  /** The first that does not: it, or one before it, is not what was sealed. `at` is null where the entry is gone. */
  broken: { position: number; at: number | null } | null;
  /** Entries that are not sealed yet. */
  waiting: number;
  /** Of those, the ones that should have been long ago. */
  overdue: number;
}
