import { Body } from "@react-email/body";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Heading } from "@react-email/heading";
import { Html } from "@react-email/html";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import { createElement as h, type ReactElement, type ReactNode } from "react";
import type { Letter } from "../letter.ts";
import { ActionButton, BareAddress, LinkLine, PlainLink } from "./links.ts";
import { FactTable, RowTable } from "./lists.ts";
import { type Direction, darkScheme, light, marks, sans, serif } from "./look.ts";

// Written without JSX: Node strips types from .ts files, which is how a worker of its own loads them, and nothing more.

/**
 * A letter as a mail: one column, inline styles, no images, nothing fetched. The direction is said again inside, as many
 * readers drop what stands around it.
 */
export function LetterMail({ letter, direction }: { letter: Letter; direction: Direction }): ReactElement {
  const { language, subject, preview, mark, heading, greeting, paragraphs, facts, lists } = letter;
  const { action, links, actionHint, note } = letter;
  const sheet = { maxWidth: 560, background: light.raised, border: `1px solid ${light.line}`, borderRadius: 10 };
  return h(
    Html,
    { lang: language, dir: direction },
    h(
      Head,
      null,
      h("meta", { name: "viewport", content: "width=device-width" }),
      h("meta", { name: "color-scheme", content: "light dark" }),
      h("title", null, subject),
      h("style", null, darkScheme),
    ),
    h(
      Body,
      { className: "ground", style: { margin: 0, background: light.paper, padding: "32px 16px" } },
      h(Preview, null, preview),
      h(
        Container,
        { className: "sheet", style: sheet },
        h(
          "div",
          { dir: direction, style: { padding: "36px 32px" } },
          mark && h(MarkLabel, mark),
          h(
            Heading,
            { className: "ink", style: { margin: "0 0 20px", font: `500 27px/1.2 ${serif}`, color: light.ink } },
            heading,
          ),
          [greeting, ...paragraphs].map((text, at) => h(Paragraph, { key: at }, text)),
          facts.length > 0 && h(FactTable, { facts, direction }),
          lists.map((list, at) => h(RowTable, { key: at, list, direction })),
          action && h(ActionButton, action),
          links.length > 0 && h(LinkLine, { links }),
          note && h(Paragraph, { muted: true }, note),
          action && h(BareAddress, { hint: actionHint, url: action.url }),
        ),
      ),
      h(Footer, { ...letter, direction }),
    ),
  );
}

function MarkLabel({ look, label }: NonNullable<Letter["mark"]>): ReactElement {
  const { colour, ground, shape } = marks[look];
  const box = { display: "inline-block", padding: "5px 12px", borderRadius: 6, background: ground, color: colour };
  return h(
    "p",
    { style: { margin: "0 0 16px" } },
    h(
      "span",
      { style: { ...box, font: `600 14px/1.4 ${sans}` } },
      h("span", { style: { display: "inline-block", width: 8, height: 8, ...shape } }),
      "\u00a0 ",
      label,
    ),
  );
}

function Paragraph({ muted = false, children }: { muted?: boolean; children?: ReactNode }): ReactElement {
  const style = { margin: "0 0 14px", font: `400 16px/1.55 ${sans}`, color: muted ? light.muted : light.ink };
  return h(Text, { className: muted ? "muted" : "ink", style }, children);
}

interface FooterProps extends Pick<Letter, "footer" | "unsubscribe"> {
  direction: Direction;
}

function Footer({ footer, unsubscribe, direction }: FooterProps): ReactElement {
  const style = { margin: "0 0 4px", font: `400 13px/1.5 ${sans}`, color: light.muted };
  return h(
    Section,
    { style: { maxWidth: 560 } },
    h(
      "div",
      { dir: direction, style: { padding: "20px 32px" } },
      footer.map((text) => h(Text, { key: text, className: "muted", style }, text)),
      unsubscribe && h(Text, { className: "muted", style }, h(PlainLink, unsubscribe)),
    ),
  );
}
