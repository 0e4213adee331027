import "server-only";
import { env } from "#lib/env.ts";
import { isWorthAnotherTry, type SmsProvider, smsRequest } from "#lib/sms-request.ts";
import { type Channel, RefusedForGood } from "./channel.ts";
import { writeText } from "./write-text.ts";

/** Shorter than a message's lease, so that a second worker does not send what is still on its way. */
const patienceMs = 30_000;

/** Text messages by a provider's HTTP interface; null where none is set up. */
export function smsChannel(
  provider: SmsProvider | undefined = env().sms,
  { timeoutMs = patienceMs }: { timeoutMs?: number } = {},
): Channel | null {
  if (!provider) return null;
  return {
    name: "sms",
    async send(message) {
      const text = await writeText(message).catch((error: unknown) => {
        throw new RefusedForGood(`cannot be written: ${error instanceof Error ? error.message : String(error)}`);
      });
      const { deliveryId: id, recipient: to } = message;
      const response = await fetch(provider.url, {
        method: "POST",
        ...smsRequest(provider, { id, to, text }),
        // Elsewhere the login would be given away.
        redirect: "manual",
        signal: AbortSignal.timeout(timeoutMs),
      });
      const said = `${response.status} ${(await response.text()).slice(0, 300)}`.trim();
      if (response.ok) return said;
      if (response.status >= 400 && !isWorthAnotherTry(response.status)) throw new RefusedForGood(said);
      throw new Error(said);
    },
  };
}
