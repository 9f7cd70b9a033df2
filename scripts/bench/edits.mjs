// Edits a memo over the protocol, one character at a random place, and measures from the edit to its findings.
import { percentile } from './client.mjs';
import { random } from './memos.mjs';

/** Places in lines of prose where a character may be typed: the same ones for the same seed. */
export function places(text, seed) {
  const lines = text.split('\n');
  const next = random(seed);
  return () => {
    for (;;) {
      const line = Math.floor(next() * lines.length);
      const { length } = lines[line];
      if (line > 6 && length > 4) return { line, character: Math.floor(next() * length) };
    }
  };
}

/** Types a character and takes it back. @returns ms from the one edit to its findings, and processor time of the server */
export async function typeOnce(server, uri, at, full) {
  const before = server.cpu();
  const began = performance.now();
  await server.edit(uri, { start: at, end: at }, '字', full?.typed);
  const wall = performance.now() - began;
  const cpu = before === undefined ? undefined : server.cpu() - before;
  await server.edit(uri, { start: at, end: { ...at, character: at.character + 1 } }, '', full?.plain);
  return { wall, cpu };
}

/**
 * Types at many places.
 * @param most number of edits @param limit ms after which no more are made
 */
export async function typeMany(server, uri, text, { most, limit, seed = 3, warm = 15 }) {
  const next = places(text, seed);
  for (let i = 0; i < warm; i++) await typeOnce(server, uri, next());
  const wall = [];
  const cpu = [];
  const end = performance.now() + limit;
  while (wall.length < most && performance.now() < end) {
    const one = await typeOnce(server, uri, next());
    wall.push(one.wall);
    if (one.cpu !== undefined) cpu.push(one.cpu);
  }
  const of = (values, p) => (values.length > 0 ? percentile(values, p) : undefined);
  return {
    count: wall.length,
    p50: of(wall, 50),
    p95: of(wall, 95),
    p99: of(wall, 99),
    cpu50: of(cpu, 50),
    cpu95: of(cpu, 95),
    cpu99: of(cpu, 99),
  };
}
