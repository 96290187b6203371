import { describe, expect, it } from 'vitest';
import { failsByItself, losesNames } from '../../../../lib/diagnose/network/neutral-sites.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { aFailure, anAttempt, repeated } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import {
  aControlEvidence,
  aRoundEvidence,
  aServiceEvidence,
  passingGates,
} from '../../../helpers/evidence.ts';

const old = anAttempt({ reusedConnection: true });
const fresh = anAttempt({ reusedConnection: false });
const hidden = anAttempt({ reusedConnection: null });
const lost = aFailure('name');

/** Neutral sites and services, each of an operator of its own. */
function isAtFault(sites: Attempt[], services: Attempt[], host = 'chat.example') {
  const controls = sites.map((one, index) =>
    aControlEvidence({ id: `site-${index}`, operator: `site-${index}`, attempts: [one] }),
  );
  const asked = services.map((one, index) => {
    const id = `service-${index}`;
    const targets = [aTarget({ id: `${id}/web`, urls: [`https://${host}/`] })];
    const service = aService({ id, operator: id, targets });
    return aServiceEvidence({ [`${id}/web`]: [one] }, { service });
  });
  return failsByItself({ controls, services: asked });
}

describe('a resolver of which a round shows that it finds names', () => {
  it.each([
    ['a neutral site answers over a new connection', [old, fresh], [lost]],
    ['the browser hides whether its connection was new', [hidden], [lost]],
    ['a neutral site is withheld, and another is found', [lost, fresh], [lost]],
    [
      'neutral sites answer over old connections, and a service over a new one',
      [old],
      [lost, fresh],
    ],
  ])('may withhold a name: %s', (_case, sites, services) => {
    expect(isAtFault(sites, services)).toBe(false);
  });

  it.each([
    ['all that answers does so over connections from before', [old, old], [lost, old]],
    ['a neutral site is not found, and none over a new connection', [old, lost], [lost, fresh]],
  ])('is another than one that may be dead: %s', (_case, sites, services) => {
    expect(isAtFault(sites, services)).toBe(true);
  });

  it('is not shown by a service at an address', () => {
    expect(isAtFault([old], [fresh], '93.184.216.34')).toBe(true);
    expect(isAtFault([old], [fresh])).toBe(false);
  });
});

describe('a round in which names may be lost with all others', () => {
  const site = (id: string, attempt: Attempt) => aControlEvidence({ id, attempts: [attempt] });
  const chat = aService({ targets: [aTarget()] });

  function judge(...sites: Attempt[]) {
    const controls = sites.map((one, index) => site(`site-${index}`, one));
    const services = [aServiceEvidence({ 'chat/web': repeated('name', 3) }, { service: chat })];
    const evidence = aRoundEvidence({ controls, services, gates: passingGates() });
    const { round } = diagnoseRound(evidence, new Map());
    return round.services[0]?.state;
  }

  it('says nothing of a name that fails', () => {
    expect(judge(old, old, old, lost)).toBe('insufficient');
  });

  it.each([
    ['another neutral site is found', [old, old, fresh, lost]],
    ['no neutral site is missed', [old, old, old]],
  ])('is none if %s', (_case, sites) => {
    expect(judge(...sites)).toBe('likely_blocked');
  });

  it('is none if no neutral site answers at all, as the network is told by that', () => {
    expect(losesNames([site('one', lost), site('two', lost)])).toBe(false);
    expect(losesNames([site('one', lost), site('two', old)])).toBe(true);
  });
});
