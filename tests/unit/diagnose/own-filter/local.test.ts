import { describe, expect, it } from 'vitest';
import { besideFilter, verdictByRefusal } from '../../../../lib/diagnose/own-filter/local.ts';
import { anAttempt } from '../../../helpers/attempts.ts';
import { aGate, aVerdict, passingGates } from '../../../helpers/evidence.ts';

const proxy = 'net::ERR_TUNNEL_CONNECTION_FAILED';
const context = { refusedAlike: false, gates: passingGates() };

function refused(...codes: string[]) {
  return codes.map((browserError) =>
    anAttempt({ ok: false, valid: false, browserError, totalMs: 20 }),
  );
}

describe('a refusal on this side', () => {
  it.each([
    ['net::ERR_BLOCKED_BY_ADMINISTRATOR', 'policy-forbids'],
    ['NS_ERROR_BLOCKED_BY_POLICY', 'policy-forbids'],
    [proxy, 'proxy-refuses'],
    ['NS_ERROR_PROXY_FORBIDDEN', 'proxy-refuses'],
  ])('is a filter of one’s own if it is steady: %s', (code, reason) => {
    expect(verdictByRefusal(refused(code, code, code), context)).toMatchObject({
      state: 'likely_blocked',
      locus: 'local',
      mechanisms: [],
      reason,
    });
  });

  it.each([
    ['it came once', refused(proxy)],
    ['it alternates with another', refused(proxy, 'net::ERR_BLOCKED_BY_ADMINISTRATOR', proxy)],
    ['another extension refuses', refused(...Array(3).fill('net::ERR_BLOCKED_BY_CLIENT'))],
    ['the proxy is not there', refused(...Array(3).fill('net::ERR_PROXY_CONNECTION_FAILED'))],
    ['the proxy cannot reach it', refused(...Array(3).fill('NS_ERROR_PROXY_BAD_GATEWAY'))],
    [
      'the proxy tried for long',
      refused(proxy, proxy, proxy).map((one) => ({ ...one, totalMs: 3_000 })),
    ],
    ['something got through', [...refused(proxy, proxy, proxy), anAttempt()]],
  ])('shows nothing if %s', (_case, attempts) => {
    expect(verdictByRefusal(attempts, context)).toBeNull();
  });
});

describe('where a proxy connects to nothing soon afterwards', () => {
  const gates = [aGate(0), aGate(20, { passed: false }), aGate(40)];

  it('its refusal shows nothing of the service', () => {
    expect(verdictByRefusal(refused(proxy, proxy, proxy), { ...context, gates })).toBeNull();
  });
});

describe('where a proxy refuses neutral sites as well', () => {
  const alike = { ...context, refusedAlike: true };

  it('its refusal shows nothing of the service', () => {
    expect(verdictByRefusal(refused(proxy, proxy, proxy), alike)).toBeNull();
  });

  it('an administrator’s rule stands', () => {
    const code = 'net::ERR_BLOCKED_BY_ADMINISTRATOR';
    const verdict = verdictByRefusal(refused(code, code, code), alike);

    expect(verdict).toMatchObject({ state: 'likely_blocked', reason: 'policy-forbids' });
  });
});

describe('what fails beside a filter that answers without TLS', () => {
  it.each(['network', 'unknown'] as const)('is the filter’s where its locus is %s', (locus) => {
    const verdict = aVerdict({ state: 'blocked', locus, mechanisms: ['tls.reset.sni'] });

    expect(besideFilter(verdict)).toMatchObject({
      state: 'likely_blocked',
      locus: 'local',
      mechanisms: ['tls.reset.sni'],
    });
  });

  it.each([
    aVerdict({ state: 'blocked', locus: 'server_side', mechanisms: ['http.error'] }),
    aVerdict({ state: 'down' }),
    aVerdict(),
  ])('stays the server’s answer: $state', (verdict) => {
    expect(besideFilter(verdict)).toBe(verdict);
  });
});
