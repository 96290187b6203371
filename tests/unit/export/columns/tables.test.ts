import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Round } from '../../../../lib/model/round.ts';
import type { ServiceState } from '../../../../lib/model/state.ts';
import { noTicks, textOf } from '../../../helpers/exports.ts';
import { exampleAttempt, exampleRound, exampleService, exampleTarget } from '../example-round.ts';

async function rowsOf(id: 'verdicts' | 'changes', rounds: readonly Round[]) {
  const text = await textOf(id, rounds, noTicks);
  const options = { header: true, newline: '\r\n', skipEmptyLines: true } as const;
  return Papa.parse<Record<string, string>>(text, options).data;
}

describe('verdicts', () => {
  it('have a row for each check and service, with how many attempts there were', async () => {
    const attempts = [
      exampleAttempt(),
      exampleAttempt({ n: 2, ok: false }),
      exampleAttempt({ n: 3, ok: false, valid: false }),
    ];
    const impaired = exampleService({
      state: 'impaired',
      roundState: 'ok',
      mechanisms: ['tls.reset', 'timeout'],
      roles: [
        { role: 'web', required: true, state: 'blocked', mechanisms: [] },
        { role: 'media', required: false, state: 'blocked', mechanisms: [] },
        { role: 'messages', required: true, state: 'ok', mechanisms: [] },
      ],
      targets: [exampleTarget({ attempts })],
    });

    const rows = await rowsOf('verdicts', [
      exampleRound({ services: [impaired, exampleService()] }),
    ]);

    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      round_finished_at: '2026-03-01T10:00:12.300Z',
      network_confidence: 'high',
      service: 'telegram',
      service_name: 'Telegram',
      service_state: 'impaired',
      service_round_state: 'ok',
      service_mechanisms: 'tls.reset|timeout',
      reason: 'got-through',
      failing_roles: 'web',
      attempts: '2',
      failed_attempts: '1',
      routing: '',
    });
  });

  it('show a check without services as a gap', async () => {
    const [row] = await rowsOf('verdicts', [exampleRound({ services: [] })]);

    expect(row).toMatchObject({
      round_id: 'round-1',
      service: '',
      service_state: '',
      attempts: '',
    });
  });
});

describe('changes', () => {
  const at = (minute: number) => `2026-03-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
  const roundOf = (minute: number, states: Record<string, ServiceState>) =>
    exampleRound({
      id: `round-${minute}`,
      startedAt: at(minute),
      services: Object.entries(states).map(([id, state]) => exampleService({ id, state })),
    });

  it('have a row for each change, with what was before and since when', async () => {
    const rows = await rowsOf('changes', [
      roundOf(0, { telegram: 'ok', viber: 'blocked' }),
      roundOf(1, { viber: 'blocked' }),
      roundOf(2, { telegram: 'ok', viber: 'ok' }),
      roundOf(3, { telegram: 'likely_blocked', viber: 'ok' }),
      roundOf(4, { telegram: 'ok', viber: 'ok' }),
    ]);

    expect(rows).toMatchObject([
      {
        round_id: 'round-2',
        service: 'viber',
        former_state: 'blocked',
        former_since: at(0),
        former_until: at(1),
        service_state: 'ok',
      },
      {
        round_id: 'round-3',
        service: 'telegram',
        former_state: 'ok',
        former_since: at(0),
        former_until: at(2),
        service_state: 'likely_blocked',
      },
      { round_id: 'round-4', service: 'telegram', former_since: at(3), service_state: 'ok' },
    ]);
  });

  it('are none where a service keeps its state', async () => {
    expect(
      await rowsOf('changes', [roundOf(0, { max: 'down' }), roundOf(1, { max: 'down' })]),
    ).toEqual([]);
  });
});
