import { createServer, type IncomingHttpHeaders } from "node:http";
import { afterAll, beforeEach, expect, test } from "vitest";
import { parseEnv } from "#lib/env.ts";
import { type Channel, type OutgoingMessage, RefusedForGood } from "#lib/notifications/server/channel.ts";
import { smsChannel } from "#lib/notifications/server/sms-channel.ts";

interface Asked {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

const asked: Asked[] = [];
let answer: { status: number; body?: string; headers?: Record<string, string> } | "hang" = { status: 201 };

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method, url, headers } = request;
  asked.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
  if (answer === "hang") return;
  response.writeHead(answer.status, answer.headers).end(answer.body ?? "");
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as { port: number };

beforeEach(() => {
  asked.length = 0;
  answer = { status: 201, body: '{"sid":"SM1"}' };
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const message: OutgoingMessage = {
  id: "0190a8e0-0000-7000-8000-000000000001",
  deliveryId: "0190a8e0-0000-7000-8000-000000000001",
  kind: "reminder",
  recipient: "+447700900123",
  locale: "en",
  payload: {
    name: "Priya Patel",
    clinicName: "Northgate Practice",
    timeZone: "Europe/London",
    appointments: [{ startsAt: Date.UTC(2026, 10, 24, 10, 30), serviceName: "Blood test", doctorName: "Dr Okafor" }],
  },
  clinicId: null,
  appointmentId: null,
  appointmentVersion: null,
  subscriptionId: null,
};

function channelOf(variables: Record<string, string>, timeoutMs?: number): Channel {
  const { sms } = parseEnv({ SLOTWELL_SMS_FROM: "Northgate", ...variables });
  const channel = smsChannel(sms, timeoutMs === undefined ? {} : { timeoutMs });
  if (!channel) throw new Error("There is a provider");
  return channel;
}

const here = `http://127.0.0.1:${port}/Messages.json`;

test("off unless a provider is set up", () => expect(smsChannel(parseEnv({}).sms)).toBeNull());

test("a form with a login in the address, as Twilio takes it", async () => {
  const channel = channelOf({ SLOTWELL_SMS_URL: here.replace("//", "//AC1:se%40cret@") });
  expect(await channel.send(message)).toBe('201 {"sid":"SM1"}');
  const [request] = asked;
  expect(request).toMatchObject({ method: "POST", url: "/Messages.json" });
  expect(request?.headers).toMatchObject({
    authorization: `Basic ${Buffer.from("AC1:se@cret").toString("base64")}`,
    "content-type": "application/x-www-form-urlencoded",
    "idempotency-key": message.id,
  });
  expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
    To: "+447700900123",
    From: "Northgate",
    Body: "Northgate Practice: your appointment is on Tue 24 Nov, 10:30.",
  });
});

test("JSON with a token, whatever stands in it", async () => {
  const channel = channelOf({
    SLOTWELL_SMS_URL: here,
    SLOTWELL_SMS_AUTHORIZATION: "Bearer t0ken",
    SLOTWELL_SMS_BODY: '{"messages":[{"from":"{from}","to":["{to}"],"text":"{text}","ref":"{id}"}]}',
  });
  const clinicName = 'The "Old" Mill \\ Surgery {to}';
  await channel.send({ ...message, payload: { ...(message.payload as object), clinicName } });
  expect(asked[0]?.headers).toMatchObject({ authorization: "Bearer t0ken", "content-type": "application/json" });
  expect(JSON.parse(asked[0]?.body ?? "")).toEqual({
    messages: [
      {
        from: "Northgate",
        to: ["+447700900123"],
        text: `${clinicName}: your appointment is on Tue 24 Nov, 10:30.`,
        ref: message.id,
      },
    ],
  });
});

test.each([429, 500, 503, 401, 408])("after %i it is tried again", async (status) => {
  answer = { status, body: "not now" };
  const sent = channelOf({ SLOTWELL_SMS_URL: here }).send(message);
  await expect(sent).rejects.toThrow(`${status} not now`);
  await expect(sent).rejects.not.toBeInstanceOf(RefusedForGood);
});

test.each([400, 404, 422])("%i is final", async (status) => {
  answer = { status, body: "no such number" };
  await expect(channelOf({ SLOTWELL_SMS_URL: here }).send(message)).rejects.toBeInstanceOf(RefusedForGood);
});

test("a login is not carried elsewhere", async () => {
  answer = { status: 302, headers: { location: `http://127.0.0.1:${port}/elsewhere` } };
  await expect(channelOf({ SLOTWELL_SMS_URL: here }).send(message)).rejects.not.toBeInstanceOf(RefusedForGood);
  expect(asked).toHaveLength(1);
});

test("a provider that does not answer, or is not there, is tried again", async () => {
  answer = "hang";
  const hanging = channelOf({ SLOTWELL_SMS_URL: here }, 100).send(message);
  await expect(hanging).rejects.toThrow(/timeout|abort/i);
  const gone = channelOf({ SLOTWELL_SMS_URL: "http://127.0.0.1:1/" }).send(message);
  await expect(gone).rejects.toBeInstanceOf(Error);
  await expect(gone).rejects.not.toBeInstanceOf(RefusedForGood);
});

test("nothing but a reminder goes by text message, and none that cannot be written", async () => {
  const channel = channelOf({ SLOTWELL_SMS_URL: here });
  for (const wrong of [{ kind: "verify_email" as const }, { payload: {} }]) {
    await expect(channel.send({ ...message, ...wrong })).rejects.toBeInstanceOf(RefusedForGood);
  }
  expect(asked).toEqual([]);
});

test.each([
  [{ SLOTWELL_SMS_URL: "sms.example.org" }, "SLOTWELL_SMS_URL must be a full address"],
  [{ SLOTWELL_SMS_URL: here, SLOTWELL_SMS_FROM: "" }, "SLOTWELL_SMS_FROM must be set"],
  [{ SLOTWELL_SMS_URL: here, SLOTWELL_SMS_BODY: "to={to}" }, "SLOTWELL_SMS_BODY must hold {to} and {text}"],
  [{ SLOTWELL_SMS_URL: here, SLOTWELL_SMS_BODY: '{"to":"{to}","text":"{text}"' }, "SLOTWELL_SMS_BODY must hold"],
  [{ SLOTWELL_SMS_URL: here, SLOTWELL_SMS_COUNTRY: "+44" }, "SLOTWELL_SMS_COUNTRY must be a calling code such as 44."],
])("%o is refused in one sentence", (variables, sentence) => {
  expect(() => parseEnv({ SLOTWELL_SMS_FROM: "N", ...variables })).toThrow(sentence);
});
