import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../../../scripts/check/arguments.ts';
import { formatRounds } from '../../../../scripts/check/format.ts';
import {
  exampleAttempt,
  exampleRound,
  exampleService,
  exampleTarget,
} from '../../export/example-round.ts';

const round = exampleRound({
  services: [
    exampleService(),
    exampleService({
      id: 'whatsapp',
      name: 'WhatsApp',
      state: 'likely_blocked',
      confidence: 'medium',
      mechanisms: ['tls.timeout', 'dns.error'],
      roles: [
        { role: 'web', required: true, state: 'likely_blocked', mechanisms: [] },
        { role: 'calls', required: false, state: 'ok', mechanisms: [] },
      ],
      targets: [exampleTarget({ attempts: [exampleAttempt({ ok: false })] })],
    }),
  ],
});

const format = (name: Format, rounds = 1, colour = false): string =>
  formatRounds(
    Array.from({ length: rounds }, () => round),
    { format: name, rounds, colour },
  );

describe('formatRounds', () => {
  it('gives one JSON document: an object for one round, an array for more', () => {
    expect(JSON.parse(format('json'))).toEqual(round);
    expect(JSON.parse(format('json', 2))).toEqual([round, round]);
  });

  it('gives an array where one of several rounds came about', () => {
    expect(JSON.parse(formatRounds([round], { format: 'json', rounds: 3, colour: false }))).toEqual(
      [round],
    );
  });

  it('gives one JSON document per line', () => {
    const lines = format('jsonl', 2).split('\n');

    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual([round, round]);
  });

  it('gives CSV with its header', () => {
    expect(format('csv')).toMatch(/^schema_version,round_id,.*\r\n/);
  });

  it('gives a table with the network and a line for each service, aligned', () => {
    expect(format('table')).toMatchInlineSnapshot(`
      "Round of 2026-03-01T10:00:00.000Z, took 12.3 s, Chromium 150
      Network: normal (high confidence), 2 of 2 controls answered
      Route: vpn likely (low confidence)

      Service   State           Confidence  How                    Required roles      Time
      Telegram  ok              high        got through            web ok              151 ms
      WhatsApp  likely blocked  medium      tls.timeout dns.error  web likely blocked  -
      "
    `);
  });

  it('colours states without moving the columns', () => {
    const plain = stripVTControlCharacters(format('table', 1, true));

    expect(plain).toBe(format('table'));
    expect(format('table', 1, true)).toContain('\u001B[31mlikely blocked\u001B[39m');
  });
});
