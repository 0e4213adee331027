"use server";

import { cookies } from "next/headers";
import { parseTheme, themeCookieName } from "#components/shell/theme.ts";
import { backToPage } from "./back-to-page.ts";

const oneYearSeconds = 365 * 24 * 60 * 60;

export async function chooseTheme(form: FormData): Promise<void> {
  const theme = parseTheme(form.get("theme"));
  const jar = await cookies();
  if (theme === "system") jar.delete(themeCookieName);
  else jar.set(themeCookieName, theme, { path: "/", sameSite: "lax", httpOnly: true, maxAge: oneYearSeconds });
  await backToPage();
}
