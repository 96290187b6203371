import { expect, it } from 'vitest';
import { areCertificatesGood } from '../../../lib/diagnose/certificates.ts';
import type { ControlGroup } from '../../../lib/model/network.ts';
import { aFailure, anAttempt } from '../../helpers/attempts.ts';
import { aControlEvidence } from '../../helpers/evidence.ts';

const good = [anAttempt()];
const untrusted = [aFailure('untrusted')];
const silent = [aFailure('timeout')];

it.each([
  ['good where one neutral site answers', true, [good]],
  ['good where a site shows an untrusted one, as several may', true, [good, untrusted]],
  [
    'not good where more sites show untrusted ones, as behind a portal',
    false,
    [good, untrusted, untrusted],
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
