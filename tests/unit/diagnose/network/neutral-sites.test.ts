import { describe, expect, it } from 'vitest';
import { answersOnlyHttps, leadsToProxy } from '../../../../lib/diagnose/network/neutral-sites.ts';
import { aFailure, anAttempt } from '../../../helpers/attempts.ts';
import { aControlEvidence } from '../../../helpers/evidence.ts';

const silent = aFailure('timeout');
const portal = (...attempts: ReturnType<typeof anAttempt>[]) =>
  aControlEvidence({ id: 'portal', group: 'portal', attempts });

describe('a network that lets only HTTPS through', () => {
  it('is one on which neutral sites answer in HTTPS, and none does without it', () => {
    expect(answersOnlyHttps([aControlEvidence(), portal(silent, silent)])).toBe(true);
  });

  it('is none where anything answered in plain HTTP, be it a portal', () => {
    expect(answersOnlyHttps([aControlEvidence(), portal(silent, anAttempt())])).toBe(false);
    expect(answersOnlyHttps([aControlEvidence(), portal(silent, aFailure('serverError'))])).toBe(
      false,
    );
  });

  it('is none where one packet may be lost, or nothing valid was asked', () => {
    const invalid = { ...silent, valid: false };

    expect(answersOnlyHttps([aControlEvidence(), portal(silent)])).toBe(false);
    expect(answersOnlyHttps([aControlEvidence(), portal(silent, invalid)])).toBe(false);
  });

  it('is none where the names of the checks are not found', () => {
    const name = aFailure('name');

    expect(answersOnlyHttps([aControlEvidence(), portal(name, silent)])).toBe(false);
  });

  it('is none where no neutral site answers in HTTPS', () => {
    const controls = [aControlEvidence({ attempts: [silent] }), portal(silent, silent)];

    expect(answersOnlyHttps(controls)).toBe(false);
  });
});

describe('a proxy that carries everything', () => {
  const isCarried = (controls: Parameters<typeof leadsToProxy>[0]['controls']) =>
    leadsToProxy({ controls, routing: null });
  const site = (id: string, remoteIp: string | null, remoteIpKind: string | null = null) =>
    aControlEvidence({ id, attempts: [anAttempt({ remoteIp, remoteIpKind })] });

  it('is one from whose address three sites answer, and no other address answers', () => {
    const sites = ['a', 'b', 'c'].map((id) => site(id, '203.0.114.1'));

    expect(isCarried(sites)).toBe(true);
    expect(isCarried(sites.slice(1))).toBe(false);
    expect(isCarried([...sites, site('d', '203.0.114.2')])).toBe(false);
  });

  it('is one that the browser reports, or that a recorded round has in place of its address', () => {
    expect(isCarried(['a', 'b', 'c'].map((id) => site(id, null, 'proxy')))).toBe(true);
  });

  it('is not known where addresses are not, or nothing answered', () => {
    const failed = ['a', 'b', 'c'].map((id) =>
      aControlEvidence({ id, attempts: [aFailure('reset', { remoteIp: '203.0.114.1' })] }),
    );

    expect(isCarried(['a', 'b', 'c'].map((id) => site(id, null)))).toBe(false);
    expect(isCarried(failed)).toBe(false);
    expect(isCarried([...failed, site('d', '203.0.114.1')])).toBe(false);
  });
});
