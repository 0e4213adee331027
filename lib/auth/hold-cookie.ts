const oneDaySeconds = 24 * 60 * 60;

/**
 * What a browser keeps to prove that a hold, and what was booked of it, is its own. The whole site's: signing in answers
 * with a page of the booking in one go, with the cookies of its own path.
 */
export const holdCookie = { name: "slotwell.hold", path: "/", sameSite: "lax", maxAge: oneDaySeconds } as const;

/** As a Set-Cookie header has it. */
export function holdCookieHeader(secret: string, isSecure: boolean): string {
  const { name, path, maxAge } = holdCookie;
  return `${name}=${secret}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}
