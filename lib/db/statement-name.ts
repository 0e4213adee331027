import { createHash } from "node:crypto";

const mostNames = 500;
const names = new Map<string, string>();

/**
 * A name under which each connection keeps a statement's plan, as planning costs more than running most of ours.
 * Empty, so nameless, once there are many: texts that vary with their data (long IN lists) must not pile up in the server.
 */
export function statementName(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= mostNames) return "";
  const name = `s${createHash("sha256").update(sql).digest("base64url").slice(0, 16)}`;
  names.set(sql, name);
  return name;
}
