import "server-only";
import { cookies } from "next/headers";
import { parseTheme, type Theme, themeCookieName } from "#components/shell/theme.ts";

/** The theme this browser asked for; "system" unless it chose otherwise. */
export async function readTheme(): Promise<Theme> {
  return parseTheme((await cookies()).get(themeCookieName)?.value);
}
