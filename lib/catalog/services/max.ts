import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const max: Service = {
  id: 'max',
  name: 'Max',
  operatorCountry: 'RU',
  enabledByDefault: true,
  sentinel: 'max/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'media', required: false, match: 'all', needs: 'web' },
    { role: 'api', required: false, match: 'all' },
    { role: 'messages', required: false, match: 'all', needs: 'web' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    {
      id: 'max/web',
      role: 'web',
      kind: 'https',
      urls: ['https://web.max.ru/'],
      method: 'HEAD',
      rule: 'any_http',
      votes: true,
    },
    {
      id: 'max/site',
      role: 'web',
      kind: 'https',
      urls: ['https://max.ru/'],
      method: 'HEAD',
      rule: 'any_http',
      votes: false,
    },
    {
      id: 'max/media',
      role: 'media',
      kind: 'https',
      urls: ['https://i.oneme.ru/'],
      method: 'HEAD',
      rule: 'any_http',
      votes: true,
    },
    {
      id: 'max/api',
      role: 'api',
      kind: 'https',
      urls: ['https://platform-api.max.ru/'],
      method: 'HEAD',
      rule: 'any_http',
      votes: true,
    },
    {
      id: 'max/socket',
      role: 'messages',
      kind: 'websocket',
      urls: ['wss://api.oneme.ru/websocket', 'wss://ws-api.oneme.ru/websocket'],
      rule: 'ws_open_or_http_status',
      votes: true,
    },
    plainTarget('max', 'http://max.ru/'),
  ],
};
