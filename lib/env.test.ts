import { expect, test } from "vitest";
import { parseEnv } from "./env.ts";

test("an empty environment is a development installation on port 3000", () => {
  const env = parseEnv({});
  expect(env).toMatchObject({
    mode: "development",
    port: 3000,
    siteUrl: "http://localhost:3000",
    databasePoolSize: 16,
  });
  expect(env.databaseUrl).toBeUndefined();
  expect(env.dataDir).toMatch(/\.data$/);
});

test("an empty value counts as none", () => {
  expect(parseEnv({ DATABASE_URL: "", PORT: "", SLOTWELL_SECRET: "" })).toMatchObject({
    port: 3000,
    secret: undefined,
  });
});

test("the site's address follows the port and loses a trailing slash", () => {
  expect(parseEnv({ PORT: "8080" }).siteUrl).toBe("http://localhost:8080");
  expect(parseEnv({ SLOTWELL_URL: "https://book.example.org/" }).siteUrl).toBe("https://book.example.org");
});

test.each([
  [{ PORT: "http" }, "PORT must be a whole number from 1 to 65535."],
  [{ PORT: "0" }, "PORT must be at least 1."],
  [{ PORT: "70000" }, "PORT must be at most 65535."],
  [{ NODE_ENV: "prod" }, "NODE_ENV must be development, test or production."],
  [{ DATABASE_URL: "mysql://a:b@c/d" }, "DATABASE_URL must look like postgresql://user:password@host:5432/database."],
  [
    { DATABASE_URL: "postgresql://a:b@c" },
    "DATABASE_URL must look like postgresql://user:password@host:5432/database.",
  ],
  [{ SLOTWELL_URL: "book.example.org" }, "SLOTWELL_URL must be a full address such as https://booking.example.org."],
  [{ SLOTWELL_SECRET: "short" }, "SLOTWELL_SECRET must have at least 32 characters."],
  [{ SMTP_URL: "smtp://a" }, "MAIL_FROM must be set when SMTP_URL is: it is the sender of every e-mail."],
  [{ SMTP_URL: "a", MAIL_FROM: "a@b" }, "SMTP_URL must look like smtp://user:password@host:587."],
  [
    { OIDC_ISSUER: "https://id.example.org" },
    "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set together or not at all.",
  ],
])("%o is refused in one sentence", (variables, sentence) => {
  expect(() => parseEnv(variables)).toThrow(sentence);
});
