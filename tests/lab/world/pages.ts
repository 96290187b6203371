import { portalName } from '../network/known-names.ts';
import type { HttpAnswer } from './description.ts';

const html = { 'content-type': 'text/html; charset=utf-8' };
const text = { 'content-type': 'text/plain; charset=utf-8' };
const json = { 'content-type': 'application/json' };

/** The answers of genuine servers that matter; other pages contain only their host's name. */
const pages: Record<string, HttpAnswer> = {
  'web.whatsapp.com/': { status: 200, headers: html, body: largePage('WhatsApp Web whatsapp') },
  'web.whatsapp.com/sw.js': { status: 200, headers: text, body: '{"client_revision":1014}' },
  'web.telegram.org/': { status: 200, headers: html, body: page('Telegram Web') },
  'core.telegram.org/resources/cidr.txt': {
    status: 200,
    headers: text,
    body: '91.108.56.0/22\n149.154.160.0/20\n',
  },
  'telegram.org/img/Telegram200million.png': large('image/png'),
  'core.telegram.org/schema/json': large('application/json'),
  'updates.signal.org/desktop/apt/keys.asc': {
    status: 200,
    headers: text,
    body: '-----BEGIN PGP PUBLIC KEY BLOCK-----\n-----END PGP PUBLIC KEY BLOCK-----\n',
  },
  'updates.signal.org/desktop/latest-mac.yml': {
    status: 200,
    headers: text,
    body: 'version: 8.0.0\npath: signal-desktop-mac-universal-8.0.0.zip\n',
  },
  'signal.org/': { status: 200, headers: html, body: page('Signal') },
  'www.viber.com/': { status: 200, headers: html, body: page('Viber') },
  'download.cdn.viber.com/cdn/desktop/Linux/viber.deb': large('application/octet-stream'),
  'download.cdn.viber.com/desktop/mac/Viber.dmg': large('application/octet-stream'),
  'www.snapchat.com/': { status: 200, headers: html, body: page('Snapchat') },
  'discord.com/api/v10/gateway': {
    status: 200,
    headers: json,
    body: '{"url":"wss://gateway.discord.gg"}',
  },
  'discord.com/': { status: 200, headers: html, body: largePage('Discord') },
  'cdn.discordapp.com/embed/avatars/0.png': {
    status: 200,
    headers: { 'content-type': 'image/png' },
    body: 'png',
  },
  'www.facebook.com/robots.txt': { status: 200, headers: text, body: 'User-agent: *\n' },
  'www.instagram.com/robots.txt': { status: 200, headers: text, body: 'User-agent: *\n' },
  'zoom.us/client/latest/zoom_amd64.deb': large('application/octet-stream'),
  'meet.google.com/': { status: 200, headers: html, body: largePage('Google Meet') },
  'matrix-client.matrix.org/_matrix/client/versions': {
    status: 200,
    headers: json,
    body: '{"versions":["v1.1"]}',
  },
  'app.element.io/config.json': {
    status: 200,
    headers: json,
    body: '{"default_server_config":{}}',
  },
  'prod-nginz-https.wire.com/api-version': {
    status: 200,
    headers: json,
    body: '{"supported":[8]}',
  },
  'app-pc.kakaocdn.net/talk/win32/KakaoTalk_Setup.exe': large('application/octet-stream'),
  'clientsettings.roblox.com/v2/client-version/WindowsPlayer': roblox(),
  'clientsettingscdn.roblox.com/v2/client-version/WindowsPlayer': roblox(),
  'chat.roblox.com/v2/metadata': { status: 401, headers: json, body: '{"errors":[]}' },
  'web.max.ru/': {
    status: 200,
    headers: html,
    body: page('MAX <script src="/_app/start.js"></script>'),
  },
  'platform-api2.max.ru/': { status: 401, headers: json, body: '{"code":"verify.token"}' },
  'api.vk.ru/method/utils.getServerTime': vkError(),
  'api.vk.com/method/utils.getServerTime': vkError(),
  'ru.wikipedia.org/wiki/Linux': { status: 200, headers: html, body: largePage('Linux') },
  'www.gstatic.com/generate_204': { status: 204 },
  'cp.cloudflare.com/generate_204': { status: 204 },
  'connectivity-check.ubuntu.com/': { status: 204 },
  'detectportal.firefox.com/success.txt': { status: 200, headers: text, body: 'success\n' },
  'captive.apple.com/hotspot-detect.html': {
    status: 200,
    headers: html,
    body: '<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>',
  },
  'www.msftconnecttest.com/connecttest.txt': {
    status: 200,
    headers: text,
    body: 'Microsoft Connect Test',
  },
  [`${portalName}/`]: { status: 200, headers: html, body: page('Log in to the network') },
};

/** The genuine answer of a host to a path without its query. */
export function pageOf(host: string, path: string): HttpAnswer {
  const known = pages[`${host}${path}`];
  if (known) return known;
  if (path === '/robots.txt') return { status: 200, headers: text, body: 'User-agent: *\n' };
  return { status: 200, headers: html, body: page(host) };
}

function page(title: string): string {
  return `<!doctype html><title>${title}</title><h1>${title}</h1>\n`;
}

function largePage(title: string): string {
  return page(title) + `<!-- ${'x'.repeat(61)} -->\n`.repeat(1400);
}

function large(type: string): HttpAnswer {
  return { status: 200, headers: { 'content-type': type }, body: 'x'.repeat(256 * 1024) };
}

function roblox(): HttpAnswer {
  return { status: 200, headers: json, body: '{"clientVersionUpload":"version-1"}' };
}

function vkError(): HttpAnswer {
  return { status: 200, headers: json, body: '{"error":{"error_code":5}}' };
}
