import { describe, expect, it } from 'vitest';
import type { Authority } from '../../../../lib/catalog/target-schema.ts';
import {
  areCertificatesGood,
  credibleAuthorities,
} from '../../../../lib/diagnose/network/certificates.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { ControlGroup } from '../../../../lib/model/network.ts';
import { aFailure, anAttempt } from '../../../helpers/attempts.ts';
import { aControlEvidence } from '../../../helpers/evidence.ts';

const good = [anAttempt()];
const untrusted = [aFailure('untrusted')];
const old = [anAttempt({ reusedConnection: true })];
const silent = [aFailure('timeout')];

it.each([
  ['good where one neutral site answers', true, [good]],
  ['good where a site shows an untrusted one, as several may', true, [good, untrusted]],
  [
    'not good where more sites show untrusted ones, as behind a portal',
    false,
    [good, untrusted, untrusted],
  ],
  ['good where sites answer over connections from before', true, [old, silent]],
  [
    'not good where sites answer so, and another shows an untrusted one',
    false,
    [old, old, untrusted],
  ],
  ['not good where no neutral site answers', false, [silent, silent]],
  [
    'not good where a site that answered shows an untrusted one later',
    false,
    [[...good, ...untrusted], untrusted],
  ],
])('certificates are %s', (_case, expected, sites) => {
  const controls = sites.map((attempts, index) => aControlEvidence({ id: `${index}`, attempts }));

  expect(areCertificatesGood(controls)).toBe(expected);
});

it('certificates of domestic sites show nothing of foreign ones', () => {
  const group: ControlGroup = 'domestic';

  expect(areCertificatesGood([aControlEvidence({ group, attempts: good })])).toBe(false);
});

describe('an authority unknown to browsers', () => {
  const national = [anAttempt({ failure: 'ssl_unknown_authority' })];
  const controlsOf = (group: ControlGroup, sites: Attempt[][]) =>
    sites.map((attempts, index) => aControlEvidence({ id: `${group}-${index}`, group, attempts }));

  it.each<[string, Authority[], Attempt[][], Attempt[][]]>([
    ['both are, where a neutral site answers', ['own_ca', 'national_ca'], [good, silent], []],
    ['none, where any neutral site shows an untrusted certificate', [], [good, untrusted], [good]],
    ['the state’s, where only domestic sites answer', ['national_ca'], [silent], [good, national]],
    ['none, where those show no public certificate either', [], [silent], [national]],
    ['none, where nothing answers', [], [silent], [silent]],
  ])('is credible: %s', (_case, expected, foreign, domestic) => {
    const controls = [...controlsOf('foreign', foreign), ...controlsOf('domestic', domestic)];

    expect([...credibleAuthorities(controls)]).toEqual(expected);
  });
});
