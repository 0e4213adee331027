import "server-only";
import type { Channel } from "./channel.ts";
import { mailChannel } from "./mail-channel.ts";
import { smsChannel } from "./sms-channel.ts";

/** Every way to people that this installation has been given by its environment. */
export function configuredChannels(): Channel[] {
  return [mailChannel(), smsChannel()].filter((channel) => channel !== null);
}
