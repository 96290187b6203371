import { httpsTarget } from '../https-target.ts';
import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const teams: Service = {
  id: 'teams',
  name: 'Teams',
  operator: 'Microsoft',
  operatorCountry: 'US',
  domains: [
    'cloud.microsoft',
    'live.com',
    'microsoft.com',
    'microsoftonline.com',
    'office.com',
    'office.net',
    'skype.com',
  ],
  enabledByDefault: false,
  sentinel: 'teams/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    httpsTarget({ id: 'teams/web', role: 'web', urls: ['https://teams.microsoft.com/'] }),
    httpsTarget(
      { id: 'teams/free', role: 'web', urls: ['https://teams.live.com/'] },
      { votes: false },
    ),
    httpsTarget(
      { id: 'teams/cloud', role: 'web', urls: ['https://teams.cloud.microsoft/'] },
      { votes: false },
    ),
    plainTarget('teams', 'http://teams.live.com/'),
  ],
};
