import "server-only";
import { resolve } from "node:path";
import { z } from "zod";
import { isSmsBody, type SmsProvider, usualSmsBody } from "./sms-request.ts";

/** A setting that is missing or wrong; `message` is made of whole sentences for the person who starts the app. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

const blank = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional());

const postgresUrl = (name: string) =>
  z.string().refine(isPostgresUrl, `${name} must look like postgresql://user:password@host:5432/database.`);
const httpUrl = (name: string) =>
  z.url({ protocol: /^https?$/, error: `${name} must be a full address such as https://booking.example.org.` });
const number = (name: string, min: number, max: number, fallback: number) =>
  z.preprocess(
    (value) => blank(value) ?? fallback,
    z.coerce
      .number(`${name} must be a whole number from ${min} to ${max}.`)
      .int(`${name} must be a whole number from ${min} to ${max}.`)
      .min(min, `${name} must be at least ${min}.`)
      .max(max, `${name} must be at most ${max}.`),
  );

const variables = z
  .object({
    NODE_ENV: optional(
      z.enum(["development", "test", "production"], "NODE_ENV must be development, test or production."),
    ),
    PORT: number("PORT", 1, 65_535, 3000),
    DATABASE_URL: optional(postgresUrl("DATABASE_URL")),
    DATABASE_APP_URL: optional(postgresUrl("DATABASE_APP_URL")),
    DATABASE_POOL_SIZE: number("DATABASE_POOL_SIZE", 1, 200, 16),
    SLOTWELL_DATA_DIR: z.preprocess((value) => blank(value) ?? ".data", z.string()),
    SLOTWELL_URL: optional(httpUrl("SLOTWELL_URL")),
    SLOTWELL_DEMO: z.preprocess((value) => value === "1" || value === "true", z.boolean()),
    TRUST_PROXY: number("TRUST_PROXY", 0, 10, 0),
    SLOTWELL_SECRET: optional(z.string().min(32, "SLOTWELL_SECRET must have at least 32 characters.")),
    SMTP_URL: optional(
      z.url({ protocol: /^smtps?$/, error: "SMTP_URL must look like smtp://user:password@host:587." }),
    ),
    MAIL_FROM: optional(z.string().regex(/@/, "MAIL_FROM must be an e-mail address, with or without a name.")),
    SLOTWELL_WORKER: z.preprocess(
      (value) => blank(value) ?? "inside",
      z.enum(["inside", "apart"], "SLOTWELL_WORKER must be inside or apart."),
    ),
    SLOTWELL_SMS_URL: optional(httpUrl("SLOTWELL_SMS_URL")),
    SLOTWELL_SMS_AUTHORIZATION: optional(z.string()),
    SLOTWELL_SMS_FROM: optional(z.string()),
    SLOTWELL_SMS_BODY: optional(
      z.string().refine(isSmsBody, "SLOTWELL_SMS_BODY must hold {to} and {text}, in a form's text or in JSON."),
    ),
    SLOTWELL_SMS_COUNTRY: optional(
      z.string().regex(/^[1-9]\d{0,2}$/, "SLOTWELL_SMS_COUNTRY must be a calling code such as 44."),
    ),
    OIDC_ISSUER: optional(httpUrl("OIDC_ISSUER")),
    OIDC_CLIENT_ID: optional(z.string()),
    OIDC_CLIENT_SECRET: optional(z.string()),
  })
  .refine(
    (v) => !v.SMTP_URL || v.MAIL_FROM,
    "MAIL_FROM must be set when SMTP_URL is: it is the sender of every e-mail.",
  )
  .refine((v) => !v.SLOTWELL_SMS_URL || v.SLOTWELL_SMS_FROM, {
    error: "SLOTWELL_SMS_FROM must be set when SLOTWELL_SMS_URL is: it is the sender of every text message.",
  })
  .refine(
    (v) => [v.OIDC_ISSUER, v.OIDC_CLIENT_ID, v.OIDC_CLIENT_SECRET].filter(Boolean).length % 3 === 0,
    "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set together or not at all.",
  )
  .transform((v) => ({
    mode: v.NODE_ENV ?? "development",
    port: v.PORT,
    /** The owner's URL: migrations and maintenance. The web process itself connects with the application role. */
    databaseUrl: v.DATABASE_URL,
    /** Overrides the application role's URL that is otherwise computed from `databaseUrl`. */
    databaseAppUrl: v.DATABASE_APP_URL,
    databasePoolSize: v.DATABASE_POOL_SIZE,
    dataDir: resolve(v.SLOTWELL_DATA_DIR),
    /** Where people reach the app, without a trailing slash. */
    siteUrl: (v.SLOTWELL_URL ?? `http://localhost:${v.PORT}`).replace(/\/+$/, ""),
    /** The database is the embedded demo: its accounts and their password are public. Set by the launcher alone. */
    demo: v.SLOTWELL_DEMO,
    /** How many reverse proxies stand in front, each adding one address to X-Forwarded-For. 0: that header is a rumour. */
    trustedProxies: v.TRUST_PROXY,
    secret: v.SLOTWELL_SECRET,
    mail: v.SMTP_URL && v.MAIL_FROM ? { smtpUrl: v.SMTP_URL, from: v.MAIL_FROM } : undefined,
    /** Whether the web process does the background work too, or leaves it to `npm run worker`. */
    worker: v.SLOTWELL_WORKER,
    /** How reminders go out by text message; none without a provider. */
    sms:
      v.SLOTWELL_SMS_URL && v.SLOTWELL_SMS_FROM ? smsProvider(v.SLOTWELL_SMS_URL, v.SLOTWELL_SMS_FROM, v) : undefined,
    oidc:
      v.OIDC_ISSUER && v.OIDC_CLIENT_ID && v.OIDC_CLIENT_SECRET
        ? { issuer: v.OIDC_ISSUER, clientId: v.OIDC_CLIENT_ID, clientSecret: v.OIDC_CLIENT_SECRET }
        : undefined,
  }));

export type Env = z.output<typeof variables>;

/** Validates a set of environment variables. @throws EnvironmentError with one sentence per wrong setting. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = variables.safeParse(source);
  if (!parsed.success) throw new EnvironmentError(parsed.error.issues.map((issue) => issue.message).join("\n"));
  return parsed.data;
}

let cached: Env | undefined;

/** The process's validated environment, read on first use and then kept. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** The key that signs sessions. @throws EnvironmentError when there is none: no default is ever used. */
export function sessionSecret(): string {
  const { secret } = env();
  if (!secret) throw new EnvironmentError(missingSecret);
  return secret;
}

export const missingSecret =
  "SLOTWELL_SECRET is not set: make one with `openssl rand -base64 32` and give every web node the same.";

/** A name and password in the address become the header that they stand for. */
function smsProvider(
  address: string,
  sender: string,
  more: { SLOTWELL_SMS_AUTHORIZATION?: string; SLOTWELL_SMS_BODY?: string; SLOTWELL_SMS_COUNTRY?: string },
): SmsProvider {
  const url = new URL(address);
  const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  const basic = url.username ? `Basic ${Buffer.from(login).toString("base64")}` : null;
  url.username = "";
  url.password = "";
  return {
    url: url.href,
    authorization: more.SLOTWELL_SMS_AUTHORIZATION ?? basic,
    sender,
    body: more.SLOTWELL_SMS_BODY ?? usualSmsBody,
    countryCode: more.SLOTWELL_SMS_COUNTRY,
  };
}

function isPostgresUrl(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}
