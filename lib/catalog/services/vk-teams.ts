import { httpsTarget } from '../https-target.ts';
import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const vkTeams: Service = {
  id: 'vk-teams',
  name: 'VK Teams',
  operator: 'VK',
  operatorCountry: 'RU',
  domains: ['mail.ru', 'vk.com', 'vk.company', 'vk.ru'],
  enabledByDefault: false,
  sentinel: 'vk-teams/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    httpsTarget(
      { id: 'vk-teams/web', role: 'web', urls: ['https://myteam.mail.ru/'] },
      { authority: 'national_ca' },
    ),
    httpsTarget(
      { id: 'vk-teams/api', role: 'api', urls: ['https://botapi.myteam.mail.ru/'] },
      { authority: 'national_ca', votes: false },
    ),
    plainTarget('vk-teams', 'http://myteam.mail.ru/'),
  ],
};
