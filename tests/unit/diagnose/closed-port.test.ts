import { describe, expect, it } from 'vitest';
import { withoutClosedPort } from '../../../lib/diagnose/closed-port.ts';
import { aFailure, anAttempt } from '../../helpers/attempts.ts';
import { aService, aTarget } from '../../helpers/catalog.ts';
import { aControlEvidence, aServiceEvidence } from '../../helpers/evidence.ts';

const service = aService({
  targets: [
    aTarget(),
    aTarget({ id: 'chat/plain', kind: 'http', urls: ['http://93.184.216.34/'] }),
  ],
});
const silent = aFailure('timeout');
const evidence = aServiceEvidence(
  {
    'chat/web': [silent],
    'chat/plain': [silent, aFailure('serverError'), anAttempt()],
  },
  { service },
);
const portal = (...attempts: ReturnType<typeof anAttempt>[]) =>
  aControlEvidence({ id: 'portal', group: 'portal', attempts });

/** Whether each attempt on the plain target counts, and the one over TLS. */
function validBeside(...controls: ReturnType<typeof aControlEvidence>[]) {
  const [one] = withoutClosedPort([evidence], { controls });
  const valid = (id: string) => one?.attempts.get(id)?.map((attempt) => attempt.valid);
  return { web: valid('chat/web'), plain: valid('chat/plain') };
}

const all = { web: [true], plain: [true, true, true] };

describe('silence in plain HTTP', () => {
  it('is no evidence where nothing answers there and neutral sites do in HTTPS', () => {
    expect(validBeside(aControlEvidence(), portal(silent, silent))).toEqual({
      web: [true],
      plain: [false, true, true],
    });
  });

  it('is evidence where anything answered in plain HTTP, be it a portal', () => {
    expect(validBeside(aControlEvidence(), portal(silent, anAttempt()))).toEqual(all);
    expect(validBeside(aControlEvidence(), portal(silent, aFailure('serverError')))).toEqual(all);
  });

  it('is evidence where one packet may be lost', () => {
    expect(validBeside(aControlEvidence(), portal(silent))).toEqual(all);
  });

  it('is evidence where no neutral site answers', () => {
    const closed = aControlEvidence({ attempts: [silent] });

    expect(validBeside(closed, portal(silent, silent))).toEqual(all);
  });
});
