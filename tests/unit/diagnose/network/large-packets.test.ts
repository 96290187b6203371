import { describe, expect, it } from 'vitest';
import type { ControlEvidence } from '../../../../lib/diagnose/evidence/control-evidence.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import { anAttempt, repeated } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { aControlEvidence, aRoundEvidence, aServiceEvidence } from '../../../helpers/evidence.ts';

const six = '2606:2800:220:1::1';
const four = '93.184.216.34';
const silent = repeated('timeout', 2);

const site = (id: string, attempts: ControlEvidence['attempts']) =>
  aControlEvidence({ id, operator: id, attempts });
const portal = (remoteIp: string) =>
  aControlEvidence({ id: 'portal', group: 'portal', attempts: [anAttempt({ remoteIp })] });
const answering = (id: string, remoteIp: string) => site(id, [anAttempt({ remoteIp })]);

const seen = [
  portal(six),
  answering('one', four),
  answering('two', four),
  site('three', silent),
  site('four', silent),
];

function judge(controls: readonly ControlEvidence[], web = repeated('timeout', 3)) {
  const services = [aServiceEvidence({ 'chat/web': web })];
  const { round } = diagnoseRound(aRoundEvidence({ controls: [...controls], services }), new Map());
  return { network: round.network, service: round.services[0] };
}

describe('a line on which IPv6 carries small packets alone', () => {
  it('loses packets, and silence on it says nothing', () => {
    const { network, service } = judge(seen);

    expect(network).toMatchObject({ state: 'degraded', trouble: 'loss' });
    expect(service).toMatchObject({ roundState: 'insufficient', reason: 'network-degraded' });
  });

  it('is seen by what a service answers without TLS as well', () => {
    const plain = aTarget({
      id: 'chat/plain',
      kind: 'http',
      urls: ['http://chat.example/'],
      votes: false,
    });
    const services = [
      aServiceEvidence(
        { 'chat/web': repeated('timeout', 3), 'chat/plain': [anAttempt({ remoteIp: six })] },
        { service: aService({ targets: [aTarget(), plain] }) },
      ),
    ];
    const evidence = aRoundEvidence({ controls: seen.slice(1), services });

    expect(diagnoseRound(evidence, new Map()).round.network.trouble).toBe('loss');
  });

  it('lets be what opens over IPv4', () => {
    expect(judge(seen, [anAttempt({ remoteIp: four })]).service?.roundState).toBe('ok');
  });

  it.each([
    ['nothing has answered over IPv6', [portal(four), ...seen.slice(1)]],
    ['a site has completed a handshake over IPv6', [...seen, answering('five', six)]],
    ['sites of one operator alone are silent', seen.slice(0, 4)],
    [
      'the others fail otherwise than by silence',
      [...seen.slice(0, 3), site('three', repeated('reset', 2)), site('four', silent)],
    ],
  ])('is not seen where %s', (_case, controls) => {
    const { network, service } = judge(controls);

    expect(network.state).toBe('normal');
    expect(service?.roundState).toBe('likely_blocked');
  });

  it('is not seen where a service has completed a handshake over IPv6', () => {
    const { network } = judge(seen, [anAttempt({ remoteIp: six })]);

    expect(network.state).toBe('normal');
  });
});
