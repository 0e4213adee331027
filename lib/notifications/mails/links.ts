import { Link } from "@react-email/link";
import { Section } from "@react-email/section";
import { Text } from "@react-email/text";
import { createElement as h, type ReactElement } from "react";
import type { LetterLink } from "../letter.ts";
import { light, sans } from "./look.ts";

export function ActionButton({ label, url }: LetterLink): ReactElement {
  const style = {
    display: "inline-block",
    padding: "13px 24px",
    borderRadius: 10,
    background: light.pine,
    color: light.onPine,
    font: `600 16px/1.25 ${sans}`,
    textDecoration: "none",
  };
  return h(Section, { style: { margin: "24px 0 16px" } }, h(Link, { className: "button", href: url, style }, label));
}

export function PlainLink({ label, url }: LetterLink): ReactElement {
  const style = { color: light.pine, textDecorationLine: "underline" };
  return h(Link, { className: "link", href: url, style }, label);
}

/** Several links in a line that wraps where it is too long. */
export function LinkLine({ links, small = false }: { links: readonly LetterLink[]; small?: boolean }): ReactElement {
  const font = `400 ${small ? "14px" : "16px"}/1.9 ${sans}`;
  return h(
    Text,
    { style: { margin: small ? "2px 0 0" : "0 0 20px", font } },
    links.flatMap((link, at) => [at > 0 ? " \u00a0 " : null, h(PlainLink, { key: link.url, ...link })]),
  );
}

/** For readers that show no buttons. */
export function BareAddress({ hint, url }: { hint: string; url: string }): ReactElement {
  const style = { margin: "24px 0 0", font: `400 13px/1.5 ${sans}`, color: light.muted };
  const address = { color: light.pine, wordBreak: "break-all" } as const;
  return h(
    Text,
    { className: "muted", style },
    hint,
    h("br"),
    h(Link, { className: "link", dir: "ltr", href: url, style: address }, url),
  );
}
