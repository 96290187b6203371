import { defineConfig } from 'wxt';
import { hostPatterns } from './lib/catalog/hosts.ts';
import { catalog } from './lib/catalog/index.ts';

/**
 * Makes module scripts async. A deferred module runs only when the parser has finished: by then the browser
 * draws an empty frame, and the content waits for the next one.
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
  // All builds have the same sources, so one archive is enough.
  zip: { sourcesTemplate: '{{name}}-{{packageVersion}}-sources.zip' },
  hooks: {
    // Building each page separately keeps the popup in one script, which lets it paint at once: it shares no
    // chunks with other pages.
    'entrypoints:grouped'(_, groups) {
      const pages = groups.find((group) => Array.isArray(group) && group.length > 1);
      if (!Array.isArray(pages)) return;
      groups.splice(groups.indexOf(pages), 1, ...pages.map((page) => [page]));
    },
  },
  vite: () => ({
    plugins: [asyncScripts],
    // Both browsers support it natively.
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
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    host_permissions: mode === 'research' ? ['<all_urls>'] : hostPatterns(catalog),
    incognito: 'not_allowed',
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
      // Firefox's default policy would upgrade plain-HTTP probes to HTTPS.
      content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
    }),
  }),
});
