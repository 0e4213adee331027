import type { ReactNode } from "react";

export function Code({ children }: { children: ReactNode }) {
  return (
    <code className="rounded-xs bg-wash px-1 py-0.5 font-mono text-[0.9em] [overflow-wrap:anywhere]">{children}</code>
  );
}

export function CodeBlock({ children }: { children: string }) {
  return (
    <pre className="whitespace-pre-wrap rounded-sm bg-wash p-4 font-mono text-sm [overflow-wrap:anywhere]">
      <code>{children}</code>
    </pre>
  );
}

/** Words of the document, in which code stands between backticks. */
export function Words({ children }: { children: string }) {
  return children.split("`").map((part, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a text's parts never move
    place % 2 === 1 ? <Code key={place}>{part}</Code> : part,
  );
}
