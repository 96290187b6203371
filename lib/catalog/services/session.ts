import { httpsTarget } from '../https-target.ts';
import type { Service } from '../schema.ts';

export const session: Service = {
  id: 'session',
  name: 'Session',
  operator: 'Session',
  operatorCountry: 'CH',
  domains: ['getsession.org', 'oxen.io', 'session.foundation', 'session.org'],
  enabledByDefault: false,
  sentinel: 'session/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [httpsTarget({ id: 'session/web', role: 'web', urls: ['https://getsession.org/'] })],
};
