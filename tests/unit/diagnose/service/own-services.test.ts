import { describe, expect, it } from 'vitest';
import { serviceOf } from '../../../../lib/catalog/own-services.ts';
import type { ServiceEvidence } from '../../../../lib/diagnose/evidence/round-evidence.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { Standing } from '../../../../lib/model/standing.ts';
import { aFailure, anAttempt, failureKinds, repeated } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { at } from '../../../helpers/clock.ts';
import {
  aControlEvidence,
  aGate,
  anAddressProbe,
  aRoundEvidence,
  aServiceEvidence,
} from '../../../helpers/evidence.ts';

const none = new Map<string, Standing>();

function own(id: string, attempts: readonly Attempt[], url = `https://${id}.example.org/`) {
  const service = serviceOf({ id, name: id, url, contains: null }, { services: [] });
  return aServiceEvidence({ [`${id}/web`]: attempts }, { service });
}

function other(id: string, attempts: readonly Attempt[]) {
  const target = aTarget({ id: `${id}/web`, urls: [`https://${id}.example/`] });
  return aServiceEvidence(
    { [target.id]: attempts },
    { service: aService({ id, operator: id, targets: [target] }) },
  );
}

const elsewhere = 'redirect login.example';

/** A server that completes each handshake without its name. */
function completing(name: string, lastNumber: number) {
  const completed = aFailure('wrongName', { ok: true });
  const attempts = [completed, completed, completed];
  return anAddressProbe({ name, address: `93.184.216.${lastNumber}`, attempts });
}

function resultsOf(services: ServiceEvidence[], overrides = {}) {
  const evidence = aRoundEvidence({
    controls: [aControlEvidence(), aControlEvidence({ id: 'foreign-2' })],
    services,
    ...overrides,
  });
  const { round, standings } = diagnoseRound(evidence, none);
  const isAsked = (id: string) => !id.startsWith('own-');
  return {
    round,
    others: {
      network: round.network,
      routing: round.routing,
      services: round.services.filter(({ id }) => isAsked(id)),
      standings: standings.filter(({ service }) => isAsked(service)),
    },
    own: round.services.filter(({ id }) => !isAsked(id)),
  };
}

describe('a service of one’s own', () => {
  it.each([...failureKinds])('changes nothing for others, however it fails: %s', (kind) => {
    const others = [other('chat', [anAttempt()]), other('talk', repeated('timeout', 3))];
    const without = resultsOf(others);

    // Failures count for the others' windows where something got through beside them.
    const seen = [...repeated(kind, 3), anAttempt({ n: 4, startedAt: at(90) })];
    const beside = resultsOf([...others, own('own-1', seen)]);

    expect(beside.others).toEqual(without.others);
    expect(beside.own).toHaveLength(1);
  });

  it('shows no loss of packets on the network, however many lose some', () => {
    const wavering = [...repeated('timeout', 1), anAttempt({ n: 2, startedAt: at(20) })];
    const controls = [
      aControlEvidence(),
      aControlEvidence({ id: 'foreign-2' }),
      aControlEvidence({ id: 'foreign-3', attempts: wavering }),
    ];
    const others = [other('chat', [anAttempt()])];
    const many = ['own-1', 'own-2', 'own-3', 'own-4'].map((id) => own(id, wavering));

    const beside = resultsOf([...others, ...many], { controls });

    expect(beside.others).toEqual(resultsOf(others, { controls }).others);
    expect(beside.round.network.state).toBe('normal');
    // The same from services of the catalog does show it.
    const vouched = ['one', 'two', 'three', 'four'].map((id) => other(id, wavering));
    expect(resultsOf([...others, ...vouched], { controls }).round.network).toMatchObject({
      state: 'degraded',
      trouble: 'loss',
    });
  });

  it('is no second operator for the page of a filter', () => {
    const seen = [anAttempt({ elsewhere })];

    const { others, own: mine } = resultsOf([other('chat', seen), own('own-1', seen)]);

    expect(others.services).toMatchObject([{ id: 'chat', state: 'ok' }]);
    // For itself it sees what the catalogue's service saw.
    expect(mine).toMatchObject([{ locus: 'local' }]);
  });

  it('is none for another of one’s own: they may share a page to log in', () => {
    const seen = [anAttempt({ elsewhere })];

    const { own: mine } = resultsOf([own('own-1', seen), own('own-2', seen)]);

    expect(mine).toMatchObject([{ state: 'ok' }, { state: 'ok' }]);
  });

  it('makes no pair for others by the handshakes with its own address', () => {
    const others = [other('chat', repeated('reset', 3))];
    const addressProbes = [completing('chat.example', 34), completing('own-1.example.org', 36)];

    const beside = resultsOf([...others, own('own-1', repeated('reset', 3))], { addressProbes });

    expect(beside.others).toEqual(resultsOf(others, { addressProbes }).others);
    expect(beside.others.services).toMatchObject([{ state: 'likely_blocked' }]);
    expect(beside.round.circumstances.addressProbes).toEqual(addressProbes);
  });

  it('makes none for another of one’s own: their servers may know neither name', () => {
    const names = ['own-1', 'own-2'];
    const addressProbes = names.map((id, index) => completing(`${id}.example.org`, 34 + index));

    const { own: mine } = resultsOf(
      names.map((id) => own(id, repeated('reset', 3))),
      { addressProbes },
    );

    expect(mine).toMatchObject([{ state: 'likely_blocked' }, { state: 'likely_blocked' }]);
  });

  it('has one by a name of the catalog that fails alike', () => {
    const addressProbes = [completing('chat.example', 34), completing('own-1.example.org', 36)];
    const failing = repeated('reset', 3);

    const { own: mine } = resultsOf([other('chat', failing), own('own-1', failing)], {
      addressProbes,
    });

    expect(mine).toMatchObject([{ state: 'blocked', mechanisms: ['tls.reset.sni'] }]);
  });

  it('cannot keep a round up that has broken down', () => {
    const gates = [aGate(0), aGate(100, { passed: false })];
    const late = own('own-1', [anAttempt({ startedAt: at(110) })]);

    const { round } = resultsOf([other('chat', [anAttempt()]), late], { gates });

    expect(round.network).toMatchObject({ state: 'degraded', trouble: 'broke-down' });
    expect(round.services).toHaveLength(2);
  });

  it('is likely blocked by the same evidence as any other, and keeps its attempts', () => {
    const { own: mine, round } = resultsOf([own('own-1', repeated('timeout', 3))]);

    expect(mine).toMatchObject([
      { id: 'own-1', state: 'likely_blocked', targets: [{ id: 'own-1/web' }] },
    ]);
    expect(round.network.state).toBe('normal');
  });

  it('without the permission is a gap, and says so', () => {
    const forbidden = { ...own('own-1', []), forbidden: new Set(['own-1/web']) };

    const { own: mine, round } = resultsOf([forbidden]);

    expect(mine).toMatchObject([{ state: 'insufficient', reason: 'needs-permission' }]);
    expect(round.circumstances.forbidden).toEqual(['own-1/web']);
  });
});
