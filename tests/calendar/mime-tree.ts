/** One part of a mail: its whole Content-Type, and what it holds. */
export interface MimePart {
  type: string;
  parts: MimePart[];
}

/** The parts of a mail as they are nested, read from its lines alone. */
export function mimeTree(raw: string): MimePart {
  const end = raw.indexOf("\r\n\r\n");
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, " ");
  const type = /^content-type:\s*(.*)$/im.exec(head)?.[1] ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!boundary) return { type, parts: [] };
  const [, ...rest] = raw.slice(end).split(`\r\n--${boundary}`);
  const parts = rest.filter((part) => !part.startsWith("--")).map((part) => mimeTree(part.replace(/^\r\n/, "")));
  return { type: type.replace(/;\s*boundary=.*/i, ""), parts };
}
