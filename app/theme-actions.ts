"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { parseTheme, themeCookieName } from "#components/shell/theme.ts";

const oneYearSeconds = 365 * 24 * 60 * 60;

export async function chooseTheme(form: FormData): Promise<void> {
  const theme = parseTheme(form.get("theme"));
  const jar = await cookies();
  if (theme === "system") jar.delete(themeCookieName);
  else jar.set(themeCookieName, theme, { path: "/", sameSite: "lax", httpOnly: true, maxAge: oneYearSeconds });

  const request = await headers();
  // With JavaScript the page re-renders in place; a plain form post goes back so that reloading does not post again.
  if (request.has("next-action")) return;
  redirect(pathOf(request.get("referer")));
}

function pathOf(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return pathname.startsWith("//") ? "/" : pathname + search;
}
