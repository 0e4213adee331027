import type { ReactNode } from "react";

interface FormPartProps {
  id: string;
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}

/** A part of a long form: its name and reason at the side, its fields beside them. */
export function FormPart({ id, title, lead, children }: FormPartProps) {
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="grid gap-x-12 gap-y-5 border-t border-line pt-5 lg:grid-cols-[15rem_minmax(0,36rem)]"
    >
      <div className="grid content-start gap-2">
        <h2 id={`${id}-title`} className="text-xl">
          {title}
        </h2>
        {lead && <p className="measure text-md text-ink-muted">{lead}</p>}
      </div>
      <div className="grid min-w-0 gap-6">{children}</div>
    </section>
  );
}

/** In line with the fields of the parts above. */
export function FormEnd({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap gap-3 lg:ps-72">{children}</div>;
}
