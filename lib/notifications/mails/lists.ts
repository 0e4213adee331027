import { Heading } from "@react-email/heading";
import { Text } from "@react-email/text";
import { type CSSProperties, createElement as h, type ReactElement } from "react";
import type { LetterList } from "../letter.ts";
import { LinkLine } from "./links.ts";
import { type Direction, light, sans, serif } from "./look.ts";

function cellOf(direction: Direction): CSSProperties {
  return {
    padding: direction === "rtl" ? "10px 0 10px 16px" : "10px 16px 10px 0",
    borderTop: `1px solid ${light.line}`,
    verticalAlign: "top",
    textAlign: direction === "rtl" ? "right" : "left",
    font: `400 15px/1.5 ${sans}`,
  };
}

function valueCell(direction: Direction): CSSProperties {
  return { ...cellOf(direction), color: light.ink, fontWeight: 600 };
}

const table = { width: "100%", cellPadding: 0, cellSpacing: 0, style: { margin: "8px 0 20px" } };

interface FactTableProps {
  facts: readonly [string, string][];
  direction: Direction;
}

/** Label and value, one under the other. */
export function FactTable({ facts, direction }: FactTableProps): ReactElement {
  const label = { ...cellOf(direction), color: light.muted, whiteSpace: "nowrap" } as const;
  const rows = facts.map(([name, value]) =>
    h(
      "tr",
      { key: name },
      h("th", { className: "muted rule", scope: "row", style: label }, name),
      h("td", { className: "ink rule", width: "100%", style: valueCell(direction) }, value),
    ),
  );
  return h("table", table, h("tbody", null, rows));
}

interface RowTableProps {
  list: LetterList;
  direction: Direction;
}

/** Times in a column, like a printed timetable. */
export function RowTable({ list: { title, rows }, direction }: RowTableProps): ReactElement {
  const label = {
    ...cellOf(direction),
    color: light.ink,
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
  } as const;
  const note = { margin: "2px 0 0", font: `400 14px/1.5 ${sans}`, color: light.muted };
  return h(
    "div",
    null,
    title &&
      h(
        Heading,
        { as: "h2", className: "ink", style: { margin: 0, font: `500 19px/1.3 ${serif}`, color: light.ink } },
        title,
      ),
    rows.length > 0 &&
      h(
        "table",
        table,
        h(
          "tbody",
          null,
          rows.map((row, at) =>
            h(
              "tr",
              { key: at },
              h("th", { className: "ink rule", scope: "row", style: label }, row.label),
              h(
                "td",
                { className: "ink rule", width: "100%", style: valueCell(direction) },
                row.value,
                row.note && h(Text, { className: "muted", style: note }, row.note),
                row.links.length > 0 && h(LinkLine, { links: row.links, small: true }),
              ),
            ),
          ),
        ),
      ),
  );
}
