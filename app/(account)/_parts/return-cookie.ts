import "server-only";
import { cookies } from "next/headers";
import { safeReturnPath } from "#lib/auth/return-path.ts";
import { env } from "#lib/env.ts";

const name = "slotwell.return";
const oneDaySeconds = 24 * 60 * 60;

/** Remembers across the confirmation mail where somebody was going when they had to register. */
export async function keepReturnPath(path: string): Promise<void> {
  const secure = env().siteUrl.startsWith("https:");
  const attributes = { path: "/verify-email", httpOnly: true, sameSite: "lax", secure } as const;
  (await cookies()).set(name, path, { ...attributes, maxAge: oneDaySeconds });
}

/** Where they were going; forgotten by being asked. */
export async function takeReturnPath(): Promise<string | null> {
  const jar = await cookies();
  const path = safeReturnPath(jar.get(name)?.value);
  if (path) jar.set(name, "", { path: "/verify-email", maxAge: 0 });
  return path;
}
