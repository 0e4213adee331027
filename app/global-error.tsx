"use client";

import { defaultLanguage, locales } from "#lib/i18n/locales.ts";
import words from "#messages/failure.en.json";
import "./globals.css";

// The layout itself failed, so nothing of it can be relied on: no provider, no fonts, no components.
export default function GlobalFailure({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang={locales[defaultLanguage].tag}>
      <body>
        <title>{words.title}</title>
        <main className="mx-auto grid min-h-dvh max-w-page content-center gap-5 px-6 py-16">
          <h1 className="text-3xl">{words.title}</h1>
          <p className="measure text-ink-muted">{words.lead}</p>
          <button type="button" onClick={() => retry()} className="min-h-11 w-fit rounded-md bg-pine px-5 text-on-pine">
            {words.retry}
          </button>
        </main>
      </body>
    </html>
  );
}
