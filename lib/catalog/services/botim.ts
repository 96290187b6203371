import { httpsTarget } from '../https-target.ts';
import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const botim: Service = {
  id: 'botim',
  name: 'Botim',
  operator: 'Botim',
  operatorCountry: 'AE',
  domains: ['astratech.ae', 'botim.us'],
  enabledByDefault: false,
  sentinel: 'botim/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    httpsTarget({ id: 'botim/web', role: 'web', urls: ['https://web.botim.me/'] }),
    httpsTarget({ id: 'botim/site', role: 'web', urls: ['https://botim.me/'] }, { votes: false }),
    plainTarget('botim', 'http://botim.me/'),
  ],
};
