import fc from "fast-check";
import { type RunningClinic, withClinic } from "../clinic.ts";
import { expect, test } from "../fixtures.ts";
import { cookieHeader, demoPerson, newPatients } from "../people.ts";
import { type DocumentedCall, readCalls, send } from "./document.ts";

const seed = Number(process.env.FUZZ_SEED || Date.now() % 1_000_000);
const tries = Number(process.env.FUZZ_TRIES || 12);

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    "",
    " ",
    "null",
    "\u0000",
    "' OR 1=1 --",
    "../../etc/passwd",
    "%00",
  ),
  fc.constantFrom<unknown>("2027-02-30", "0000-00-00", "9999-12-31T23:59:59Z", "01990000-0000-7000-8000-00000000dead"),
  fc.constantFrom<unknown>([], {}, [[]], { $ne: null }, { __proto__: { admin: true } }, "\ud800", "🩺".repeat(300)),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A call whose example somebody has tampered with: fields replaced, left out or added. */
function tampered(call: DocumentedCall): fc.Arbitrary<DocumentedCall> {
  const fields = (given: Record<string, unknown>, more: boolean) =>
    fc
      .tuple(
        ...Object.entries(given).map(([name, value]) =>
          fc
            .oneof({ weight: 3, arbitrary: fc.constant<unknown>(value) }, { weight: 2, arbitrary: junk })
            .map((each) => [name, each] as const),
        ),
        ...(more ? [fc.tuple(fc.string({ minLength: 1, maxLength: 20 }), junk)] : []),
      )
      .map((entries) => Object.fromEntries(entries as [string, unknown][]));
  const body =
    call.body === undefined
      ? fc.constant(undefined)
      : fc.oneof(
          { weight: 5, arbitrary: fields((call.body ?? {}) as Record<string, unknown>, true) },
          { weight: 1, arbitrary: junk },
        );
  return fc
    .record({ params: fields(call.params, false), query: fields(call.query, true), body })
    .map((parts) => ({ ...call, ...parts }));
}

test("whatever is sent, nothing is a fault and nothing tells of the inside", async () => {
  test.setTimeout(5 * 60_000);
  // What may be asked in a minute is used up here, so this house is nobody else's.
  await withClinic(tamperWithAll);
});

async function tamperWithAll(clinic: RunningClinic): Promise<void> {
  const { database } = clinic;
  const calls = (await readCalls(clinic.url)).filter(({ name }) => !/stream|\/ready/.test(name));
  // Nobody is stopped by the limits here: each asks for himself.
  const people = [
    await demoPerson(database, "staff"),
    await demoPerson(database, "admin"),
    await demoPerson(database, "doctor"),
    ...(await newPatients(database, 5, "Fuzz")),
  ];
  const wrong: string[] = [];
  let sent = 0;
  for (const call of calls) {
    // Whoever may end what others still need is left out: what is tried here is the form, not the deed.
    const samples = fc.sample(tampered(call), { seed: seed + sent, numRuns: tries });
    const answers = samples.map(async (attempt, index) => {
      const person = people[(sent + index) % people.length];
      const headers = { origin: clinic.url, ...(person && { cookie: cookieHeader(person) }) };
      const response = await send(clinic.url, attempt, headers);
      const text = await response.text();
      const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json");
      const tells = /\n\s+at |node_modules|prisma|SELECT |relation "/i.test(text);
      if (response.status >= 500 || (response.status >= 400 && !isProblem) || tells) {
        wrong.push(`${call.name} ${JSON.stringify(attempt).slice(0, 300)} → ${response.status} ${text.slice(0, 200)}`);
      }
    });
    await Promise.all(answers);
    sent += samples.length;
  }
  expect(wrong, `with FUZZ_SEED=${seed}`).toEqual([]);
}

test("a body that is no JSON, of another kind, or far too long is refused in words", async ({ clinic, database }) => {
  const [person] = await newPatients(database, 1);
  const post = (body: string, type: string) =>
    fetch(`${clinic.url}/api/v1/appointments`, {
      method: "POST",
      headers: { cookie: person ? cookieHeader(person) : "", origin: clinic.url, "content-type": type },
      body,
    });
  for (const [body, type] of [
    ["{", "application/json"],
    ["clinic=northgate", "application/x-www-form-urlencoded"],
    [`{"notes":"${"x".repeat(200_000)}"}`, "application/json"],
    ['"text"', "application/json"],
  ] as const) {
    const response = await post(body, type);
    expect(response.status, body.slice(0, 30)).toBe(400);
    expect(await response.json()).toMatchObject({ code: "VALIDATION", status: 400 });
  }
});
