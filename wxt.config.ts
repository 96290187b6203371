import { defineConfig } from 'wxt';
import { hostPatterns } from './lib/catalog/hosts.ts';
import { catalog } from './lib/catalog/index.ts';

/**
 * A module waits for the parser's end and holds it up: the browser then draws an empty frame in the
 * very moment in which the page has its content, and the content waits for the next one.
 */
const asyncScripts = {
  name: 'async-scripts',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string) =>
      html.replaceAll('<script type="module"', '<script type="module" async'),
  },
};

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  // The sources are the same whatever is built of them.
  zip: { sourcesTemplate: '{{name}}-{{packageVersion}}-sources.zip' },
  hooks: {
    // Built apart from the other pages, the popup shares no chunks with them: one script, which it
    // needs to paint its verdicts at once.
    'entrypoints:grouped'(_, groups) {
      const pages = groups.find((group) => Array.isArray(group) && group.length > 1);
      if (!Array.isArray(pages)) return;
      groups.splice(groups.indexOf(pages), 1, ...pages.map((page) => [page]));
    },
  },
  vite: () => ({
    plugins: [asyncScripts],
    // Both browsers know it by themselves.
    build: { modulePreload: { polyfill: false } },
  }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: [
      'alarms',
      'storage',
      'unlimitedStorage',
      'webRequest',
      'declarativeNetRequestWithHostAccess',
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    host_permissions: mode === 'research' ? ['<all_urls>'] : hostPatterns(catalog),
    incognito: 'not_allowed',
    // The first with `URL.parse`, the newest of what is in use.
    ...(browser !== 'firefox' && { minimum_chrome_version: '126' }),
    action: { default_title: '__MSG_name__' },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'dozvon@dozvon.invalid',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
      // Firefox's default policy turns plain-HTTP probes into HTTPS.
      content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
    }),
  }),
});
