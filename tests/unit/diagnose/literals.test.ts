import { describe, expect, it } from 'vitest';
import { familiesOfEvidence, withoutUnreachable } from '../../../lib/diagnose/literals.ts';
import { aFailure, anAttempt } from '../../helpers/attempts.ts';
import { aService, aTarget } from '../../helpers/catalog.ts';
import { aControlEvidence, aServiceEvidence } from '../../helpers/evidence.ts';

const six = '2606:2800:220:1::1';
const service = aService({
  targets: [aTarget(), aTarget({ id: 'chat/literal', urls: ['http://93.184.216.34/'] })],
});
const failed = aFailure('unreachable');
const evidence = {
  ...aServiceEvidence({ 'chat/web': [failed], 'chat/literal': [failed, anAttempt()] }),
  service,
};

function validOn(remoteIp: string) {
  const controls = [aControlEvidence({ attempts: [anAttempt({ remoteIp })] })];
  const families = familiesOfEvidence({ controls, services: [] });
  const { attempts } = withoutUnreachable(evidence, families);
  return Object.fromEntries(
    [...attempts].map(([id, each]) => [id, each.map(({ valid }) => valid)]),
  );
}

describe('the failure of an IPv4 address', () => {
  it('is no evidence on a line without IPv4', () => {
    expect(validOn(six)).toEqual({ 'chat/web': [true], 'chat/literal': [false, true] });
  });

  it('is evidence on a line with IPv4', () => {
    expect(validOn('93.184.216.35')).toEqual({ 'chat/web': [true], 'chat/literal': [true, true] });
  });

  it('is evidence where a service was reached over IPv4', () => {
    const controls = [aControlEvidence({ attempts: [anAttempt({ remoteIp: six })] })];
    const reached = aServiceEvidence({ 'chat/web': [anAttempt({ remoteIp: '93.184.216.35' })] });

    expect(familiesOfEvidence({ controls, services: [reached] }).ipv4).toBe(true);
  });
});
