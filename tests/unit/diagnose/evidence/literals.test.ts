import { describe, expect, it } from 'vitest';
import {
  familiesOfEvidence,
  withoutUnreachable,
} from '../../../../lib/diagnose/evidence/literals.ts';
import { aFailure, anAttempt } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { aControlEvidence, aServiceEvidence } from '../../../helpers/evidence.ts';

const chromium = { browser: 'Chromium 156' };
const firefox = { browser: 'Firefox 153' };
const six = '2606:2800:220:1::1';
const service = aService({
  targets: [aTarget(), aTarget({ id: 'chat/literal', urls: ['http://93.184.216.34/'] })],
});
const failed = aFailure('timeout');
const evidence = {
  ...aServiceEvidence({ 'chat/web': [failed], 'chat/literal': [failed, anAttempt()] }),
  service,
};

function validOn(remoteIp: string) {
  const controls = [aControlEvidence({ attempts: [anAttempt({ remoteIp })] })];
  const families = familiesOfEvidence({ controls, services: [] });
  const { attempts } = withoutUnreachable(evidence, families, chromium);
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

describe('a name whose addresses are unreachable', () => {
  const seen = aServiceEvidence({ 'chat/web': [aFailure('unreachable'), aFailure('timeout')] });
  const validWhere = (ipv4: boolean) => {
    const families = { ipv4, ipv6: true, translates: false };
    return [...withoutUnreachable(seen, families, chromium).attempts.values()]
      .flat()
      .map(({ valid }) => valid);
  };

  it('may have none but of IPv4, which is no evidence on a line without it', () => {
    expect(validWhere(false)).toEqual([false, true]);
  });

  it('is evidence on a line with IPv4', () => {
    expect(validWhere(true)).toEqual([true, true]);
  });
});

describe('a name that is not found after it was cut off', () => {
  const seen = aServiceEvidence({ 'chat/web': [aFailure('reset'), aFailure('name')] });
  const lines = { ipv4: { ipv4: true }, ipv6: { ipv4: false } };
  const validWith = (line: 'ipv4' | 'ipv6', attempts = seen, software = chromium) => {
    const families = { ...lines[line], ipv6: true, translates: true };
    return [...withoutUnreachable(attempts, families, software).attempts.values()]
      .flat()
      .map(({ valid }) => valid);
  };

  it('is no evidence on a line without IPv4', () => {
    expect(validWith('ipv6')).toEqual([true, false]);
  });

  it('is evidence on a line with IPv4', () => {
    expect(validWith('ipv4')).toEqual([true, true]);
  });

  it('is evidence where it was never found', () => {
    const names = aServiceEvidence({ 'chat/web': [aFailure('name'), aFailure('name')] });

    expect(validWith('ipv6', names)).toEqual([true, true]);
  });

  it('is no evidence either where Firefox may have asked for IPv4, as the first connection did not stand', () => {
    const names = [249, 250, null].map((totalMs) => aFailure('name', { totalMs }));
    const missed = aServiceEvidence({ 'chat/web': [...names, aFailure('timeout')] });

    expect(validWith('ipv6', missed, firefox)).toEqual([true, false, false, true]);
    expect(validWith('ipv4', missed, firefox)).toEqual([true, true, true, true]);
    expect(validWith('ipv6', missed, chromium)).toEqual([true, true, true, true]);
  });
});
