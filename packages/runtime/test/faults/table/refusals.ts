import { type Fault, final, limited, longestDelay, type Outcomes, passing } from "../fault.js";
import { answer, thing } from "../servers/answer.js";
import { scriptedServer } from "../servers/scripted-server.js";

/** Refuses, and repeats the request. */
const refuses =
  (
    status: number,
    lines: () => Readonly<Record<string, string | readonly string[]>> = () => ({}),
  ) =>
  () =>
    scriptedServer(({ socket, head }) => {
      socket.end(answer(status, JSON.stringify({ error_code: "NO", head, thing }), lines()));
    });

const hour = 3_600_000;
const names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** The forms of a date in HTTP (RFC 9110, 5.6.7): the one to be sent, and two that are to be understood. */
const forms: Readonly<Record<string, (date: Date) => string>> = {
  "a date": (date) => date.toUTCString(),
  "a date as RFC 850 has it": (date) => {
    const [, day, month, year, time] = date.toUTCString().split(" ");
    return `${names[date.getUTCDay()]}, ${day}-${month}-${year!.slice(2)} ${time} GMT`;
  },
  "a date as asctime() has it": (date) => {
    const [week, day, month, year, time] = date.toUTCString().split(" ");
    return `${week!.slice(0, 3)} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
  },
};

interface Asking {
  readonly name: string;
  readonly value: () => string | readonly string[];
  /** Milliseconds that it asks for, null where it can't be read. */
  readonly ms: number | null;
}

const asking: readonly Asking[] = [
  { name: "seconds", value: () => "7", ms: 7_000 },
  { name: "no seconds", value: () => "0", ms: 0 },
  ...Object.entries(forms).flatMap(([name, form]): Asking[] => [
    { name, value: () => form(new Date(Date.now() + hour)), ms: hour },
    { name: `${name}, passed`, value: () => form(new Date(Date.now() - hour)), ms: 0 },
  ]),
  { name: "an enormous number", value: () => "9".repeat(30), ms: Number("9".repeat(30)) * 1000 },
  { name: "a negative number", value: () => "-7", ms: null },
  { name: "a fraction", value: () => "1.5", ms: null },
  { name: "garbage", value: () => "soon", ms: null },
  { name: "two values", value: () => ["1", "2"], ms: null },
];

const later = (status: number, outcomes: Outcomes) =>
  asking.map(({ name, value, ms }): Fault => ({
    name: `${status} with \`Retry-After\`: ${name}`,
    row: `${status}, whatever \`Retry-After\` says`,
    start: refuses(status, () => ({ "retry-after": value() })),
    ...(ms !== null && { delay: Math.min(ms, longestDelay) }),
    retryAfter: ms,
    ...outcomes,
  }));

/** Answers with which a server says no. */
export const refusals: readonly Fault[] = [
  { name: "400", start: refuses(400), ...final(400) },
  { name: "401", start: refuses(401), ...final(401, "AuthenticationError") },
  { name: "404", start: refuses(404), ...final(404, "NotFoundError") },
  { name: "500", start: refuses(500), ...passing(500) },
  ...later(429, limited),
  ...later(503, passing(503)),
];
