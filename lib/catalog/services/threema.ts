import { httpsTarget } from '../https-target.ts';
import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const threema: Service = {
  id: 'threema',
  name: 'Threema',
  operator: 'Threema',
  operatorCountry: 'CH',
  domains: ['threema.ch', 'threema.com', 'threema.id'],
  enabledByDefault: false,
  sentinel: 'threema/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'messages', required: false, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    httpsTarget({ id: 'threema/web', role: 'web', urls: ['https://threema.ch/'] }),
    httpsTarget({ id: 'threema/web-client', role: 'messages', urls: ['https://web.threema.ch/'] }),
    httpsTarget(
      { id: 'threema/app', role: 'messages', urls: ['https://msgapi.threema.ch/'] },
      { votes: false },
    ),
    plainTarget('threema', 'http://threema.ch/'),
  ],
};
