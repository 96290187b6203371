import { httpsTarget } from '../https-target.ts';
import type { Service } from '../schema.ts';

export const meet: Service = {
  id: 'meet',
  name: 'Google Meet',
  operator: 'Google',
  operatorCountry: 'US',
  domains: ['google.com', 'gstatic.com'],
  enabledByDefault: false,
  sentinel: 'meet/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    httpsTarget({ id: 'meet/web', role: 'web', urls: ['https://meet.google.com/'] }),
    httpsTarget(
      { id: 'meet/api', role: 'api', urls: ['https://meetings.googleapis.com/'] },
      { votes: false },
    ),
    httpsTarget(
      { id: 'meet/clients', role: 'api', urls: ['https://meetings.clients6.google.com/'] },
      { votes: false },
    ),
  ],
};
