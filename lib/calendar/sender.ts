/** Who writes to people: what they see, and where an answer would go. */
export interface Sender {
  name: string;
  email: string;
}

/** Reads `Northgate Practice <hello@northgate.example>` or a bare address, as MAIL_FROM may be written. */
export function parseSender(from: string): Sender {
  const named = /^\s*(.*?)\s*<([^<>\s]+)>\s*$/.exec(from);
  const email = named?.[2] ?? from.trim();
  const name = named?.[1]?.replace(/^"(.*)"$/, "$1").trim();
  return { name: name || email, email };
}
