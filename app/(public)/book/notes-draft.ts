import "server-only";
import { cookies } from "next/headers";
import { env } from "#lib/env.ts";

// What someone tells their doctor belongs in no address: those stand in histories and logs. A cookie carries it over
// signing in. 1,000 characters are at most 3,000 bytes, 4,000 in base64: the most that fits into one cookie.
const name = "notes";
const slugLength = 60;
const attributes = () =>
  // Not /book alone: signing in answers with the check page in one go, and then only the cookies of /sign-in are there.
  ({ path: "/", httpOnly: true, sameSite: "lax", secure: env().siteUrl.startsWith("https:") }) as const;
const oneHour = 60 * 60;

/** Keeps notes for the rest of a booking of `service`, for an hour at most. */
export async function keepNotes(service: string, notes: string): Promise<void> {
  if (notes === "") return dropNotes();
  const value = `${service.slice(0, slugLength)}.${Buffer.from(notes).toString("base64url")}`;
  (await cookies()).set(name, value, { ...attributes(), maxAge: oneHour });
}

/** The notes typed for a booking of `service`; those for another service stay out of it. */
export async function readNotes(service: string): Promise<string> {
  const [of, text] = (await cookies()).get(name)?.value.split(".") ?? [];
  return of === service.slice(0, slugLength) && text ? Buffer.from(text, "base64url").toString() : "";
}

export async function dropNotes(): Promise<void> {
  (await cookies()).set(name, "", { ...attributes(), maxAge: 0 });
}
