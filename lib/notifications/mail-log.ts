export const mailStates = ["queued", "sending", "sent", "superseded", "dead"] as const;
export type MailState = (typeof mailStates)[number];

export interface MailSummary {
  id: string;
  channel: "email" | "sms";
  kind: string;
  recipient: string;
  /** Null when it cannot be written any more. */
  subject: string | null;
  state: MailState;
  attempts: number;
  /** Epoch milliseconds. */
  createdAt: number;
}

export interface MailDetail extends MailSummary {
  html: string | null;
  text: string | null;
  /** What its button opens; null when it has none, or none any more. */
  link: string | null;
  sentAt: number | null;
  lastError: string | null;
  /** When it will be tried next; null unless it waits. */
  nextAttemptAt: number | null;
  /** Why it was dropped; null unless it was. */
  dropped: "late" | "newer" | null;
  /** What became of each attempt, oldest first. */
  tries: MailTry[];
  /** Whether an admin may have it sent (once more). */
  canResend: boolean;
}

export interface MailTry {
  id: string;
  outcome: "sent" | "failed" | "refused";
  /** What the server said. */
  answer: string;
  /** Epoch milliseconds. */
  at: number;
}

/** What went to whom about an appointment or a plan; not what it said. */
export interface DeliveryState {
  id: string;
  channel: "email" | "sms";
  kind: string;
  recipient: string;
  state: MailState;
  /** When it was sent, or else written; epoch milliseconds. */
  at: number;
}

export interface MailLogFilter {
  /** None: all of them. */
  states: MailState[];
  kind: string | null;
  /** Part of an address or number. */
  recipient?: string | null;
  /** Only mails older than the one with this id. */
  before: string | null;
}

export interface MailLogPage {
  mails: MailSummary[];
  /** For the next page; null on the last. */
  nextBefore: string | null;
}

/** What an admin looks for, as the tabs of the mail log. */
export const mailTabs = {
  all: [],
  waiting: ["queued", "sending"],
  sent: ["sent"],
  failed: ["dead"],
} as const satisfies Record<string, readonly MailState[]>;
export type MailTab = keyof typeof mailTabs;

export function isMailTab(tab: unknown): tab is MailTab {
  return typeof tab === "string" && Object.hasOwn(mailTabs, tab);
}
