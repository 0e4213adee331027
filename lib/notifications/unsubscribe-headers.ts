/**
 * What lets a mail program end reminders by one press of its own (RFC 8058). One-click needs https; without it the
 * address alone is given, which opens the page that asks.
 * @param url of the page on which they are ended
 */
export function unsubscribeHeaders(url: string): Record<string, string> {
  const address = { "List-Unsubscribe": `<${url}>` };
  return url.startsWith("https:") ? { ...address, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : address;
}
