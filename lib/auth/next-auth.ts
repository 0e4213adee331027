import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { NextRequest } from "next/server";
import NextAuth, { type AuthOptions, type User } from "next-auth";
import credentialsProvider from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { env, sessionSecret } from "#lib/env.ts";
import { loadActor } from "./load-actor.ts";
import { safeReturnPath } from "./return-path.ts";
import { sessionClaims, sessionCookie, sessionMaxAgeSeconds } from "./session-cookie.ts";
import { openSession } from "./sessions.ts";
import { type Visitor, visitorOf } from "./visitor.ts";

/** Whom a new session belongs to. */
interface Person {
  userId: string;
  sessionEpoch: number;
}

/** How people are known; handed in, as the accounts stand above this folder. */
export interface IdentityChecks {
  /** @returns null when e-mail address and password do not fit, or must not be tried now */
  byPassword(visitor: Visitor, credentials: unknown): Promise<Person | null>;
  /** @returns null when the provider's word is not enough */
  byProvider(profile: ProviderProfile): Promise<Person | null>;
}

const providerProfile = z.object({
  sub: z.string().min(1),
  email: z.email(),
  email_verified: z.literal(true),
  name: z.string().trim().min(1).max(120).optional().catch(undefined),
  locale: z.string().optional().catch(undefined),
});
export type ProviderProfile = z.output<typeof providerProfile>;

/** Sessions hold an id and an epoch; everything else is asked of the database. */
function nextAuthOptions(checks: IdentityChecks, userAgent: string | null): AuthOptions {
  const { siteUrl, oidc } = env();
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: sessionMaxAgeSeconds },
    useSecureCookies: siteUrl.startsWith("https:"),
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-out" },
    providers: [
      credentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (credentials, { headers = {} }) => {
          const visitor = visitorOf(new Headers(headers as Record<string, string>));
          return sessionUser(await checks.byPassword(visitor, credentials));
        },
      }),
      ...(oidc ? [oidcProvider(oidc)] : []),
    ],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== "oidc") return true;
        const parsed = providerProfile.safeParse(profile);
        const person = parsed.success ? await checks.byProvider(parsed.data) : null;
        if (person) Object.assign(user, sessionUser(person));
        return person !== null;
      },
      jwt: async ({ token, user }) => {
        if (!user) return token;
        const person = { userId: user.id, sessionEpoch: epochOf(user) };
        return { sub: person.userId, epoch: person.sessionEpoch, sid: await openSession(person, userAgent) };
      },
      session: async ({ session, token }) => {
        const known = sessionClaims.safeParse(token);
        const actor = known.success ? await loadActor(known.data.sub, known.data.epoch, known.data.sid) : null;
        return { expires: actor ? session.expires : new Date(0).toISOString() };
      },
      redirect: async ({ url, baseUrl }) => baseUrl + (safeReturnPath(url.replace(baseUrl, "")) ?? "/signed-in"),
    },
  };
}

type RouteHandler = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>;

/** Answers everything under /api/auth. */
export function nextAuthHandler(checks: IdentityChecks): RouteHandler {
  return (request, context) => {
    const handle: RouteHandler = NextAuth(nextAuthOptions(checks, request.headers.get("user-agent")));
    return handle(request, context);
  };
}

/**
 * What a browser needs to begin signing in with the provider: next-auth wants a form post with its token, so that a
 * plain link must bring both.
 */
export function providerSignIn(returnTo: string): { request: NextRequest; cookie: { name: string; value: string } } {
  const csrfToken = randomBytes(32).toString("hex");
  const proof = createHash("sha256")
    .update(csrfToken + sessionSecret())
    .digest("hex");
  const { siteUrl } = env();
  const name = `${siteUrl.startsWith("https:") ? "__Host-" : ""}next-auth.csrf-token`;
  const body = new URLSearchParams({ csrfToken, callbackUrl: siteUrl + returnTo });
  const request = new NextRequest(`${siteUrl}/api/auth/signin/oidc`, { method: "POST", body });
  return { request, cookie: { name, value: `${csrfToken}|${proof}` } };
}

function oidcProvider(oidc: NonNullable<ReturnType<typeof env>["oidc"]>): OAuthConfig<{ sub: string }> {
  return {
    id: "oidc",
    name: new URL(oidc.issuer).hostname,
    type: "oauth",
    wellKnown: `${oidc.issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    profile: ({ sub }) => ({ id: sub }),
  };
}

function sessionUser(person: Person | null): (User & { sessionEpoch: number }) | null {
  return person && { id: person.userId, sessionEpoch: person.sessionEpoch };
}

function epochOf(user: User): number {
  return z.object({ sessionEpoch: z.number().int() }).parse(user).sessionEpoch;
}
