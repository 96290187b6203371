import { httpsTarget } from '../https-target.ts';
import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const imo: Service = {
  id: 'imo',
  name: 'imo',
  operator: 'imo',
  operatorCountry: 'US',
  domains: ['imo.im', 'imoim.net'],
  enabledByDefault: false,
  sentinel: 'imo/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    httpsTarget({ id: 'imo/web', role: 'web', urls: ['https://imo.im/'] }),
    plainTarget('imo', 'http://imo.im/'),
  ],
};
