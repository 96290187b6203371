import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const facetime: Service = {
  id: 'facetime',
  name: 'FaceTime',
  operatorCountry: 'US',
  enabledByDefault: true,
  sentinel: 'facetime/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'calls', required: false, match: 'all', needs: 'web' },
    { role: 'registration', required: false, match: 'all' },
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
      weight: 0.7,
      source: 'StressOzz/Zapret-Manager#325 (RU users: does not open, 2026-03)',
      confidence: 'seen',
      note: 'Only the guest-link web page; native signalling (APNs, UDP 3478-3497) is not testable.',
    },
    {
      id: 'facetime/join',
      role: 'calls',
      kind: 'https',
      urls: ['https://facetime.apple.com/join'],
      method: 'HEAD',
      rule: 'any_http',
      votes: true,
      weight: 0.5,
      source: 'StressOzz/Zapret-Manager#325',
      confidence: 'seen',
    },
    {
      id: 'facetime/registration',
      role: 'registration',
      kind: 'https',
      urls: ['https://identity.ess.apple.com/'],
      method: 'HEAD',
      rule: 'any_http',
      votes: true,
      weight: 0.3,
      source: 'client traces',
      confidence: 'general',
    },
    plainTarget('facetime', 'http://facetime.apple.com/', {
      source: 'host of facetime/web',
      confidence: 'seen',
    }),
  ],
};
