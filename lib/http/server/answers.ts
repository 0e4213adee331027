import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Names the answer that a request waits for; a value sent by the client is always overwritten. */
export const answerHeader = "x-slotwell-answer";

// Modules exist once per bundle: the one that notes answers is not the one that pages use.
const processWide = globalThis as typeof globalThis & { slotwellAnswers?: Map<string, ServerResponse> };
processWide.slotwellAnswers ??= new Map();
const answers = processWide.slotwellAnswers;

/** From now on `setStatus` finds the answer to a request. To be called once, before the first of them. */
export function noteAnswers(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const id = randomUUID();
    request.headers[answerHeader] = id;
    answers.set(id, response);
    response.once("close", () => answers.delete(id));
  });
}

/** Without effect once the answer has begun. */
export function setStatus(answerId: string | null, status: number): void {
  const answer = answerId ? answers.get(answerId) : undefined;
  if (answer && !answer.headersSent) answer.statusCode = status;
}
