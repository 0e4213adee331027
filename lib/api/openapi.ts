import { z } from "zod";
import { refusalStatus } from "../scheduling/refusal.ts";
import { type Contract, tags } from "./endpoint.ts";
import { problem } from "./problem.ts";

type Json = { [name: string]: unknown };

/** What every call may be refused for, besides what its contract names. */
const common = ["VALIDATION", "RATE_LIMITED", "BUSY"] as const;

export interface DocumentTexts {
  title: string;
  description: string;
  version: string;
}

/** Describes the calls in OpenAPI 3.1, from the schemas that check them. */
export function openApiDocument(contracts: readonly Contract[], info: DocumentTexts): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const contract of contracts) {
    paths[contract.path] = { ...paths[contract.path], [contract.method.toLowerCase()]: operation(contract, schemas) };
  }
  schemaOf(problem, "output", schemas);
  return {
    openapi: "3.1.0",
    info: { ...info, license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: "/api/v1" }],
    tags: Object.entries(tags).map(([name, about]) => ({ name, description: about })),
    security: [{ token: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "Made under Account, Access for programs, or by POST /tokens.",
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "next-auth.session-token",
          description: "Of this site's own pages.",
        },
      },
      headers: {
        RateLimit: { description: "What is left in this minute", schema: { type: "string" } },
        RateLimitPolicy: { description: "What may be asked in a minute", schema: { type: "string" } },
        RetryAfter: { description: "Seconds to wait", schema: { type: "integer" } },
        ETag: { description: "Send it as If-None-Match: 304 where nothing has changed", schema: { type: "string" } },
      },
    },
  };
}

function operation(contract: Contract, schemas: Json): Json {
  const { id, tag, summary, description, audience, body, example } = contract;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    "x-example-as": example.as,
    security: audience === "anybody" ? [{}, { token: [] }, { session: [] }] : [{ token: [] }, { session: [] }],
    parameters: parameters(contract, schemas),
    ...(body && {
      requestBody: {
        required: true,
        content: {
          "application/json": {
            schema: schemaOf(body, "input", schemas),
            ...(example.body && { example: example.body }),
          },
        },
      },
    }),
    responses: { ...success(contract, schemas), ...refusals(contract) },
  };
}

function parameters({ params, query, creates, example }: Contract, schemas: Json): Json[] {
  const listed = (fields: z.ZodObject | undefined, place: "path" | "query", examples: Json = {}) =>
    Object.entries(fields?.shape ?? {}).map(([name, field]) => {
      const { description, ...schema } = schemaOf(field as z.ZodType, "input", schemas);
      return {
        name,
        in: place,
        required: place === "path" || !(field as z.ZodType).safeParse(undefined).success,
        ...(typeof description === "string" && { description }),
        schema,
        ...(name in examples && { example: examples[name] }),
      };
    });
  const key = {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description: "The same key and body make it once, and are answered the same, for a day.",
    schema: { type: "string", minLength: 1, maxLength: 200 },
  };
  return [
    ...listed(params, "path", example.params),
    ...listed(query, "query", example.query),
    ...(creates ? [key] : []),
  ];
}

const limits = {
  RateLimit: { $ref: "#/components/headers/RateLimit" },
  "RateLimit-Policy": { $ref: "#/components/headers/RateLimitPolicy" },
};

function success({ status, answer, mediaType, method }: Contract, schemas: Json): Json {
  const content = answer
    ? { [mediaType ?? "application/json"]: { schema: schemaOf(answer, "output", schemas) } }
    : mediaType && { [mediaType]: { schema: { type: "string" } } };
  const headers = { ...limits, ...(method === "GET" && answer && { ETag: { $ref: "#/components/headers/ETag" } }) };
  return { [status]: { description: descriptionOf(status), headers, ...(content && { content }) } };
}

function descriptionOf(status: Contract["status"]): string {
  return { 200: "As asked", 201: "Made", 202: "Taken in", 204: "Done" }[status];
}

/** By status, with the codes that may stand under each. */
function refusals({ refusals: own = [], audience, params, creates }: Contract): Json {
  const codes = new Set([
    ...common,
    ...own,
    ...(audience === "signed in" ? (["UNAUTHENTICATED", "FORBIDDEN"] as const) : []),
    ...(params ? (["NOT_FOUND"] as const) : []),
    ...(creates ? (["IDEMPOTENCY_MISMATCH", "IN_PROGRESS"] as const) : []),
  ]);
  const byStatus = Map.groupBy(codes, (code) => refusalStatus[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, each]) => [
      status,
      {
        description: each.join(", "),
        headers: { ...limits, ...(status === 429 && { "Retry-After": { $ref: "#/components/headers/RetryAfter" } }) },
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}

/** A schema in JSON Schema 2020-12; those with a name of their own are put among `schemas` and referred to. */
function schemaOf(schema: z.ZodType, io: "input" | "output", schemas: Json): Json {
  const {
    $schema: _,
    $defs = {},
    ...json
  } = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const { override } = (z.globalRegistry.get(zodSchema as unknown as z.ZodType) ?? {}) as { override?: Json };
      if (!override) return;
      for (const name of Object.keys(jsonSchema)) delete (jsonSchema as Json)[name];
      Object.assign(jsonSchema, override);
    },
  }) as Json & { $defs?: Record<string, Json> };
  for (const [name, definition] of Object.entries($defs)) schemas[name] ??= referring(withoutId(definition));
  const { id } = (z.globalRegistry.get(schema) ?? {}) as { id?: string };
  if (!id) return referring(json);
  schemas[id] ??= referring(withoutId(json));
  return { $ref: `#/components/schemas/${id}` };
}

function withoutId({ id: _, $id: __, ...definition }: Json): Json {
  return definition;
}

function referring<T>(json: T): T {
  return JSON.parse(JSON.stringify(json).replaceAll("#/$defs/", "#/components/schemas/")) as T;
}
