import { httpsTarget } from '../https-target.ts';
import type { Service } from '../schema.ts';

export const roblox: Service = {
  id: 'roblox',
  name: 'Roblox',
  operator: 'Roblox',
  operatorCountry: 'US',
  domains: ['rbx.com', 'rbxcdn.com', 'roblox.cn'],
  enabledByDefault: false,
  sentinel: 'roblox/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'api', required: true, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    httpsTarget({ id: 'roblox/web', role: 'web', urls: ['https://www.roblox.com/'] }),
    {
      id: 'roblox/api',
      role: 'api',
      kind: 'https',
      urls: ['https://clientsettings.roblox.com/v2/client-version/WindowsPlayer'],
      method: 'GET',
      rule: 'marker',
      contains: 'clientVersionUpload',
      votes: true,
    },
    httpsTarget(
      {
        id: 'roblox/chat',
        role: 'messages',
        urls: ['https://chat.roblox.com/v2/metadata'],
      },
      { votes: false },
    ),
  ],
};
