import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportOptions } from '../../../lib/export/format.ts';
import type { Round } from '../../../lib/model/round.ts';
import { anyRound } from '../../helpers/arbitrary-rounds.ts';
import { bytesOf } from '../../helpers/exports.ts';
import { exampleAttempt, exampleRound, exampleService, exampleTarget } from './example-round.ts';
import { browserWebKeys, envelopeFields, isOfKind } from './ooni-fields.ts';

interface Line {
  [field: string]: unknown;
  test_keys: Record<string, unknown>;
}

async function linesOf(
  rounds: readonly Round[],
  options: Partial<ExportOptions> = {},
): Promise<Line[]> {
  const text = gunzipSync(await bytesOf('ooni', rounds, options)).toString('utf8');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

describe('a line', () => {
  it('has the fields of the envelope, and beside the keys of the test only such with x_', async () => {
    await fc.assert(
      fc.asyncProperty(anyRound, async (round) => {
        for (const line of await linesOf([round])) {
          expect(Object.keys(line).toSorted()).toEqual(Object.keys(envelopeFields).toSorted());
          for (const [field, kind] of Object.entries(envelopeFields)) {
            expect(isOfKind(line[field], kind), field).toBe(true);
          }
          for (const [key, value] of Object.entries(line.test_keys)) {
            const kind = browserWebKeys[key];
            expect(kind === undefined ? key.startsWith('x_') : isOfKind(value, kind), key).toBe(
              true,
            );
          }
        }
      }),
    );
  });

  it('tells of one attempt, and nothing of who measured', async () => {
    const attempt = exampleAttempt({ ok: false, failure: 'connection_reset', totalMs: 150.75 });
    const services = [exampleService({ targets: [exampleTarget({ attempts: [attempt] })] })];

    const [line] = await linesOf([exampleRound({ services })]);

    expect(line).toMatchObject({
      id: 'round-1/telegram/web/1',
      input: 'https://web.example/',
      measurement_start_time: '2026-03-01 10:00:01',
      test_start_time: '2026-03-01 10:00:00',
      test_runtime: 0.15075,
      probe_asn: 'AS0',
      probe_cc: 'ZZ',
      probe_ip: '127.0.0.1',
      annotations: {},
      test_keys: {
        result: 'error',
        load_time_ms: 150.75,
        x_service: 'telegram',
        x_failure: 'connection_reset',
        x_remote_ip: null,
        x_routing: null,
      },
    });
  });

  it('names the address that its attempt asked', async () => {
    const attempts = [exampleAttempt(), exampleAttempt({ n: 2, url: 'https://other.example/' })];
    const services = [exampleService({ targets: [exampleTarget({ attempts })] })];

    const lines = await linesOf([exampleRound({ services })]);

    expect(lines.map(({ input }) => input)).toEqual([
      'https://web.example/',
      'https://other.example/',
    ]);
  });

  it('tells the network that traffic left from where that is ticked, and the label', async () => {
    const [line] = await linesOf([exampleRound()], { routing: true, label: 'home' });

    expect(line).toMatchObject({
      probe_asn: 'AS64500',
      probe_cc: 'NL',
      annotations: { network_label: 'home' },
      test_keys: { x_routing: 'vpn_likely' },
    });
  });
});

it('leaves out what is no evidence, and what was not tried', async () => {
  const targets = [
    exampleTarget({ attempts: [exampleAttempt({ valid: false }), exampleAttempt({ n: 2 })] }),
    exampleTarget({ id: 'telegram/none', attempts: [] }),
  ];

  const lines = await linesOf([
    exampleRound({ services: [] }),
    exampleRound({ services: [exampleService({ targets })] }),
  ]);

  expect(lines.map(({ id }) => id)).toEqual(['round-1/telegram/web/2']);
});
