import "server-only";
import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2) as (algorithm: "argon2id", parameters: Argon2Parameters) => Promise<Buffer>;

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const prefix = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$`;
const encoded = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** A PHC string with its own salt. The password's length and quality are the caller's business. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const hash = await derive("argon2id", { ...cost, message: normal(password), nonce, tagLength: 32 });
  return `${prefix}${base64(nonce)}$${base64(hash)}`;
}

/** Whether the password made this hash. Without a hash (no such account, none set) it takes as long and says no. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const parts = encoded.exec(hash ?? decoy);
  if (!parts) throw new Error("A stored password hash is not an argon2id PHC string.");
  const [, memory, passes, parallelism, salt = "", expected = ""] = parts;
  const wanted = Buffer.from(expected, "base64");
  const actual = await derive("argon2id", {
    message: normal(password),
    nonce: Buffer.from(salt, "base64"),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: wanted.length,
  });
  return timingSafeEqual(actual, wanted) && hash !== null;
}

/** Whether the hash was made with other costs than today's and should be made anew at the next sign-in. */
export function isOutdatedHash(hash: string): boolean {
  return !hash.startsWith(prefix);
}

/** One text, one hash: the same letters may arrive composed or decomposed, depending on the keyboard. */
function normal(password: string): string {
  return password.normalize("NFKC");
}

function base64(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}

const decoy = `${prefix}${base64(Buffer.alloc(16))}$${base64(Buffer.alloc(32))}`;
