import { httpsTarget } from '../https-target.ts';
import { plainTarget } from '../plain-target.ts';
import type { Service } from '../schema.ts';

export const zoom: Service = {
  id: 'zoom',
  name: 'Zoom',
  operator: 'Zoom',
  operatorCountry: 'US',
  domains: ['zoom.com', 'zoomgov.com'],
  enabledByDefault: false,
  sentinel: 'zoom/web',
  roles: [
    { role: 'web', required: true, match: 'all' },
    { role: 'media', required: false, match: 'all' },
    { role: 'calls', required: false, match: 'any', byCallControls: true },
  ],
  targets: [
    httpsTarget({ id: 'zoom/web', role: 'web', urls: ['https://zoom.us/'] }),
    httpsTarget({ id: 'zoom/static', role: 'media', urls: ['https://st1.zoom.us/zoom.ico'] }),
    plainTarget('zoom', 'http://zoom.us/'),
  ],
};
