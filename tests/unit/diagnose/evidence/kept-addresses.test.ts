import { describe, expect, it } from 'vitest';
import { withKeptAddresses } from '../../../../lib/diagnose/evidence/kept-addresses.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { Round } from '../../../../lib/model/round.ts';
import type { ServiceResult, TargetResult } from '../../../../lib/model/service.ts';
import { aFailure, anAttempt } from '../../../helpers/attempts.ts';
import { aCatalog, aControl, aService } from '../../../helpers/catalog.ts';
import { anAddressProbe } from '../../../helpers/evidence.ts';
import { aRound, noCircumstances } from '../../../helpers/rounds.ts';

const catalog = aCatalog({
  services: [
    aService({ id: 'chat', operator: 'Meta' }),
    aService({ id: 'talk', operator: 'Meta' }),
    aService({ id: 'post', operator: 'Post' }),
  ],
  controls: [aControl({ id: 'site', operator: 'Site' })],
});

const [one, two, three] = ['93.184.216.34', '149.154.167.99', '2a02:6b8::1'];

const judged = { state: 'ok', mechanisms: [], retired: false } satisfies Partial<TargetResult>;

function serviceWith(id: string, attempts: Attempt[]): ServiceResult {
  const asked = {
    id: `${id}/web`,
    role: 'web',
    kind: 'https',
    url: `https://${id}.example/`,
  } as const;
  return {
    id,
    name: id,
    state: 'ok',
    roundState: 'ok',
    confidence: 'high',
    scope: 'service',
    locus: 'unknown',
    mechanisms: [],
    reason: 'got-through',
    roles: [],
    targets: [{ ...asked, ...judged, attempts }],
  };
}

interface Answers {
  services: Record<string, Attempt[]>;
  controls?: Record<string, Attempt[]>;
}

function roundOf({ services, controls = {} }: Answers): Round {
  return aRound({
    services: Object.entries(services).map(([id, attempts]) => serviceWith(id, attempts)),
    circumstances: {
      ...noCircumstances,
      controls: Object.entries(controls).map(([id, attempts]) => ({ id, attempts })),
    },
  });
}

const from = (remoteIp: string | null, overrides: Partial<Attempt> = {}): Attempt[] => [
  anAttempt({ remoteIp, ...overrides }),
];

/** What is kept of each attempt: the address, or its kind in brackets. */
function kept(answers: Answers): string[] {
  const { services, circumstances } = withKeptAddresses(roundOf(answers), catalog);
  const attempts = [...services.flatMap(({ targets }) => targets), ...circumstances.controls];
  return attempts.flatMap((each) =>
    each.attempts.map(({ remoteIp, remoteIpKind }) => remoteIp ?? `(${remoteIpKind})`),
  );
}

describe('of the addresses of a round', () => {
  it('those that belong to one operator alone are kept', () => {
    const services = { chat: from(one), talk: from(one), post: from(two) };

    expect(kept({ services, controls: { site: from(three) } })).toEqual([one, one, two, three]);
  });

  it('one from which unrelated operators answered is shared', () => {
    const services = { chat: from(one), talk: from(two), post: from(one) };

    expect(kept({ services, controls: { site: from(three) } })).toEqual([
      '(shared)',
      two,
      '(shared)',
      three,
    ]);
  });

  it('the only one, from which three operators answered, is a proxy’s', () => {
    const services = { chat: from(one), post: from(one) };

    expect(kept({ services, controls: { site: from(one) } })).toEqual([
      '(proxy)',
      '(proxy)',
      '(proxy)',
    ]);
    expect(kept({ services })).toEqual(['(shared)', '(shared)']);
  });

  it('that of a URL, without an answer, hides no proxy', () => {
    const services = {
      chat: from(one),
      post: from(one),
      talk: [aFailure('timeout', { remoteIp: two })],
    };

    expect(kept({ services, controls: { site: from(one) } })).toEqual([
      '(proxy)',
      '(proxy)',
      '(null)',
      '(proxy)',
    ]);
  });

  it('those are left out that the browser got from a proxy', () => {
    expect(kept({ services: { chat: from(one, { remoteIpKind: 'proxy' }) } })).toEqual(['(proxy)']);
  });

  it('those that are not public, and those of stubs, are left out', () => {
    const services = { chat: from('10.0.0.1'), post: from('95.167.13.51') };

    expect(kept({ services })).toEqual(['(private)', '(stub-rostelecom)']);
  });

  it('one is left out, as nothing tells a proxy’s from it, where all answers came from it', () => {
    expect(kept({ services: { chat: from(one), talk: from(one) } })).toEqual(['(null)', '(null)']);
    expect(kept({ services: { chat: from(one), talk: from(two) } })).toEqual([one, two]);
  });

  it('unknown ones stay unknown', () => {
    expect(kept({ services: { chat: from(null) } })).toEqual(['(null)']);
  });

  it('those of attempts on bare addresses are judged alike', () => {
    const round = roundOf({ services: { chat: from(one) } });
    const attempts = [aFailure('wrongName', { remoteIp: '100.64.0.1' })];
    round.circumstances.addressProbes = [anAddressProbe({ attempts })];

    const [probe] = withKeptAddresses(round, catalog).circumstances.addressProbes;

    expect(probe?.attempts).toMatchObject([{ remoteIp: null, remoteIpKind: 'private' }]);
  });
});
