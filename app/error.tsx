"use client";

import { MessagePage } from "#components/shell/message-page.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { failureWords } from "#lib/i18n/failure-words.ts";

function digestOf(error: unknown): string | undefined {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;
}

// Its few words come straight from their own files: this code is on every page, and must not need anything that can fail.
export default function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = digestOf(error);
  const words = failureWords();
  return (
    <MessagePage
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <Button variant="primary" onClick={() => retry()}>
            {words.retry}
          </Button>
          <ButtonLink href="/">{words.home}</ButtonLink>
        </>
      }
    >
      {digest && (
        <p className="figures text-md text-ink-faint">
          {words.reference} {digest}
        </p>
      )}
    </MessagePage>
  );
}
