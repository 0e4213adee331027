import { Words } from "./code.tsx";
import { fieldsOf, type Schema, slugOf, typeWords } from "./read-document.ts";

/** The fields of a body, one line each, those inside a field under it: beside their names where there is room. */
export function SchemaView({ schema }: { schema: Schema }) {
  const own = fieldsOf(schema);
  if (!own) return <Type schema={schema} />;
  return (
    <div className="@container">
      <dl className="grid gap-x-6 border-t border-line @md:grid-cols-[minmax(9rem,auto)_minmax(0,1fr)]">
        {Object.entries(own.properties ?? {}).map(([name, field]) => {
          const inner = field.$ref ? null : fieldsOf(field);
          return (
            <div key={name} className="grid border-b border-line py-2 @md:col-span-2 @md:grid-cols-subgrid">
              <dt className="font-mono text-sm [overflow-wrap:anywhere]">
                {name}
                {!own.required?.includes(name) && <span className="text-ink-muted">?</span>}
              </dt>
              <dd className="grid min-w-0 gap-1 text-md">
                <Type schema={field} />
                {field.description && (
                  <span>
                    <Words>{field.description}</Words>
                  </span>
                )}
                {inner && (
                  <div className="ps-4">
                    <SchemaView schema={inner} />
                  </div>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

export function Type({ schema }: { schema: Schema }) {
  const { words, ref } = typeWords(schema);
  const style = "font-mono text-sm text-ink-muted [overflow-wrap:anywhere]";
  if (!ref) return <span className={style}>{words}</span>;
  return (
    <a href={`/api/docs/schemas#schema-${slugOf(ref)}`} className={`link w-fit ${style}`}>
      {words}
    </a>
  );
}
