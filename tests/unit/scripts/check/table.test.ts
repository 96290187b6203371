import { stripVTControlCharacters } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Round } from '../../../../lib/model/round.ts';
import { tableFormat } from '../../../../scripts/check/table.ts';
import { anyRound } from '../../../helpers/arbitrary-rounds.ts';
import { partsOf } from '../../../helpers/exports.ts';
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
        { role: 'messages', required: true, state: 'likely_blocked', mechanisms: [] },
        { role: 'media', required: true, state: 'ok', mechanisms: [] },
        { role: 'calls', required: false, state: 'blocked', mechanisms: [] },
      ],
      targets: [exampleTarget({ attempts: [exampleAttempt({ ok: false })] })],
    }),
  ],
});

async function table(rounds: readonly Round[], colour = false): Promise<string> {
  return Buffer.concat(await partsOf(tableFormat(colour), rounds)).toString('utf8');
}

describe('the table of a round', () => {
  it('has the network and one aligned row per service, with its failing roles below', async () => {
    expect(await table([round])).toMatchInlineSnapshot(`
      "Round of 2026-03-01T10:00:00.000Z, took 12.3 s, Chromium 150
      Network: normal (high confidence), 2 of 2 controls answered
      Route: vpn likely (low confidence)

      Service   State           Confidence  Time    How, failing required roles
      Telegram  ok              high        151 ms  got through
      WhatsApp  likely blocked  medium      -       tls.timeout dns.error
                                                    likely blocked: web, messages
      "
    `);
  });

  it('follows an empty line unless it is the first', async () => {
    expect(await table([round, round])).toBe(`${await table([round])}\n${await table([round])}`);
  });

  it('stays aligned with coloured states', async () => {
    const coloured = await table([round], true);

    expect(stripVTControlCharacters(coloured)).toBe(await table([round]));
    expect(coloured).toContain('\u001B[31mlikely blocked\u001B[39m');
  });

  it('has no line longer than 80 characters or with a trailing space', async () => {
    await fc.assert(
      fc.asyncProperty(anyRound, fc.boolean(), async (any, colour) => {
        for (const line of stripVTControlCharacters(await table([any], colour)).split('\n')) {
          expect(line.length, line).toBeLessThanOrEqual(80);
          expect(line).toBe(line.trimEnd());
        }
      }),
    );
  });

  it('contains every service, mechanism and failing required role', async () => {
    await fc.assert(
      fc.asyncProperty(anyRound, async (any) => {
        const text = await table([any]);

        for (const { name, mechanisms, roles } of any.services) {
          const failing = roles.filter((role) => role.required && role.state !== 'ok');
          for (const word of [name, ...mechanisms, ...failing.map(({ role }) => role)]) {
            expect(text).toContain(word);
          }
        }
      }),
    );
  });
});
