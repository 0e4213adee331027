import "server-only";
import { cookies } from "next/headers";
import { env } from "#lib/env.ts";
import { type Draft, packDraft, unpackDraft } from "./packed-draft.ts";

// What someone tells their doctor belongs in no address: those stand in histories and logs. Cookies carry it over
// signing in, and no server keeps what was never sent.
const names = ["draft.0", "draft.1"] as const;
const oneHour = 60 * 60;
const attributes = () =>
  // Not /book alone: signing in answers with the check page in one go, and then only the cookies of /sign-in are there.
  ({ path: "/", httpOnly: true, sameSite: "lax", secure: env().siteUrl.startsWith("https:") }) as const;

/** Keeps what was typed for the rest of a booking of `service`, for an hour at most. @returns false if it is too much */
export async function keepDraft(service: string, draft: Draft): Promise<boolean> {
  const parts = packDraft(service, draft, names.length);
  if (!parts) return false;
  const jar = await cookies();
  for (const [n, name] of names.entries()) {
    const part = parts[n] ?? "";
    jar.set(name, part, { ...attributes(), maxAge: part ? oneHour : 0 });
  }
  return true;
}

/** What was typed for a booking of `service`; for another service it stays out of it. */
export async function readDraft(service: string): Promise<Draft> {
  const jar = await cookies();
  return unpackDraft(
    service,
    names.map((name) => jar.get(name)?.value ?? ""),
  );
}

export async function dropDraft(): Promise<void> {
  const jar = await cookies();
  for (const name of names) jar.set(name, "", { ...attributes(), maxAge: 0 });
}
