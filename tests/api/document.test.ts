import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import { exampleOf } from "#lib/api/example-of.ts";
import { apiDocument } from "#lib/api/server/document.ts";
import { endpoints } from "#lib/api/server/endpoints.ts";
import { typesOf } from "#lib/api/typescript.ts";

test("the document is OpenAPI that a linter has nothing to say about", async () => {
  const config = await createConfig({ extends: ["recommended"], rules: { "operation-4xx-response": "error" } });
  const problems = await lintFromString({ source: JSON.stringify(apiDocument()), config });
  expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([]);
});

test("every call of the document is served at its address, and nothing else", async () => {
  const files = globSync("app/api/v1/**/route.ts").filter((file) => !file.includes("[[...path]]"));
  const served = await Promise.all(
    files.map(async (file) => {
      const path = file.replace(/^app\/api\/v1|\/route\.ts$/g, "").replaceAll(/\[(\w+)\]/g, "{$1}");
      const calls = [
        ...(await readFile(file, "utf8")).matchAll(
          /(\w+Endpoint)\b(?=[^{]*\} from "#lib\/api\/server\/([\w-]+)\.ts")/g,
        ),
      ];
      return Promise.all(
        calls.map(async ([, name = "", module = ""]) => {
          const { [name]: call } = await import(`../../lib/api/server/${module}.ts`);
          return `${path}: ${call.method} ${call.path}`;
        }),
      );
    }),
  );
  expect(served.flat().sort()).toEqual(endpoints.map(({ method, path }) => `${path}: ${method} ${path}`).sort());
});

test("whatever makes something takes an Idempotency-Key", () => {
  const making = endpoints.filter(({ method, status }) => method === "POST" && status === 201);
  expect(making.filter(({ creates }) => !creates).map(({ id }) => id)).toEqual([]);
  expect(endpoints.filter((endpoint) => endpoint.creates && !making.includes(endpoint)).map(({ id }) => id)).toEqual(
    [],
  );
});

test("names of calls are unique, and an example fits each", () => {
  const ids = endpoints.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  for (const { id, body, query, params, example } of endpoints) {
    expect(
      Object.keys(example.body ?? {}).filter((name) => !(name in (body?.shape ?? {}))),
      id,
    ).toEqual([]);
    expect(
      Object.keys(example.query ?? {}).filter((name) => !(name in (query?.shape ?? {}))),
      id,
    ).toEqual([]);
    expect(Object.keys(example.params ?? {}).sort(), id).toEqual(Object.keys(params?.shape ?? {}).sort());
  }
});

test("the example of every answer fits its schema", () => {
  const { paths, components } = apiDocument() as unknown as ServedDocument;
  for (const { id, path, method, status, answer, mediaType } of endpoints) {
    if (!answer || mediaType) continue;
    const { schema } = paths[path]?.[method.toLowerCase()]?.responses[status]?.content["application/json"] ?? {};
    const example = exampleOf(schema ?? {}, components.schemas);
    expect(answer.safeParse(example).error?.issues ?? [], `${id}: ${JSON.stringify(example)}`).toEqual([]);
  }
});

type ExampleSchema = Parameters<typeof exampleOf>[0];
interface ServedDocument {
  paths: Record<
    string,
    Record<string, { responses: Record<number, { content: Record<string, { schema: ExampleSchema }> }> }>
  >;
  components: { schemas: Record<string, ExampleSchema> };
}

test("the client's types are those of the document (npx vitest run --project database tests/api -u writes them)", async () => {
  const types = typesOf(apiDocument() as unknown as Parameters<typeof typesOf>[0]);
  await expect(
    `// Made from the API's own description by tests/api/document.test.ts.\n\n${types}\n`,
  ).toMatchFileSnapshot("../../e2e/api/paths.ts");
});
