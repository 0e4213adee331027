import "server-only";
import { headers } from "next/headers";
import { answerHeader, setStatus } from "#lib/http/server/answers.ts";

/** Sets the status of the page being rendered: Next does it only for errors that it shows with JavaScript alone. */
export async function answerWith(status: 403 | 404): Promise<void> {
  setStatus((await headers()).get(answerHeader), status);
}
