/** A mail as it leaves, whatever its kind. */
export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
  /** The address its button opens; null where there is none, or none any more. */
  link: string | null;
  /** An invitation that the reader's calendar takes; `content` is a whole VCALENDAR. */
  calendar?: { method: "REQUEST" | "CANCEL"; content: string };
  /** Besides those that every mail has, such as List-Unsubscribe. */
  headers?: Record<string, string>;
}
