import "server-only";
import { createElement } from "react";
import { directionOf, htmlLanguage } from "#lib/i18n/locales.ts";
import { letterText } from "../letter.ts";
import type { MailTexts } from "../letters/written.ts";
import type { RenderedMail } from "../rendered-mail.ts";
import { letterOf, type StoredMessage } from "../templates.ts";
import { unsubscribeHeaders } from "../unsubscribe-headers.ts";
import { letReactWrite } from "./react-that-writes.ts";

/**
 * Subject, HTML and text of a stored message.
 * @param siteUrl absolute, without a trailing slash
 * @throws ZodError when the payload does not fit the kind
 */
export async function renderMail(message: StoredMessage, texts: MailTexts, siteUrl: string): Promise<RenderedMail> {
  const written = letterOf(message, texts, siteUrl);
  const letter = { ...written, language: htmlLanguage(written.language) };
  const direction = directionOf(texts.locale);
  letReactWrite();
  // Loaded with the first mail: a page that never writes one need not wait for it.
  const [{ render }, { LetterMail }] = await Promise.all([
    import("@react-email/render"),
    import("../mails/letter-mail.ts"),
  ]);
  return {
    subject: letter.subject,
    text: letterText(letter),
    html: await render(createElement(LetterMail, { letter, direction })),
    link: letter.action?.url ?? null,
    ...(letter.unsubscribe ? { headers: unsubscribeHeaders(letter.unsubscribe.url) } : {}),
  };
}
