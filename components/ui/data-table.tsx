import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers and times: tabular figures, set at the end of the cell. */
  numeric?: boolean;
  /** The row's name: a header cell, and the first line when stacked on a phone. */
  rowHeader?: boolean;
  /** Header text only for screen readers, e.g. over buttons. */
  hideHeader?: boolean;
  width?: string;
}

interface DataTableProps<Row> {
  caption: ReactNode;
  showCaption?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Marks a row, e.g. `bg-requested-wash`. */
  rowClass?: (row: Row) => string | undefined;
}

/** A table that breathes: hairlines between rows; below 48rem every row becomes a short list of label and value. */
export function DataTable<Row>({ caption, showCaption = false, columns, rows, rowKey, rowClass }: DataTableProps<Row>) {
  return (
    <table className="w-full border-collapse text-md max-md:block">
      <caption className={showCaption ? "pb-3 text-start text-ink-muted" : "sr-only"}>{caption}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-b border-line-strong">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              style={{ width: column.width }}
              className={classNames(
                "kicker px-3 pb-2 align-bottom first:ps-0 last:pe-0",
                column.numeric ? "text-end" : "text-start",
              )}
            >
              <span className={column.hideHeader ? "sr-only" : undefined}>{column.header}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block max-md:border-t max-md:border-line">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className={classNames("border-b border-line max-md:grid max-md:gap-1 max-md:py-3", rowClass?.(row))}
          >
            {columns.map((column) => (
              <DataCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DataCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const Cell = column.rowHeader ? "th" : "td";
  return (
    <Cell
      scope={column.rowHeader ? "row" : undefined}
      className={classNames(
        "px-3 py-3 text-start align-baseline font-normal first:ps-0 last:pe-0 max-md:flex max-md:items-baseline max-md:justify-between max-md:gap-4 max-md:p-0",
        column.rowHeader && "font-[560] max-md:text-base",
        column.numeric && "figures md:text-end",
      )}
    >
      {!column.rowHeader && !column.hideHeader && (
        <span aria-hidden className="kicker shrink-0 md:hidden">
          {column.header}
        </span>
      )}
      <span
        className={classNames(
          "min-w-0 max-md:wrap-anywhere",
          !column.rowHeader && !column.hideHeader && "max-md:text-end",
        )}
      >
        {column.cell(row)}
      </span>
    </Cell>
  );
}
