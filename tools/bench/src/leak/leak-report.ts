import { count, show, table } from "../figures.ts";
import { bytesPerCall, held, type Leaks } from "./sample.ts";

/** The figures of a run, in Markdown. */
export function leakReport({ samples, outcomes, connections, ended }: Leaks): string {
  const first = samples[Math.floor(samples.length / 2)]!;
  const last = samples.at(-1)!;
  const megabytes = (bytes: number) => show(bytes / 1e6);
  const rows = [
    ["Calls", count(first.calls), count(last.calls)],
    ["Objects, MB", megabytes(held(first)), megabytes(held(last))],
    ["Array buffers among them, MB", megabytes(first.arrayBuffers), megabytes(last.arrayBuffers)],
    ["Whole process, MB", megabytes(first.rss), megabytes(last.rss)],
    ["Sockets, timers and look-ups that keep it alive", first.handles, last.handles],
    ["Listeners on the shared signal", first.listeners, last.listeners],
  ].map((row) => row.map(String));
  const ways = Object.entries(outcomes).map(([outcome, times]) => [
    ...outcome.split(": "),
    count(times),
  ]);
  return [
    `Node ${process.versions.node}. By the slope of the later half, memory grows by ${Math.round(bytesPerCall(samples))} bytes with each call.`,
    table(["", "half-way", "at the end"], rows),
    `Connections that the server has five seconds later: ${connections}. The process ${ended ? "ended by itself" : "had to be ended"}.`,
    table(["How calls were ended", "they ended with", "times"], ways),
  ].join("\n\n");
}
