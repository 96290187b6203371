import { httpsTarget } from '../https-target.ts';
import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const simplex: Service = {
  id: 'simplex',
  name: 'SimpleX',
  operator: 'SimpleX',
  operatorCountry: 'GB',
  domains: ['simplex.im'],
  enabledByDefault: false,
  sentinel: 'simplex/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    httpsTarget({ id: 'simplex/web', role: 'web', urls: ['https://simplex.chat/'] }),
    httpsTarget(
      { id: 'simplex/relay', role: 'messages', urls: ['https://smp8.simplex.im/'] },
      { authority: 'own_ca', votes: false },
    ),
    httpsTarget(
      { id: 'simplex/files', role: 'media', urls: ['https://xftp1.simplex.im/'] },
      { authority: 'own_ca', votes: false },
    ),
    plainTarget('simplex', 'http://simplex.chat/'),
  ],
};
