import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../lab/scenarios/index.ts';

const originPrefix = 'ooni/webconnectivityqa: ';

/** The rows of the table in docs/method.md. */
const rows = readFileSync('docs/method.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const row = /^\| `(\w+)`\s*\| (.+?)\s*\|$/.exec(line);
    return row ? [{ name: row[1], metBy: row[2] ?? '' }] : [];
  });

describe("the table of OONI's suite", () => {
  it('has all 50 cases, each once', () => {
    expect(new Set(rows.map(({ name }) => name)).size).toBe(50);
    expect(rows).toHaveLength(50);
  });

  it('names scenarios that exist, or a reason', () => {
    const names = scenarios.map(({ name }) => name);

    for (const { metBy } of rows) {
      if (!metBy.startsWith('(')) expect(names).toContain(metBy);
    }
  });

  it('has every case that a scenario names as its origin', () => {
    const origins = scenarios
      .filter(({ origin }) => origin.startsWith(originPrefix))
      .map(({ origin, name }) => ({ name: origin.slice(originPrefix.length), metBy: name }));

    expect(origins.length).toBeGreaterThan(20);
    expect(rows).toEqual(expect.arrayContaining(origins));
  });
});
