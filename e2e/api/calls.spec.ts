import { withClinic } from "../clinic.ts";
import { expect, test } from "../fixtures.ts";
import { cookieHeader } from "../people.ts";
import { renewSamples } from "../renew-samples.ts";
import { type Asker, askers, makeSamples, type Samples } from "../samples.ts";
import { stateOf } from "../state.ts";
import { callers } from "./callers.ts";
import { type DocumentedCall, inPlace, readCalls, send } from "./document.ts";
import { standFor } from "./stand.ts";

test("every call of the document stands in the table of callers", async ({ clinic }) => {
  const calls = await readCalls(clinic.url);
  expect(Object.keys(callers).sort()).toEqual(calls.map(({ name }) => name).sort());
});

test("examples work as they are told, for whom they may, and leave no trace for anybody else", async () => {
  test.setTimeout(5 * 60_000);
  // Hours, services and appointments change here, so this house is nobody else's.
  await withClinic(async (clinic) => {
    const { url, database } = clinic;
    const samples = await makeSamples(clinic);
    for (const call of await readCalls(url)) {
      await test.step(call.name, async () => {
        await renewSamples(database, samples);
        const example = inPlace(call, await standFor(clinic, samples));
        const may = callers[call.name] ?? [];
        const before = call.method === "GET" ? null : await stateOf(database);
        for (const asker of askers.filter((one) => !may.includes(one))) {
          const response = await send(url, example, headersOf(samples, asker, url));
          expect([401, 403, 404], `${call.name} as ${asker}: ${await described(response)}`).toContain(response.status);
          if (before) expect(await stateOf(database), `${call.name} as ${asker}`).toEqual(before);
        }
        for (const asker of call.method === "GET" ? may : may.filter((one) => one === call.exampleAs)) {
          const response = await send(url, example, headersOf(samples, asker, url));
          await expectAnswer({ ...call, answer: call.answer }, response, samples, asker);
        }
      });
    }
  });
});

test("whatever makes something makes it once, however often it is sent with one key", async () => {
  test.setTimeout(3 * 60_000);
  await withClinic(async (clinic) => {
    const { url, database } = clinic;
    const samples = await makeSamples(clinic);
    for (const call of (await readCalls(url)).filter(({ status }) => status === 201)) {
      await test.step(call.name, async () => {
        await renewSamples(database, samples);
        const example = inPlace(call, await standFor(clinic, samples));
        const asker = askers.find((one) => one === call.exampleAs) ?? "visitor";
        const headers = { ...headersOf(samples, asker, url), "idempotency-key": call.name.replaceAll(" ", "") };
        const first = await send(url, example, headers);
        const answer = (await first.json()) as object;
        expect(first.status, `${call.name}: ${JSON.stringify(answer)}`).toBe(201);
        const before = await stateOf(database);
        const again = await send(url, example, headers);
        // The one secret that is told once and no more.
        expect({ trackingUrl: null, ...(await again.json()) }).toEqual({ ...answer, trackingUrl: null });
        expect([again.status, await stateOf(database)], call.name).toEqual([201, before]);
      });
    }
  });
});

test("an address that is none, and a verb that it has not, are refused as everything is", async ({ clinic }) => {
  const calls = await readCalls(clinic.url);
  const verbsAt = Map.groupBy(calls, ({ path }) => path);
  const ask = async (path: string, method: string) => {
    const response = await fetch(`${clinic.url}/api/v1${path}`, { method, headers: { origin: clinic.url } });
    expect(response.headers.get("content-type"), `${method} ${path}`).toBe("application/problem+json; charset=utf-8");
    expect(await response.json()).toMatchObject({ code: "NOT_FOUND", status: response.status });
    return response;
  };
  for (const path of ["", "/nope", "/appointments/1/nope"]) {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) expect((await ask(path, method)).status).toBe(404);
  }
  for (const [path, own] of verbsAt) {
    const at = path.replaceAll(/\{\w+\}/g, "1");
    const verbs = own.map(({ method }) => method);
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((one) => !verbs.includes(one))) {
      const response = await ask(at, method);
      const allowed = response.headers
        .get("allow")
        ?.split(", ")
        .filter((verb) => !/HEAD|OPTIONS/.test(verb));
      expect([response.status, allowed?.sort()], `${method} ${path}`).toEqual([405, verbs.sort()]);
    }
    expect((await fetch(`${clinic.url}/api/v1${at}`, { method: "OPTIONS" })).status).toBe(204);
  }
});

async function expectAnswer(call: DocumentedCall, response: Response, samples: Samples, asker: Asker): Promise<void> {
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
    expect(response.status).toBe(200);
    await response.body?.cancel();
    return;
  }
  const text = await response.text();
  expect(response.status, `${call.name} as ${asker}: ${text.slice(0, 400)}`).toBe(call.status);
  if (call.answer) {
    const { error } = call.answer.safeParse(JSON.parse(text));
    expect(error?.issues ?? [], `${call.name} as ${asker} answers as the document says`).toEqual([]);
  }
  // Whoever has the link of something reads what it is about.
  if (["patient", "doctor", "staff", "admin"].includes(asker) || call.path.includes("{token}")) return;
  for (const secret of samples.secrets) expect(text, `${call.name} as ${asker}`).not.toContain(secret);
}

async function described(response: Response): Promise<string> {
  if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return "a stream";
  }
  return (await response.text()).slice(0, 300);
}

function headersOf({ people }: Samples, asker: Asker, url: string): Record<string, string> {
  return asker === "visitor" ? { origin: url } : { cookie: cookieHeader(people[asker]), origin: url };
}
