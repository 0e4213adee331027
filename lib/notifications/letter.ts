/** A mail before it is HTML or plain text. All texts are final and none is markup. */
export interface Letter {
  subject: string;
  /** What colour and mark the label above the heading carries; mails about accounts have neither. */
  mark: { look: "requested" | "confirmed" | "declined"; label: string } | null;
  heading: string;
  greeting: string;
  paragraphs: string[];
  /** Label and value, in reading order. */
  facts: [string, string][];
  action: { label: string; url: string } | null;
  /** Introduces the bare address under the button. */
  actionHint: string;
  note: string | null;
  footer: string[];
  /** BCP 47, for the `lang` attribute. */
  language: string;
}

const serif = "Fraunces,Georgia,'Times New Roman',serif";
const sans = "'Instrument Sans',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";

/** Each look has its own shape, so that colour is not all that tells them apart. */
const marks = {
  requested: { colour: "#8a560c", ground: "#faf1df", shape: "border:2px solid #8a560c;border-radius:6px" },
  confirmed: {
    colour: "#13684b",
    ground: "#e9f3ec",
    shape: "background:#13684b;border:2px solid #13684b;border-radius:6px",
  },
  declined: { colour: "#a03d2c", ground: "#fbede9", shape: "background:#a03d2c;border:2px solid #a03d2c" },
} as const;

// Readers that know a dark scheme get the app's own dark ground; the rest keep the inline colours.
const dark = `@media (prefers-color-scheme:dark){.ground{background:#171d2a!important}.sheet{background:#1f2734!important;
border-color:#323946!important}.ink{color:#efece7!important}.muted{color:#b8bcc4!important}
.rule{border-color:#323946!important}.button{background:#83cbab!important;color:#061a14!important}.link{color:#83cbab!important}}`;

/** The HTML part: one column, inline styles, no images, nothing fetched. */
export function letterHtml(letter: Letter): string {
  const { language, subject, mark, heading, greeting, paragraphs, facts, action, actionHint, note, footer } = letter;
  const body = [
    mark && markHtml(mark),
    `<h1 class="ink" style="margin:0 0 20px;font:500 27px/1.2 ${serif};color:#181d27">${escaped(heading)}</h1>`,
    [greeting, ...paragraphs].map((text) => paragraph(text, "ink", "#181d27")).join(""),
    facts.length > 0 && factsHtml(facts),
    action && buttonHtml(action),
    note && paragraph(note, "muted", "#484d57"),
    action &&
      `<p class="muted" style="margin:24px 0 0;font:400 13px/1.5 ${sans};color:#484d57">${escaped(actionHint)}<br>
<a class="link" href="${escaped(action.url)}" style="color:#13684b;word-break:break-all">${escaped(action.url)}</a></p>`,
  ];
  return `<!doctype html>
<html lang="${escaped(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title><style>${dark}</style></head>
<body class="ground" style="margin:0;background:#fcf9f3"><table role="presentation" class="ground" width="100%"
cellpadding="0" cellspacing="0" style="background:#fcf9f3"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0"
style="max-width:560px;background:#fffefc;border:1px solid #e1ded6;border-radius:10px"><tr><td style="padding:36px 32px">
${body.filter(Boolean).join("\n")}
</td></tr></table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px"><tr>
<td class="muted" style="padding:20px 32px;font:400 13px/1.5 ${sans};color:#484d57">
${footer.map(escaped).join("<br>")}</td></tr></table></td></tr></table></body></html>
`;
}

/** The plain part says the same in the same order. */
export function letterText(letter: Letter): string {
  const { mark, heading, greeting, paragraphs, facts, action, note, footer } = letter;
  const blocks = [
    mark ? `${mark.label.toUpperCase()}\n${heading}` : heading,
    greeting,
    ...paragraphs,
    facts.map(([label, value]) => `${label}: ${value}`).join("\n"),
    action && `${action.label}:\n${action.url}`,
    note,
    `-- \n${footer.join("\n")}`,
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

function markHtml({ look, label }: NonNullable<Letter["mark"]>): string {
  const { colour, ground, shape } = marks[look];
  return `<p style="margin:0 0 16px"><span style="display:inline-block;padding:5px 12px;border-radius:6px;background:${ground};
color:${colour};font:600 14px/1.4 ${sans}"><span style="display:inline-block;width:8px;height:8px;${shape}"></span>
&nbsp;${escaped(label)}</span></p>`;
}

function factsHtml(facts: [string, string][]): string {
  const cell = "padding:10px 16px 10px 0;border-top:1px solid #e1ded6;vertical-align:top;font:400 15px/1.5";
  const rows = facts.map(
    ([
      label,
      value,
    ]) => `<tr><td class="muted rule" style="${cell} ${sans};color:#484d57;white-space:nowrap">${escaped(label)}</td>
<td class="ink rule" width="100%" style="${cell} ${sans};color:#181d27;font-weight:600">${escaped(value)}</td></tr>`,
  );
  return `<table width="100%" cellpadding="0" cellspacing="0" style="margin:8px 0 20px">${rows.join("")}</table>`;
}

function buttonHtml({ label, url }: { label: string; url: string }): string {
  return `<p style="margin:24px 0"><a class="button" href="${escaped(url)}" style="display:inline-block;padding:13px 24px;
border-radius:10px;background:#13684b;color:#fbfcf8;font:600 16px/1.25 ${sans};text-decoration:none">${escaped(label)}</a></p>`;
}

function paragraph(text: string, name: string, colour: string): string {
  return `<p class="${name}" style="margin:0 0 14px;font:400 16px/1.55 ${sans};color:${colour}">${escaped(text)}</p>`;
}

function escaped(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
