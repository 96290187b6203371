import { httpsTarget } from '../https-target.ts';
import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const bale: Service = {
  id: 'bale',
  name: 'Bale',
  operator: 'Bale',
  operatorCountry: 'IR',
  domains: ['ble.ir'],
  enabledByDefault: false,
  sentinel: 'bale/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    httpsTarget({ id: 'bale/web', role: 'web', urls: ['https://web.bale.ai/'] }),
    {
      id: 'bale/socket',
      role: 'messages',
      kind: 'websocket',
      urls: ['wss://next-ws.bale.ai/'],
      rule: 'ws_open_or_http_status',
      votes: false,
    },
    plainTarget('bale', 'http://web.bale.ai/'),
  ],
};
