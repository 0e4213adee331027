import { z } from "zod";
import { exampleDay, exampleIds, exampleStart, exampleVisitStart } from "#lib/api/examples.ts";

/** One call as the served document describes it. */
export interface DocumentedCall {
  /** `GET /appointments/{id}`. */
  name: string;
  method: string;
  path: string;
  exampleAs: string;
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
  /** Of success. */
  status: number;
  /** Null where success has no JSON. */
  answer: z.ZodType | null;
}

interface Parameter {
  name: string;
  in: string;
  example?: unknown;
}

interface Operation {
  "x-example-as": string;
  parameters: Parameter[];
  requestBody?: { content: Record<string, { example?: unknown }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

interface ServedDocument {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: object };
}

export async function readCalls(siteUrl: string): Promise<DocumentedCall[]> {
  const document = (await (await fetch(`${siteUrl}/api/v1/openapi.json`)).json()) as ServedDocument;
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => readCall(document, path, method.toUpperCase(), operation)),
  );
}

function readCall({ components }: ServedDocument, path: string, method: string, operation: Operation): DocumentedCall {
  const [status, success] = Object.entries(operation.responses).find(([code]) => code.startsWith("2")) ?? ["", {}];
  const schema = success.content?.["application/json"]?.schema;
  const examples = (place: string) =>
    Object.fromEntries(
      operation.parameters
        .filter((parameter) => parameter.in === place && parameter.example !== undefined)
        .map(({ name, example }) => [name, example]),
    );
  return {
    name: `${method} ${path}`,
    method,
    path,
    exampleAs: operation["x-example-as"],
    params: examples("path"),
    query: examples("query"),
    body: operation.requestBody && (operation.requestBody.content["application/json"]?.example ?? {}),
    status: Number(status),
    answer: schema ? schemaFrom(schema, components.schemas) : null,
  };
}

function schemaFrom(schema: object, schemas: object): z.ZodType {
  const whole = JSON.stringify({ ...schema, $defs: schemas }).replaceAll("#/components/schemas/", "#/$defs/");
  return z.fromJSONSchema(JSON.parse(whole));
}

/** What stands for the ids and times of an example. */
export interface Stand {
  ids: Partial<Record<keyof typeof exampleIds, string>>;
  startsAt: string;
  /** Of a visit of the care plans. */
  visitStartsAt: string;
  date: string;
  token?: string;
}

/** An example with things that are there in the place of those that stand for them. */
export function inPlace<T>(example: T, { ids, startsAt, visitStartsAt, date, token }: Stand): T {
  let text = JSON.stringify(example ?? null);
  for (const [kind, id] of Object.entries(exampleIds)) {
    text = text.replaceAll(id, ids[kind as keyof typeof exampleIds] ?? id);
  }
  text = text.replaceAll(exampleStart, startsAt).replaceAll(exampleDay, date);
  text = text.replaceAll(exampleVisitStart, visitStartsAt);
  if (token) text = text.replaceAll("TOKEN", token);
  return JSON.parse(text) as T;
}

/** Sends a call's example, as whoever `headers` say. */
export function send(
  siteUrl: string,
  { method, path, params, query, body }: Pick<DocumentedCall, "method" | "path" | "params" | "query" | "body">,
  headers: Record<string, string>,
): Promise<Response> {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(textOf(params[name] ?? name)));
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, textOf(value)]));
  return fetch(`${siteUrl}/api/v1${address}${search.size > 0 ? `?${search}` : ""}`, {
    method,
    redirect: "manual",
    headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Whatever it is, as an address can carry it. */
function textOf(value: unknown): string {
  return (typeof value === "object" ? JSON.stringify(value) : String(value)).toWellFormed();
}
