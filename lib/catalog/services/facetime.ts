import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const facetime: Service = {
  id: 'facetime',
  name: 'FaceTime',
  operator: 'Apple',
  operatorCountry: 'US',
  domains: ['apple.com', 'cdn-apple.com', 'icloud.com', 'mzstatic.com'],
  enabledByDefault: true,
  sentinel: 'facetime/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'registration', required: false, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    {
      id: 'facetime/web',
      role: 'web',
      kind: 'https',
      urls: ['https://facetime.apple.com/'],
      method: 'HEAD',
      rule: 'any_http',
      votes: true,
    },
    {
      id: 'facetime/join',
      role: 'web',
      kind: 'https',
      urls: ['https://facetime.apple.com/join'],
      method: 'HEAD',
      rule: 'any_http',
      votes: false,
    },
    {
      id: 'facetime/registration',
      role: 'registration',
      kind: 'https',
      urls: ['https://identity.ess.apple.com/'],
      method: 'HEAD',
      rule: 'any_http',
      authority: 'own_ca',
      votes: true,
    },
    {
      id: 'facetime/upload',
      role: 'web',
      kind: 'upload',
      urls: ['https://facetime.apple.com/'],
      votes: true,
      inTurn: true,
    },
    plainTarget('facetime', 'http://facetime.apple.com/'),
  ],
};
