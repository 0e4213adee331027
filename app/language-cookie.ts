import "server-only";
import { cookies } from "next/headers";
import type { Language } from "#lib/i18n/locales.ts";

export const languageCookieName = "language";

const oneYearSeconds = 365 * 24 * 60 * 60;

/** This browser reads in that language from now on. For actions and route handlers. */
export async function keepLanguage(language: Language): Promise<void> {
  const options = { path: "/", sameSite: "lax", httpOnly: true, maxAge: oneYearSeconds } as const;
  (await cookies()).set(languageCookieName, language, options);
}
