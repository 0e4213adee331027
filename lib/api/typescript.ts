type Json = Record<string, unknown>;

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema: Json }[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}
type Content = Record<string, { schema: Json }>;

/**
 * Writes an OpenAPI document of ours as the types `paths` and `components` that openapi-fetch asks for.
 * @param document with schemas as zod makes them: no discriminators, no references outside `components.schemas`
 */
export function typesOf(document: {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json> };
}): string {
  const paths = Object.entries(document.paths).map(([path, operations]) => {
    const each = Object.entries(operations).map(([method, operation]) => `${method}: ${operationType(operation)};`);
    return `${JSON.stringify(path)}: { ${each.join(" ")} };`;
  });
  const schemas = Object.entries(document.components.schemas).map(([name, schema]) => `${name}: ${typeOf(schema)};`);
  return [
    `export interface paths {\n${paths.join("\n")}\n}`,
    `export interface components {\nschemas: {\n${schemas.join("\n")}\n};\n}`,
  ].join("\n\n");
}

function operationType({ parameters = [], requestBody, responses }: Operation): string {
  const groups = ["query", "path", "header"].map((place) => {
    const own = parameters.filter((parameter) => parameter.in === place);
    if (own.length === 0) return `${place}?: never;`;
    const isNeeded = own.some(({ required }) => required);
    const fields = own.map(({ name, required, schema }) => field(name, schema, required === true));
    return `${place}${isNeeded ? "" : "?"}: { ${fields.join(" ")} };`;
  });
  const answers = Object.entries(responses).map(([status, { content }]) => {
    return `${status}: { headers: Record<string, unknown>; content${content ? `: ${contentType(content)}` : "?: never"} };`;
  });
  const body = requestBody ? `requestBody: { content: ${contentType(requestBody.content)} };` : "";
  return `{ parameters: { ${groups.join(" ")} }; ${body} responses: { ${answers.join(" ")} } }`;
}

function contentType(content: Content): string {
  const types = Object.entries(content).map(
    ([mediaType, { schema }]) => `${JSON.stringify(mediaType)}: ${typeOf(schema)};`,
  );
  return `{ ${types.join(" ")} }`;
}

function field(name: string, schema: Json, isRequired: boolean): string {
  return `${JSON.stringify(name)}${isRequired ? "" : "?"}: ${typeOf(schema)};`;
}

function typeOf(schema: Json | boolean): string {
  if (typeof schema === "boolean") return "unknown";
  if (typeof schema.$ref === "string") {
    return `components["schemas"][${JSON.stringify(schema.$ref.replace("#/components/schemas/", ""))}]`;
  }
  if ("const" in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choice = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choice)) return choice.map((each) => `(${typeOf(each)})`).join(" | ");
  if (Array.isArray(schema.allOf)) return schema.allOf.map((each) => `(${typeOf(each)})`).join(" & ");
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(" | ");
  switch (schema.type) {
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case "integer":
    case "number":
      return "number";
    case "array":
      return `(${typeOf((schema.items as Json) ?? {})})[]`;
    case "object":
      return objectType(schema);
    default:
      return "unknown";
  }
}

function objectType({ properties, required = [], additionalProperties }: Json): string {
  const fields = Object.entries((properties as Record<string, Json>) ?? {}).map(([name, schema]) =>
    field(name, schema, (required as string[]).includes(name)),
  );
  if (fields.length > 0) return `{ ${fields.join(" ")} }`;
  return `Record<string, ${typeOf((additionalProperties as Json | undefined) ?? {})}>`;
}
