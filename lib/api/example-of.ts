interface Schema {
  $ref?: string;
  examples?: unknown[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  type?: string | string[];
  format?: string;
  minimum?: number;
  minLength?: number;
  properties?: Record<string, Schema>;
  items?: Schema;
}

const byFormat: Record<string, string> = {
  uuid: "01990000-0000-7000-8000-000000000001",
  "date-time": "2027-03-01T09:30:00+00:00",
  date: "2027-03-01",
  email: "ana@example.org",
  uri: "https://booking.example.org",
};

const byName: Record<string, string> = {
  name: "Ana Costa",
  title: "Dr",
  slug: "ana-costa",
  timeZone: "Europe/London",
  currency: "GBP",
  line1: "1 North Gate",
  city: "London",
  postcode: "N1 9GU",
  country: "GB",
  phone: "+44 20 7946 0000",
  email: "ana@example.org",
  version: "12-3456",
};

/**
 * What an answer looks like, as far as its schema tells: the examples that it gives, else something of the right kind.
 * @param schema as our document has them, with references to `schemas`
 * @param name of the field
 */
export function exampleOf(schema: Schema, schemas: Record<string, Schema>, name = ""): unknown {
  const { $ref, examples, anyOf, properties, items } = schema;
  if ($ref) return exampleOf(schemas[$ref.split("/").at(-1) ?? ""] ?? {}, schemas);
  if (examples) return examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (anyOf) return exampleOf(anyOf.find(({ type }) => type !== "null") ?? {}, schemas, name);
  if (properties) {
    return Object.fromEntries(
      Object.entries(properties).map(([each, field]) => [each, exampleOf(field, schemas, each)]),
    );
  }
  if (items) return [exampleOf(items, schemas)];
  return plain(schema, name);
}

function plain({ type, format, minimum, minLength = 1 }: Schema, name: string): unknown {
  switch (Array.isArray(type) ? type[0] : type) {
    case "string":
      return byFormat[format ?? ""] ?? byName[name] ?? "…".repeat(minLength);
    case "integer":
    case "number":
      return Math.max(minimum ?? 1, 1);
    case "boolean":
      return true;
    case "object":
      return {};
    default:
      return null;
  }
}
