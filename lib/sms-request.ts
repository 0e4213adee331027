/** How text messages are sent: one HTTP request each, to whichever provider. */
export interface SmsProvider {
  url: string;
  /** The whole value of the header `Authorization`; null where the provider asks for none. */
  authorization: string | null;
  sender: string;
  /** The request's body with `{to}`, `{from}`, `{text}` and `{id}` where they belong; JSON where it begins with `{"`. */
  body: string;
  /** Of telephone numbers that do not name their country, e.g. "44". */
  countryCode?: string | undefined;
}

/** As Twilio and the many that copied its interface take it. */
export const usualSmsBody = "To={to}&From={from}&Body={text}";

export interface SmsRequest {
  body: string;
  headers: Record<string, string>;
}

/** Whether `body` can be filled in: it names recipient and text, and is JSON where it looks like it. */
export function isSmsBody(body: string): boolean {
  if (!body.includes("{to}") || !body.includes("{text}")) return false;
  if (!isJson(body)) return true;
  try {
    JSON.parse(filled(body, { to: "", from: "", text: "", id: "" }));
    return true;
  } catch {
    return false;
  }
}

/**
 * The request for one message. `id` is the same at every attempt; providers that know the header `Idempotency-Key`
 * send it once.
 */
export function smsRequest(
  { authorization, sender, body }: SmsProvider,
  message: { id: string; to: string; text: string },
): SmsRequest {
  return {
    body: filled(body, { ...message, from: sender }),
    headers: {
      "Content-Type": isJson(body) ? "application/json" : "application/x-www-form-urlencoded",
      "Idempotency-Key": message.id,
      ...(authorization ? { Authorization: authorization } : {}),
    },
  };
}

/** Statuses that another attempt may better: too many at once, a fault of the provider's, a login that can be mended. */
export function isWorthAnotherTry(status: number): boolean {
  return status >= 500 || [401, 403, 407, 408, 425, 429].includes(status);
}

function filled(body: string, values: Record<"to" | "from" | "text" | "id", string>): string {
  const written = isJson(body) ? (value: string) => JSON.stringify(value).slice(1, -1) : encodeURIComponent;
  return body.replaceAll(/\{(to|from|text|id)\}/g, (_, name: keyof typeof values) => written(values[name]));
}

function isJson(body: string): boolean {
  return /^\s*\{\s*"/.test(body);
}
