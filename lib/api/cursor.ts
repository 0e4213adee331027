/** Where a page ends: the instant and id of its last entry. Opaque to who keeps it. */
export interface Cursor {
  at: number;
  id: string;
}

export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at} ${id}`).toString("base64url");
}

/** @returns null for what is no cursor of ours */
export function readCursor(text: string): Cursor | null {
  const [, at, id] = /^(-?\d{1,15}) ([0-9a-f-]{1,40})$/.exec(Buffer.from(text, "base64url").toString()) ?? [];
  return at === undefined || id === undefined ? null : { at: Number(at), id };
}
