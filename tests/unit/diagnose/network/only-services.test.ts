import { expect, it } from 'vitest';
import { besideServices, onlyServices } from '../../../../lib/diagnose/network/only-services.ts';
import { anAttempt } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { aNetwork, aServiceEvidence } from '../../../helpers/evidence.ts';

const offline = aNetwork({ state: 'offline' });

function beside(target: Parameters<typeof aTarget>[0], attempt = anAttempt()) {
  const service = aService({ targets: [aTarget({ id: 'chat/any', ...target })] });
  return besideServices(offline, [aServiceEvidence({ 'chat/any': [attempt] }, { service })]);
}

it('is an allowlist where a single service answers over TLS beside silent controls', () => {
  expect(beside({})).toEqual(onlyServices);
});

it.each([
  ['in plain HTTP', beside({ kind: 'http' })],
  ['with a certificate of anybody', beside({}, anAttempt({ failure: 'ssl_unknown_authority' }))],
  ['while another network has come', beside({}, anAttempt({ valid: false }))],
  ['with a failure', beside({}, anAttempt({ ok: false }))],
])('stays offline where a service answers %s: anybody may have', (_case, network) => {
  expect(network).toEqual(offline);
});

it('stays as it was told where controls answer', () => {
  const lossy = aNetwork({ state: 'degraded', trouble: 'loss' });

  expect(besideServices(lossy, [aServiceEvidence({ 'chat/web': [anAttempt()] })])).toEqual(lossy);
});
