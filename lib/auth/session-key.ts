import { createHash } from "node:crypto";

/** What the database keeps of the secret in a session's cookie. */
export function sessionKey(secret: string): Buffer<ArrayBuffer> {
  return createHash("sha256").update(secret).digest() as Buffer<ArrayBuffer>;
}
