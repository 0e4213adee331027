import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";

/** Far more than any request of ours. */
const mostBytes = 100_000;

/** The JSON that was sent, read no further than a request may reach; nothing at all counts as an empty object. */
export async function readBody(request: Request): Promise<Result<unknown>> {
  const type = request.headers.get("content-type");
  const text = await readText(request);
  if (text === null) return wrong("too_large");
  if (text.trim() === "") return ok({});
  if (!type || !/^application\/json\s*(;|$)/i.test(type)) return wrong("json");
  try {
    return ok(JSON.parse(text));
  } catch {
    return wrong("json");
  }
}

/** @returns null where it is too long */
async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function wrong(message: string): Result<never> {
  return refuse({ ...refusal("VALIDATION"), errors: [{ path: "", message }] });
}
