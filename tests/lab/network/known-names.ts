import { wholeCatalog } from '../../../lib/catalog/index.ts';

/** The names that exist in every world. Data only, no behaviour. */

/** Hosts by service, further to those of its targets. */
export const serviceNames: Record<string, string[]> = {
  whatsapp: [
    'static.whatsapp.net',
    'dit.whatsapp.net',
    'media-arn2-1.cdn.whatsapp.net',
    'scontent.whatsapp.net',
    'faq.whatsapp.com',
    'www.whatsapp.com',
    'wa.me',
    'e1.whatsapp.net',
  ],
  telegram: [
    'core.telegram.org',
    'pluto.web.telegram.org',
    'aurora.web.telegram.org',
    'flora.web.telegram.org',
  ],
  signal: ['cdn3.signal.org', 'grpc.chat.signal.org'],
  facetime: ['captive.apple.com'],
  snapchat: ['aws.api.snapchat.com'],
  discord: ['media.discordapp.net', 'updates.discord.com'],
  messenger: ['b-graph.facebook.com'],
  instagram: [
    'www.instagram.com',
    'i.instagram.com',
    'edge-chat.instagram.com',
    'static.cdninstagram.com',
    'scontent.cdninstagram.com',
  ],
  teams: ['teams.microsoft.com', 'teams.live.com'],
  zoom: ['zoom.us', 'st1.zoom.us'],
  googlemeet: ['meet.google.com', 'meetings.googleapis.com', 'meetings.clients6.google.com'],
  matrix: ['matrix-client.matrix.org', 'app.element.io', 'matrix.org'],
  threema: ['threema.ch', 'web.threema.ch'],
  session: ['getsession.org', 'seed1.getsession.org'],
  wire: [
    'app.wire.com',
    'prod-nginz-https.wire.com',
    'prod-nginz-ssl.wire.com',
    'prod-assets.wire.com',
  ],
  line: ['line.me', 'line-apps.com', 'scdn.line-apps.com'],
  wechat: ['web.wechat.com', 'www.wechat.com'],
  kakaotalk: ['www.kakaocorp.com', 'app-pc.kakaocdn.net'],
  roblox: [
    'www.roblox.com',
    'clientsettings.roblox.com',
    'clientsettingscdn.roblox.com',
    'chat.roblox.com',
    'realtime-signalr.roblox.com',
  ],
  ok: ['ok.ru', 'st.okcdn.ru'],
};

const stun = wholeCatalog.callControls.map(({ url }) => {
  const [, name = '', port = ''] = url.split(':');
  return { name, port: Number(port) };
});

/** Sites that belong to a country: controls, canaries, echoes. */
const sitesOfCountries = [
  ...wholeCatalog.controls,
  ...wholeCatalog.echoes,
  ...wholeCatalog.blockedCanaries,
  ...wholeCatalog.homeOnlySites,
].map(({ url }) => new URL(url).hostname);

/** Controls, canaries, address echoes, portal checks, STUN servers. */
export const otherNames: string[] = [
  ...sitesOfCountries.filter((host) => /[a-z]/.test(host)),
  ...stun.map(({ name }) => name),
  'www.gstatic.com',
  'cp.cloudflare.com',
  'detectportal.firefox.com',
  'connectivity-check.ubuntu.com',
  'www.msftconnecttest.com',
  'rkn.gov.ru',
  'github.com',
  'ru.wikipedia.org',
  'www.google.com',
  'example.com',
  'www.cloudflare.com',
  'ifconfig.co',
  'checkip.amazonaws.com',
  'api.country.is',
  'get.geojs.io',
  'www.apache.org',
  'api.myip.com',
  'api.ipapi.is',
  'api.ipquery.io',
  'stun.cloudflare.com',
  'stun.l.google.com',
  'warning.rt.ru',
  'portal.lab',
];

/** Hosts with certificates of an authority that no browser trusts, beside those of the catalogue's targets. */
export const otherPrivateNames: string[] = [
  'cdn3.signal.org',
  'grpc.chat.signal.org',
  'seed1.getsession.org',
];

/** Telegram's data centres: plain HTTP on ports 80 and 443, no TLS. */
export const plainDataCentres: string[] = [
  '149.154.175.50',
  '149.154.167.51',
  '149.154.175.100',
  '149.154.167.91',
  '149.154.171.5',
  '95.161.76.100',
];

/** Hosts with a protocol other than TLS on port 443; they close the connection on a ClientHello. */
export const noTlsNames: string[] = ['e1.whatsapp.net'];

/** Names whose real addresses are written into code or settings. */
export const fixedAddresses: Record<string, string[]> = {
  // By which programs find out how addresses are translated (RFC 7050).
  'ipv4only.arpa': ['192.0.0.170', '192.0.0.171'],
  'one.one.one.one': ['1.1.1.1', '1.0.0.1'],
  'cloudflare-dns.com': ['104.16.248.249', '104.16.249.249'],
  'dns.google': ['8.8.8.8', '8.8.4.4'],
  'dns.quad9.net': ['9.9.9.9', '149.112.112.112'],
  'dns10.quad9.net': ['9.9.9.10', '149.112.112.10'],
  'unfiltered.adguard-dns.com': ['94.140.14.140', '94.140.14.141'],
  'common.dot.dns.yandex.net': ['77.88.8.8', '77.88.8.1'],
  'dns.alidns.com': ['223.5.5.5', '223.6.6.6'],
  'doh.dns.sb': ['185.222.222.222', '45.11.45.11'],
  'a.res-nsdi.ru': ['195.208.4.1'],
  'b.res-nsdi.ru': ['195.208.5.1'],
};

export interface KnownResolver {
  id: string;
  /** Host names and addresses at which it answers over HTTPS. */
  hosts: string[];
  /** Follows the state's list: it gives the system resolver's false answers. */
  national: boolean;
}

export const dohResolvers: KnownResolver[] = [
  { id: 'cloudflare', hosts: ['cloudflare-dns.com', 'one.one.one.one'], national: false },
  { id: 'cloudflare-ip', hosts: ['1.1.1.1', '1.0.0.1'], national: false },
  { id: 'google', hosts: ['dns.google', '8.8.8.8', '8.8.4.4'], national: false },
  { id: 'quad9', hosts: ['dns10.quad9.net', '9.9.9.10', '9.9.9.9'], national: false },
  { id: 'adguard', hosts: ['unfiltered.adguard-dns.com', '94.140.14.140'], national: false },
  { id: 'yandex', hosts: ['common.dot.dns.yandex.net', '77.88.8.8'], national: true },
  { id: 'alidns', hosts: ['dns.alidns.com', '223.5.5.5', '223.6.6.6'], national: true },
  { id: 'dnssb', hosts: ['doh.dns.sb', '185.222.222.222'], national: false },
];

/** Resolvers on port 53; the first is the one in the browser's resolv.conf. */
export const systemResolvers: string[] = ['10.53.53.53', '195.208.4.1', '195.208.5.1'];

/** The resolver of lines without IPv4. */
export const ipv6Resolver = '2a00:54::53';

export const stunServers: { name: string; port: number }[] = stun;

export const portalName = 'portal.lab';
