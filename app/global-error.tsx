"use client";

import { useState } from "react";
import { failureWords } from "#lib/i18n/failure-words.ts";
import { locales } from "#lib/i18n/locales.ts";
import "./globals.css";

// The layout itself failed, so nothing of it can be relied on: no provider, no fonts, no components.
export default function GlobalFailure({ retry }: { error: unknown; retry: () => void }) {
  // Read once: this page takes the place of the one that says its language.
  const [words] = useState(failureWords);
  const { direction } = locales[words.language];
  return (
    <html lang={words.language} dir={direction}>
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
