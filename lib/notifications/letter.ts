/** A mail before it is HTML or plain text. All texts are final and none is markup. */
export interface Letter {
  /** Shows on locked screens, as the preview does: clinic and time, nothing of a person or a treatment. */
  subject: string;
  preview: string;
  /** What colour and mark the label above the heading carries; mails about accounts have neither. */
  mark: { look: Look; label: string } | null;
  heading: string;
  greeting: string;
  paragraphs: string[];
  /** Label and value, in reading order. */
  facts: [string, string][];
  /** Lists of times: a plan's visits by month, a day's appointments. */
  lists: LetterList[];
  action: LetterLink | null;
  /** What else can be done, below the button. */
  links: LetterLink[];
  /** Introduces the bare address under the button. */
  actionHint: string;
  note: string | null;
  footer: string[];
  /** The last line of the footer. */
  unsubscribe: LetterLink | null;
  /** BCP 47, for the `lang` attribute. */
  language: string;
}

export type Look = "requested" | "confirmed" | "declined";

export interface LetterLink {
  label: string;
  url: string;
}

export interface LetterList {
  title: string | null;
  rows: LetterRow[];
}

export interface LetterRow {
  /** A time, mostly; rows of a list align by it. */
  label: string;
  value: string;
  note: string | null;
  links: LetterLink[];
}

/** The plain part says the same in the same order. */
export function letterText(letter: Letter): string {
  const { mark, heading, greeting, paragraphs, facts, lists, action, links, note, footer, unsubscribe } = letter;
  const blocks = [
    mark ? `${mark.label.toUpperCase()}\n${heading}` : heading,
    greeting,
    ...paragraphs,
    facts.map(([label, value]) => `${label}: ${value}`).join("\n"),
    ...lists.map(listText),
    action && linkText(action),
    ...links.map(linkText),
    note,
    `-- \n${[...footer, unsubscribe && linkText(unsubscribe)].filter(Boolean).join("\n")}`,
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

function listText({ title, rows }: LetterList): string {
  return [title, ...rows.map(rowText)].filter(Boolean).join("\n");
}

function rowText({ label, value, note, links }: LetterRow): string {
  const more = links.map((link) => `    ${link.label}: ${link.url}`);
  return [`  ${label}: ${value}`, note && `    ${note}`, ...more].filter(Boolean).join("\n");
}

function linkText({ label, url }: LetterLink): string {
  return `${label}:\n${url}`;
}
