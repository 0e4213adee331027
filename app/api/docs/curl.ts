import type { Contract } from "#lib/api/endpoint.ts";

/** The example of a call as somebody types it into a shell. */
export function curlOf({ method, path, audience, creates, example }: Contract, base: string): string {
  const { params = {}, query = {}, body } = example;
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? name)));
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const url = `${base}${address}${search.size > 0 ? `?${search}` : ""}`;
  const lines = [
    `curl ${method === "GET" ? "" : `-X ${method} `}'${url}'`,
    ...(audience === "signed in" ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(creates ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(body ? ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`] : []),
  ];
  return lines.join(" \\\n  ");
}
