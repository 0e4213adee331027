import "server-only";
import { env } from "#lib/env.ts";
import { telephoneNumber } from "../telephone-number.ts";

/** The number to which somebody's text messages go; null where they want none, or none can be sent. */
export function textsGoTo({ phone }: { phone: string | null }): string | null {
  const { sms } = env();
  return sms && phone ? telephoneNumber(phone, sms.countryCode) : null;
}
