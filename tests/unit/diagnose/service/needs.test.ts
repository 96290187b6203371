import { describe, expect, it } from 'vitest';
import type { ServiceRole } from '../../../../lib/catalog/schema.ts';
import { diagnoseService } from '../../../../lib/diagnose/service/service.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { anAttempt, repeated } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { aNetwork, aTargetContext, passingGates } from '../../../helpers/evidence.ts';

const roles: ServiceRole[] = [
  { role: 'messages', required: true, match: 'all' },
  { role: 'media', required: true, match: 'all', needs: 'messages' },
];
const service = aService({
  roles,
  targets: [
    aTarget({ id: 'chat/first', role: 'messages', urls: ['https://first.example/'] }),
    aTarget({ id: 'chat/second', role: 'messages', urls: ['https://second.example/'] }),
    aTarget({ id: 'chat/media', role: 'media', urls: ['https://media.example/'] }),
  ],
});

function stateWith(first: Attempt[], second: Attempt[], media: Attempt[]) {
  const attempts = new Map([
    ['chat/first', first],
    ['chat/second', second],
    ['chat/media', media],
  ]);
  const context = aTargetContext({ gates: passingGates() });
  const evidence = { service, attempts, forbidden: new Set<string>() };
  return diagnoseService(evidence, context, aNetwork()).state;
}

const works = [anAttempt()];

describe('a failing role that another role needs', () => {
  it('makes the other useless, so the service is not impaired', () => {
    const state = stateWith(repeated('timeout', 3), repeated('timeout', 3), works);

    expect(state).toBe('likely_blocked');
  });

  it('does not weaken a graver verdict by failing as well', () => {
    const before = stateWith(repeated('serverError', 1), [], repeated('reset', 3));
    const after = stateWith(
      repeated('serverError', 2),
      repeated('serverError', 2),
      repeated('reset', 3),
    );

    expect([before, after]).toEqual(['likely_blocked', 'likely_blocked']);
  });

  it('leaves the service impaired where one of its own targets got through', () => {
    expect(stateWith(works, repeated('reset', 2), repeated('reset', 3))).toBe('impaired');
  });
});
