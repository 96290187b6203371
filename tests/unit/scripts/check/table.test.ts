import { stripVTControlCharacters } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeRounds } from '../../../../lib/export/format.ts';
import type { Round } from '../../../../lib/model/round.ts';
import { tableFormat } from '../../../../scripts/check/table.ts';
import { anyRound } from '../../../helpers/arbitrary-rounds.ts';
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

function table(rounds: readonly Round[], colour = false): string {
  return writeRounds(
    tableFormat(colour).createWriter({ single: false, routing: false, addresses: false }),
    rounds,
  ).join('');
}

describe('the table of a round', () => {
  it('has the network and one aligned row per service, with its failing roles below', () => {
    expect(table([round])).toMatchInlineSnapshot(`
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

  it('follows an empty line unless it is the first', () => {
    expect(table([round, round])).toBe(`${table([round])}\n${table([round])}`);
  });

  it('stays aligned with coloured states', () => {
    const coloured = table([round], true);

    expect(stripVTControlCharacters(coloured)).toBe(table([round]));
    expect(coloured).toContain('\u001B[31mlikely blocked\u001B[39m');
  });

  it('has no line longer than 80 characters or with a trailing space', () => {
    fc.assert(
      fc.property(anyRound, fc.boolean(), (any, colour) => {
        for (const line of stripVTControlCharacters(table([any], colour)).split('\n')) {
          expect(line.length, line).toBeLessThanOrEqual(80);
          expect(line).toBe(line.trimEnd());
        }
      }),
    );
  });

  it('contains every service, mechanism and failing required role', () => {
    fc.assert(
      fc.property(anyRound, (any) => {
        const text = table([any]);

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
