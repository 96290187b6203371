import { httpsTarget } from '../https-target.ts';
import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const line: Service = {
  id: 'line',
  name: 'LINE',
  operator: 'LINE',
  operatorCountry: 'JP',
  domains: ['line-apps.com', 'line-scdn.net', 'linecorp.com', 'lycorp.co.jp', 'naver.jp'],
  enabledByDefault: false,
  sentinel: 'line/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    httpsTarget({ id: 'line/web', role: 'web', urls: ['https://line.me/'] }),
    httpsTarget(
      { id: 'line/api', role: 'api', urls: ['https://legy.line-apps.com/'] },
      { votes: false },
    ),
    plainTarget('line', 'http://line.me/'),
  ],
};
