import { httpsTarget } from '../https-target.ts';
import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const wire: Service = {
  id: 'wire',
  name: 'Wire',
  operator: 'Wire',
  operatorCountry: 'CH',
  domains: ['wire.link', 'zinfra.io'],
  enabledByDefault: false,
  sentinel: 'wire/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    httpsTarget({ id: 'wire/web', role: 'web', urls: ['https://app.wire.com/'] }),
    httpsTarget(
      { id: 'wire/api', role: 'api', urls: ['https://prod-nginz-https.wire.com/'] },
      { votes: false },
    ),
    {
      id: 'wire/socket',
      role: 'messages',
      kind: 'websocket',
      urls: ['wss://prod-nginz-ssl.wire.com/'],
      rule: 'ws_open_or_http_status',
      votes: false,
    },
    httpsTarget(
      { id: 'wire/assets', role: 'media', urls: ['https://prod-assets.wire.com/'] },
      { votes: false },
    ),
    plainTarget('wire', 'http://wire.com/'),
  ],
};
