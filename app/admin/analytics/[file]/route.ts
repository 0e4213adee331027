import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { booked } from "#lib/analytics/figures.ts";
import { analytics } from "#lib/analytics/server/analytics.ts";
import { type ExportWords, exportAppointments, exportColumns } from "#lib/analytics/server/export-appointments.ts";
import type { Result } from "#lib/result.ts";
import { localDateOf } from "#lib/time.ts";
import { adminClinic } from "../../_shell/admin-clinic.ts";
import { askedAnalytics } from "../asked-analytics.ts";
import { isTableFile, tableFile } from "../table-files.ts";

/** The page's numbers, or the appointments behind them, as files for a spreadsheet. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const [{ actor, clinic }, { file }] = await Promise.all([adminClinic(), params]);
  const isAll = file === "appointments.csv";
  if (!isAll && !isTableFile(file)) notFound();
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const { range, problem, doctorId, serviceId } = askedAnalytics(query, localDateOf(Date.now(), clinic.timeZone));
  if (problem) return new Response(null, { status: 400 });
  const asked = { clinicId: clinic.id, ...range, doctorId: doctorId ?? "", serviceId: serviceId ?? "" };
  const name = `${file.replace(".csv", "")}-${range.from}-${range.to}.csv`;
  if (isAll) return download(name, found(await exportAppointments(actor, asked, await exportWords())));
  return download(name, await tableFile(file, found(await analytics(actor, asked))));
}

function found<T>(result: Result<T>): T {
  if (!result.ok) notFound();
  return result.value;
}

function download(name: string, content: string | AsyncGenerator<string>): Response {
  const body = typeof content === "string" ? content : streamOf(content);
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** Read as fast as it is taken, so that a year of appointments never lies in memory at once. */
function streamOf(chunks: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await chunks.return(undefined);
    },
  });
}

async function exportWords(): Promise<ExportWords> {
  const [t, status] = await Promise.all([getTranslations("analytics.export"), getTranslations("status")]);
  return {
    heads: Object.fromEntries(exportColumns.map((column) => [column, t(column)])) as ExportWords["heads"],
    status: Object.fromEntries(booked.map((name) => [name, status(name)])) as ExportWords["status"],
  };
}
