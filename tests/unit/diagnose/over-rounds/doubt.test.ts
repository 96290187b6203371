import { describe, expect, it } from 'vitest';
import type { RoundEvidence } from '../../../../lib/diagnose/evidence/round-evidence.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { AddressProbe } from '../../../../lib/model/resolution.ts';
import type { Trigger } from '../../../../lib/model/round.ts';
import type { Standing } from '../../../../lib/model/standing.ts';
import { aFailure, anAttempt, repeated, spaced } from '../../../helpers/attempts.ts';
import { aService, aServiceRole, aTarget } from '../../../helpers/catalog.ts';
import { at } from '../../../helpers/clock.ts';
import {
  aControlEvidence,
  anAddressProbe,
  aResolution,
  aRoundEvidence,
  aServiceEvidence,
} from '../../../helpers/evidence.ts';

const name = 'web.chat.example';
const service = aService({
  roles: [aServiceRole({ role: 'web' }), aServiceRole({ role: 'media', required: false })],
  targets: [
    aTarget({ id: 'page', role: 'web', urls: [`https://${name}/`] }),
    aTarget({ id: 'pictures', role: 'media', urls: ['https://media.chat.example/'] }),
  ],
  sentinel: 'page',
});
const resolutions = ['one', 'two'].map((resolver) => aResolution({ name, resolver }));
const open = [anAttempt()];

interface Played {
  seconds: number;
  page: Attempt[];
  pictures?: Attempt[];
  trigger?: Trigger;
  addressProbes?: AddressProbe[];
}

/** What is shown of the service after each round, and what the round itself saw. */
function play(...rounds: Played[]): string[] {
  let standings = new Map<string, Standing>();
  return rounds.map(
    ({ seconds, page, pictures = open, trigger = 'startup', addressProbes = [] }, index) => {
      const evidence: Partial<RoundEvidence> = {
        id: `round-${index}`,
        startedAt: at(seconds),
        trigger,
        resolutions,
        addressProbes,
        controls: ['one', 'two'].map((id) => aControlEvidence({ id })),
        services: [aServiceEvidence({ page, pictures }, { service })],
      };
      const diagnosed = diagnoseRound(aRoundEvidence(evidence), standings);
      standings = new Map(diagnosed.standings.map((one) => [one.service, one]));
      const [chat] = diagnosed.round.services;
      return chat?.state === chat?.roundState
        ? `${chat?.state}`
        : `${chat?.state} (${chat?.roundState})`;
    },
  );
}

describe('a name that a resolver may have failed on for a moment', () => {
  const page = repeated('name', 3);
  const doubted = 'insufficient (likely_blocked)';

  it('decides no first check where another name of the service gets through', () => {
    expect(play({ seconds: 0, page })).toEqual([doubted]);
  });

  it('decides it where nothing of the service gets through', () => {
    expect(play({ seconds: 0, page, pictures: repeated('timeout', 1) })).toEqual([
      'likely_blocked',
    ]);
  });

  it('decides it where a person asked, who may make no other check', () => {
    expect(play({ seconds: 0, page, trigger: 'manual' })).toEqual(['likely_blocked']);
  });

  it('is no kept answer where the resolver is silent', () => {
    const silent = spaced(Array(3).fill(aFailure('name', { totalMs: 6_000 })));

    expect(play({ seconds: 0, page: silent })).toEqual(['likely_blocked']);
  });

  it('is proof once it fails again after what a resolver keeps is over', () => {
    const seen = play(...[0, 60, 120, 400].map((seconds) => ({ seconds, page })));

    expect(seen).toEqual([doubted, doubted, doubted, 'blocked']);
  });

  it('says nothing against a service that opens next time', () => {
    expect(play({ seconds: 0, page }, { seconds: 400, page: open })).toEqual([doubted, 'ok']);
  });

  it('confirms no change, however often it is asked meanwhile', () => {
    const later = [900, 960, 1_020, 1_080].map((seconds) => ({ seconds, page }));
    const seen = play({ seconds: 0, page: open }, ...later);

    expect(seen).toEqual(['ok', ...later.map(() => 'ok (likely_blocked)')]);
  });
});

describe('a name of which one address fails as it does, and others complete handshakes', () => {
  const page = repeated('reset', 3);
  const bad = anAddressProbe({ name, address: '93.184.216.35', attempts: [aFailure('reset')] });
  const odd = { page, addressProbes: [anAddressProbe({ name }), bad] };
  const doubted = 'insufficient (likely_blocked)';

  it('is likely blocked after three checks', () => {
    const seen = play(...[0, 60, 120].map((seconds) => ({ seconds, ...odd })));

    expect(seen).toEqual([doubted, doubted, 'likely_blocked']);
  });

  it('says nothing against a service that opens next time', () => {
    expect(play({ seconds: 0, ...odd }, { seconds: 60, page: open })).toEqual([doubted, 'ok']);
  });

  it('is likely blocked at once where a person asked, who may make no other check', () => {
    expect(play({ seconds: 0, ...odd, trigger: 'manual' })).toEqual(['likely_blocked']);
  });

  it.each<[string, AddressProbe[]]>([
    ['no address was asked', []],
    ['all addresses complete them', [anAddressProbe({ name })]],
    ['all addresses fail', [bad]],
    [
      'the other is silent',
      [anAddressProbe({ name }), { ...bad, attempts: [aFailure('timeout')] }],
    ],
    [
      'the other fails in another way',
      [anAddressProbe({ name }), { ...bad, attempts: [aFailure('refused')] }],
    ],
    [
      'it is of the other family',
      [anAddressProbe({ name }), { ...bad, address: '2606:2800:220:1::1' }],
    ],
    ['it is another name’s', [anAddressProbe({ name }), { ...bad, name: 'other.example' }]],
  ])('is likely blocked at once where %s', (_case, addressProbes) => {
    expect(play({ seconds: 0, page, addressProbes })).toEqual(['likely_blocked']);
  });
});
