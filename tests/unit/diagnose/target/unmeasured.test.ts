import { describe, expect, it } from 'vitest';
import { diagnoseNetwork } from '../../../../lib/diagnose/network/network.ts';
import { judgeTarget } from '../../../../lib/observe/judge.ts';
import { outcomeOfName } from '../../../../lib/observe/names.ts';
import { anAttempt, anInvalidAttempt } from '../../../helpers/attempts.ts';
import { aTarget } from '../../../helpers/catalog.ts';
import { aControlEvidence, aResolution } from '../../../helpers/evidence.ts';
import { anObservation } from '../../../helpers/observations.ts';

describe('an unmeasured control or resolver', () => {
  it('makes no allowlist where another extension blocked the foreign controls', () => {
    const foreign = aControlEvidence({ group: 'foreign', attempts: [anInvalidAttempt()] });
    const domestic = aControlEvidence({ id: 'ya', group: 'domestic', attempts: [anAttempt()] });

    const network = diagnoseNetwork([foreign, domestic], true);

    expect(network).toMatchObject({ state: 'degraded', confidence: 'low', trouble: 'unmeasured' });
  });

  it('makes no unknown name where a resolver fails', () => {
    const failing = aResolution({ name: 'web.chat.example', rcode: 'SERVFAIL', addresses: [] });

    expect(outcomeOfName('web.chat.example', [failing]).known).toBe('unclear');
  });
});

it.each([200, 404, 451, 501, 503])('takes %i for an answer where there is no TLS', (httpStatus) => {
  const target = aTarget({ kind: 'http', urls: ['http://192.0.2.1/'] });

  expect(judgeTarget(target, anObservation({ httpStatus }))).toMatchObject({ ok: true });
});
