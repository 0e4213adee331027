/** A JSON Schema as our document has them. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  examples?: unknown[];
  enum?: unknown[];
  const?: unknown;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  additionalProperties?: Schema | boolean;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

interface Content {
  content?: Record<string, { schema: Schema }>;
}

export interface DocumentedOperation {
  parameters: { name: string; in: string; required: boolean; description?: string; schema: Schema }[];
  requestBody?: Content;
  responses: Record<string, Content & { description: string }>;
}

interface ReadableDocument {
  schemas: Record<string, Schema>;
  operation: (path: string, method: string) => DocumentedOperation;
}

/** The parts of the document that a page shows. */
export function readDocument(document: Record<string, unknown>): ReadableDocument {
  const { paths, components } = document as {
    paths: Record<string, Record<string, DocumentedOperation>>;
    components: { schemas: Record<string, Schema> };
  };
  return {
    schemas: components.schemas,
    operation: (path, method) => paths[path]?.[method.toLowerCase()] as DocumentedOperation,
  };
}

/** For the address of a part of the page. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}

/** A schema's type in a few words; `ref` where it has a name of its own. */
export function typeWords(schema: Schema): { words: string; ref: string | null } {
  if (schema.$ref) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    return { words: name, ref: name };
  }
  if (schema.anyOf) {
    const each = schema.anyOf.map(typeWords);
    return { words: each.map(({ words }) => words).join(" | "), ref: each.find(({ ref }) => ref)?.ref ?? null };
  }
  if (schema.type === "array" && schema.items) {
    const { words, ref } = typeWords(schema.items);
    return { words: `${words}[]`, ref };
  }
  if (schema.const !== undefined) return { words: JSON.stringify(schema.const), ref: null };
  if (schema.enum) return { words: schema.enum.map(String).join(" | "), ref: null };
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "any");
  return { words: schema.format ? `${type}, ${schema.format}` : type, ref: null };
}

/** The fields inside a schema, through lists and what may be null; null where it has none of its own. */
export function fieldsOf(schema: Schema): Schema | null {
  if (schema.properties) return schema;
  if (schema.type === "array" && schema.items) return fieldsOf(schema.items);
  return schema.anyOf?.map(fieldsOf).find((found) => found !== null) ?? null;
}
