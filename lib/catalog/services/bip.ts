import { httpsTarget } from '../https-target.ts';
import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const bip: Service = {
  id: 'bip',
  name: 'BiP',
  operator: 'Turkcell',
  operatorCountry: 'TR',
  domains: ['bip.ai', 'turkcell.com.tr'],
  enabledByDefault: false,
  sentinel: 'bip/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    httpsTarget({ id: 'bip/web', role: 'web', urls: ['https://web.bip.com/'] }),
    httpsTarget({ id: 'bip/api', role: 'api', urls: ['https://pweb.bip.com/'] }, { votes: false }),
    plainTarget('bip', 'http://web.bip.com/'),
  ],
};
