import { httpsTarget } from '../https-target.ts';
import type { Service } from '../schema.ts';

export const element: Service = {
  id: 'element',
  name: 'Element',
  operator: 'Matrix',
  operatorCountry: 'GB',
  domains: ['element.io', 'matrix.org', 'riot.im', 'vector.im'],
  enabledByDefault: false,
  sentinel: 'element/api',
  roles: [
    { role: 'api', required: true, match: 'all' },
    { role: 'web', required: true, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    {
      id: 'element/api',
      role: 'api',
      kind: 'https',
      urls: ['https://matrix-client.matrix.org/_matrix/client/versions'],
      method: 'GET',
      rule: 'marker',
      contains: '"versions"',
      votes: true,
    },
    {
      id: 'element/web',
      role: 'web',
      kind: 'https',
      urls: ['https://app.element.io/config.json'],
      method: 'GET',
      rule: 'marker',
      contains: 'default_server_config',
      votes: true,
    },
    httpsTarget(
      { id: 'element/site', role: 'web', urls: ['https://matrix.org/'] },
      { votes: false },
    ),
  ],
};
