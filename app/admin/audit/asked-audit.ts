import { type AuditQuery, auditQuerySchema } from "#lib/audit/schema.ts";

const names = ["who", "action", "from", "to", "subject", "cursor"] as const;
export type AskedAudit = { [K in (typeof names)[number]]?: AuditQuery[K] };

const anyClinic = "00000000-0000-7000-8000-000000000000";

/** What an address asks for; a part that makes no sense is left out, and of days in the wrong order both are. */
export function askedAudit(query: Record<string, string | string[] | undefined>): {
  asked: AskedAudit;
  hasWrongDays: boolean;
} {
  const given = Object.fromEntries(
    names.flatMap((name) => {
      const value = query[name];
      if (typeof value !== "string" || value.trim() === "") return [];
      return auditQuerySchema.safeParse({ clinicId: anyClinic, [name]: value }).success ? [[name, value.trim()]] : [];
    }),
  );
  const hasWrongDays = !auditQuerySchema.safeParse({ clinicId: anyClinic, ...given }).success;
  const { from, to, ...rest } = given;
  return { asked: hasWrongDays ? rest : given, hasWrongDays };
}

export function auditHref(asked: AskedAudit): string {
  const query = new URLSearchParams(names.flatMap((name) => (asked[name] ? [[name, asked[name]]] : [])));
  return query.size > 0 ? `/admin/audit?${query}` : "/admin/audit";
}
