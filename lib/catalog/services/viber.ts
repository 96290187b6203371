import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const viber: Service = {
  id: 'viber',
  name: 'Viber',
  operator: 'Rakuten',
  operatorCountry: 'LU',
  domains: ['rakuten.co.jp', 'rakuten.com', 'vb.me', 'viber.me'],
  enabledByDefault: true,
  sentinel: 'viber/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'media', required: false, match: 'all', needs: 'web' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    {
      id: 'viber/web',
      role: 'web',
      kind: 'https',
      urls: ['https://www.viber.com/'],
      method: 'HEAD',
      rule: 'any_http',
      votes: true,
    },
    {
      id: 'viber/downloads',
      role: 'media',
      kind: 'https',
      urls: ['https://download.cdn.viber.com/cdn/desktop/Linux/viber.deb'],
      method: 'HEAD',
      rule: 'any_http',
      votes: true,
    },
    {
      id: 'viber/registration',
      role: 'registration',
      kind: 'https',
      urls: ['https://secure.viber.com/'],
      method: 'HEAD',
      rule: 'any_http',
      votes: false,
    },
    {
      id: 'viber/download',
      role: 'media',
      kind: 'download',
      urls: ['https://download.cdn.viber.com/cdn/desktop/Linux/viber.deb'],
      votes: true,
    },
    plainTarget('viber', 'http://viber.com/'),
  ],
};
