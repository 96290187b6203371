import { describe, expect, it } from 'vitest';
import { unlessStray } from '../../../../lib/diagnose/chance/strays.ts';
import type { NetworkVerdict } from '../../../../lib/diagnose/network/network-verdict.ts';
import { temper } from '../../../../lib/diagnose/target/temper.ts';
import { type Mechanism, mechanisms } from '../../../../lib/model/mechanism.ts';
import type { Reason } from '../../../../lib/model/reason.ts';
import { at } from '../../../helpers/clock.ts';
import { aNetwork, aVerdict } from '../../../helpers/evidence.ts';

const likely = aVerdict({ state: 'likely_blocked', confidence: 'medium', reason: 'cut-off' });
const blocked = aVerdict({
  state: 'blocked',
  locus: 'network',
  reason: 'dns-withheld',
  artefact: true,
});
const down = aVerdict({ state: 'down', reason: 'server-error', locus: 'server_side' });
const offline = aNetwork({ state: 'offline' });
const portal = aNetwork({ state: 'captive_portal' });
const allowlist = aNetwork({ state: 'allowlist' });
const lossy = aNetwork({ state: 'degraded', trouble: 'loss' });
const slow = aNetwork({ state: 'degraded', trouble: 'slow' });
const untrusted = aNetwork({ state: 'degraded', trouble: 'certificates' });
const nameless = aNetwork({ state: 'degraded', trouble: 'resolver' });
const unclear = aNetwork({ state: 'degraded', trouble: 'unclear' });
const misdated = aNetwork({ state: 'degraded', trouble: 'clock' });

describe('on a normal network', () => {
  it.each([likely, blocked, down])('a verdict stands', (verdict) => {
    expect(temper(verdict, aNetwork())).toEqual(verdict);
  });
});

describe('where only the clock is wrong', () => {
  it.each([likely, blocked, down])('a verdict stands', (verdict) => {
    expect(temper(verdict, misdated)).toEqual(verdict);
  });

  it('what was not asked is unknown because of the clock', () => {
    const unasked = aVerdict({ state: 'insufficient', reason: 'interrupted' });

    expect(temper(unasked, misdated).reason).toBe('clock-wrong');
  });
});

describe('on a network that is not normal', () => {
  const troubled = [offline, portal, allowlist, lossy, slow, untrusted, nameless, unclear];

  it('a verdict from before the network broke down stands', () => {
    const broken = aNetwork({ state: 'degraded', trouble: 'broke-down' });

    expect(temper(likely, broken)).toEqual(likely);
    expect(temper(blocked, broken)).toEqual(blocked);
  });

  it('a late answer is an answer', () => {
    const late = aVerdict({ state: 'impaired', confidence: 'low', reason: 'answers-late' });

    expect(temper(late, slow)).toMatchObject({ state: 'ok', confidence: 'medium' });
    expect(temper(late, aNetwork())).toEqual(late);
  });

  it('what is impaired is said with low confidence where all is bad, but not an artefact', () => {
    const impaired = aVerdict({ state: 'impaired', confidence: 'medium', reason: 'mostly-fails' });

    expect(temper(impaired, lossy)).toEqual({ ...impaired, confidence: 'low' });
    expect(temper({ ...impaired, artefact: true }, lossy).confidence).toBe('medium');
    expect(temper(impaired, allowlist).confidence).toBe('medium');
  });

  it.each(troubled)('a success stands: $state $trouble', (network) => {
    expect(temper(aVerdict(), network)).toEqual(aVerdict());
  });

  it.each(troubled)('a target that answers with errors stays down: $state $trouble', (network) => {
    expect(temper(down, network)).toEqual(down);
  });

  it.each<[Reason, NetworkVerdict]>([
    ['network-offline', offline],
    ['network-portal', portal],
    ['network-degraded', untrusted],
    ['network-names', nameless],
    ['network-degraded', unclear],
  ])('no failure counts: %s', (reason, network) => {
    const verdicts = [likely, blocked].map((verdict) => temper(verdict, network));

    expect(verdicts).toMatchObject([
      { state: 'insufficient', reason, artefact: false },
      { state: 'insufficient', reason, artefact: false },
    ]);
  });

  it.each<[Reason, NetworkVerdict]>([
    ['network-offline', offline],
    ['network-portal', portal],
    ['network-degraded', untrusted],
    ['too-few-attempts', lossy],
  ])('more attempts would show nothing, or more: %s', (reason, network) => {
    const few = aVerdict({ state: 'insufficient', confidence: 'low', reason: 'too-few-attempts' });

    expect(temper(few, network)).toMatchObject({ state: 'insufficient', reason });
  });

  it.each([lossy, slow])('only proof withstands $trouble', (network) => {
    expect(temper(blocked, network)).toEqual(blocked);
    expect(temper(likely, network)).toMatchObject({
      state: 'insufficient',
      reason: 'network-degraded',
    });
  });

  it.each<[Reason, NetworkVerdict]>([
    ['network-offline', offline],
    ['network-portal', portal],
    ['network-allowlist', allowlist],
    ['network-degraded', lossy],
  ])('what was not attempted is explained by it: %s', (reason, network) => {
    const missing = aVerdict({ state: 'insufficient', confidence: 'low', reason: 'interrupted' });

    expect(temper(missing, network)).toMatchObject({ state: 'insufficient', reason });
  });
});

describe('on an unmeasured network', () => {
  it('an interrupted target stays interrupted', () => {
    const unmeasured = aNetwork({ state: 'degraded', trouble: 'unmeasured' });
    const missing = aVerdict({ state: 'insufficient', confidence: 'low', reason: 'interrupted' });

    expect(temper(missing, unmeasured)).toEqual(missing);
  });
});

it('behind a proxy that fails, what was not attempted is explained by it', () => {
  const behindProxy = aNetwork({ state: 'degraded', trouble: 'proxy' });
  const missing = aVerdict({ state: 'insufficient', confidence: 'low', reason: 'interrupted' });

  expect(temper(missing, behindProxy)).toMatchObject({ reason: 'proxy-fails' });
});

describe('under an allowlist', () => {
  it('a low confidence does not rise', () => {
    expect(temper({ ...likely, confidence: 'low' }, allowlist).confidence).toBe('low');
  });

  it('a failure is part of the allowlist', () => {
    expect(temper(likely, allowlist)).toEqual({ ...likely, reason: 'network-allowlist' });
  });

  it('proof does not make one service blocked', () => {
    expect(temper(blocked, allowlist)).toMatchObject({
      state: 'likely_blocked',
      confidence: 'medium',
      reason: 'network-allowlist',
    });
  });
});

describe('likely blocked on a network that loses packets', () => {
  const because = (...kinds: Mechanism[]) => temper({ ...likely, mechanisms: kinds }, lossy).state;

  it.each<Mechanism>(['reset', 'tls.reset', 'tcp.refused', 'ip.unreachable', 'tls.alert'])(
    'stands where lost packets cannot cause it: %s',
    (mechanism) => {
      expect(because(mechanism)).toBe('likely_blocked');
    },
  );

  it('is withdrawn where lost packets may cause any of it, or the mechanism is unknown', () => {
    expect(because('reset', 'timeout')).toBe('insufficient');
    expect(because()).toBe('insufficient');
  });
});

it('what withstands loss, as it takes an answer, may be chance where it happens everywhere; so may names and certificates', () => {
  const failed = { at: at(0), ok: false, mechanism: null };
  const tries = [failed, failed, failed];
  const everywhere = { strays: new Map(mechanisms.map((one) => [one, 1])), sitesForged: false };
  const kinds = mechanisms.map((one) => ({ ...likely, mechanisms: [one] }));
  const kindsLeftBy = (weaken: (verdict: typeof likely) => typeof likely) =>
    kinds.filter((one) => weaken(one).state === 'likely_blocked').flatMap((one) => one.mechanisms);

  const withstanding = kindsLeftBy((one) => temper(one, lossy));
  const never = kindsLeftBy((one) => unlessStray(one, tries, everywhere));
  // What has no vote may get through at the same host afterwards.
  const beside = [...tries, { ...failed, ok: true }];
  const sometimes = mechanisms.filter((one) => !never.includes(one));

  expect(withstanding.length).toBeGreaterThan(3);
  expect(sometimes.toSorted()).toEqual([...withstanding, 'dns.error', 'tls.mitm'].toSorted());
  expect(kindsLeftBy((one) => unlessStray(one, beside, everywhere))).toEqual(never);
});
