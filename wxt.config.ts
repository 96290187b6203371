import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { anySite, thisComputer } from './lib/browser/any-site.ts';
import { handshakeOrigins, hostPatterns } from './lib/catalog/hosts.ts';
import { wholeCatalog } from './lib/catalog/index.ts';
import { countryModule } from './scripts/countries/country-module.ts';
import { collectBundled } from './scripts/licenses/bundled.ts';
import { listNotices } from './scripts/licenses/lists.ts';
import { licensesText } from './scripts/licenses/text.ts';
import { fillDocuments } from './scripts/pages/document-html.ts';
import { compiledModule, idsModule, textFiles } from './scripts/texts/build-texts.ts';

/** A page in a sandbox has no origin, and the browser refuses it scripts that are modules. */
const classicScript = {
  name: 'classic-script',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string, { path }: { path: string }) =>
      path.includes('.sandbox/')
        ? html.replaceAll('<script type="module" crossorigin', '<script defer')
        : html,
  },
};

/**
 * Makes module scripts async. A deferred module runs only when the parser has finished: by then the browser
 * draws an empty frame, and the content waits for the next one. No frame comes before the script has given the page
 * its ground, or it would flash; Firefox does not know `blocking`.
 */
const asyncScripts = {
  name: 'async-scripts',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string) =>
      html.replaceAll('<script type="module"', '<script type="module" async blocking="render"'),
  },
};

/** The signals' sentences have no arguments and stay as they are. */
const compiledMessages = {
  name: 'compiled-messages',
  apply: 'build' as const,
  async load(file: string) {
    const [, source, query] =
      /^(.*\/locales\/[\w-]+\/(?:pages|dashboard|agree|timeline)\.ts)(\?ids)?$/.exec(file) ?? [];
    if (source === undefined) return null;
    return query ? idsModule(source) : compiledModule(source);
  },
};

/** Sources of the countries' entries are for readers of the code, like those of services. */
const countriesWithoutSources = {
  name: 'countries-without-sources',
  apply: 'build' as const,
  load: (file: string) =>
    /\/lib\/catalog\/countries\/[A-Z]{2}\.ts$/.test(file) ? countryModule(file) : null,
};

/**
 * Leaves out of Chromium's builds how Firefox describes handshakes, in all its languages. What reads a raw code
 * asks both engines' tables, so that no other step can tell that one of them is never needed.
 */
const withoutFirefoxSentences = {
  name: 'without-firefox-sentences',
  load: (file: string) =>
    file.endsWith('/lib/failure/firefox-sentences.ts')
      ? 'export const sentenceFingerprints = {};'
      : null,
};

/**
 * Chromium has promises itself, and the messaging library needs no more: there the polyfill would wrap all for nothing.
 * In Firefox it hands on what the browser has.
 */
const withoutPolyfill = (name: 'chrome' | 'browser') => ({
  name: 'without-polyfill',
  enforce: 'pre' as const,
  // Under a name of its own, so that the list of licences does not have what is not there.
  resolveId: (wanted: string) => (wanted === 'webextension-polyfill' ? '\0native' : null),
  load: (file: string) => (file === '\0native' ? `export default globalThis.${name};` : null),
});

/** WXT defines the name of the mode instead, and libraries would keep what only development needs. */
const production = {
  name: 'production',
  config: () => ({ define: { 'process.env.NODE_ENV': JSON.stringify('production') } }),
};

/** Puts the documents that people read without a network into their page. */
const documents = {
  name: 'documents',
  transformIndexHtml: {
    order: 'pre' as const,
    handler: (html: string) => fillDocuments(html, (file) => readFileSync(file, 'utf8')),
  },
};

const { required, route, services } = hostPatterns(wholeCatalog);

const bundled = collectBundled();

/**
 * Public keys, from which Chromium derives the id; without one, it derives the id of an unpacked extension
 * from its folder. The private halves were not kept: nothing is signed.
 */
const keys = {
  everyday:
    'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzK50j1nY+B1uJ3e64rqLq8cAgT+rOoi9FF8AQiUyCSxxwes4fegbXbThAqvJJTfURM49h3S4IfNomj09Zq+Pd5i9upJAkkCfiSXJ71W1ItqHDlBs9Q07sCMkWHd35VrrUcT36AFXM4IdFWGT7apXF2LyqLp3eF7ja2054R73fk4rQlnX8FKIibe03MumuX+ThyntK7dKu0KUBCdEwOANtnglWPi+h2ugzXcZj+EFAk+AC5YT1ZaY+iiT+Fe266RgQxdOJN1ZYNMCww+8MTD5VxUIfMlBBVi0VeKKBZ2IKmTVdoXMj6k/eLtMSj9GZpOfCLaTenFeoDC6QPAdz0AJIQIDAQAB',
  research:
    'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAidR5X1P/AdzSUoJsE9vYK9XliDC2in31LUa0PpjH20+bzSv/67w9Xvkn7l/mkycMbwUP+rGD2CvsHgqLBrBOsF+QFc8l3ArX4xo6rhyImw1g0+sKVL6tZP9rdl2FAp8G5ANZewwi5q7IYQXLNAFOl6eV10nPk9wwmvKayEnXK4pmBq9iYx2V11fKbfUPFFZ5FImxA5LgaeUL8vUUPP38MqOYVJW/TNHj2U/Mrm3sF9G6izz3dpwvMpJJpUV6Aj35ENsO91+fTBu6IJf7D+vJXFq6AhYU6peI8G6YGTQVuhc2mdhURzqGLpQEQ4JDng2N0geGpx6dqaOwsIDqwnGWOQIDAQAB',
};

function forChromium(mode: string) {
  return {
    // The first with `URL.parse`, the newest of what is in use.
    minimum_chrome_version: '126',
    // Chrome's store gives a key of its own, and refuses a package that has one.
    ...(mode !== 'store' && { key: mode === 'research' ? keys.research : keys.everyday }),
    // Firefox takes policies without a schema.
    storage: { managed_schema: 'policy-schema.json' },
    // The frame that makes one request runs its own script, and contacts nobody but the services.
    content_security_policy: {
      sandbox: `sandbox allow-scripts; default-src 'none'; script-src 'self'; connect-src ${handshakeOrigins(wholeCatalog).join(' ')}`,
    },
  };
}

function forFirefox(mode: string) {
  return {
    browser_specific_settings: {
      gecko: {
        id: `${mode === 'research' ? 'dozvon-research' : 'dozvon'}@dozvon.invalid`,
        strict_min_version: '140.0',
        // An upload, which a person may turn on.
        data_collection_permissions: {
          required: ['none' as const],
          optional: ['technicalAndInteraction' as const],
        },
      },
    },
    // Firefox's default policy would upgrade plain-HTTP probes to HTTPS.
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
  };
}

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  // WXT would leave files out that other builds need (`scripts/packages/sources.ts`).
  zip: { zipSources: false },
  hooks: {
    async 'build:publicAssets'({ config }, files) {
      files.push(...(await textFiles(config.root)));
    },
    // Building the popup separately keeps it in one script, which lets it paint at once; so it is with the
    // offscreen document. The other pages share what they have in common, of which each had a copy before.
    'entrypoints:grouped'(_, groups) {
      const pages = groups.find((group) => Array.isArray(group) && group.length > 1);
      if (!Array.isArray(pages)) return;
      const isAlone = ({ name }: { name: string }) => name === 'popup' || name === 'offscreen';
      const alone = pages.filter(isAlone).map((page) => [page]);
      const others = pages.filter((page) => !isAlone(page));
      groups.splice(groups.indexOf(pages), 1, ...alone, others);
    },
    'build:done'({ config }) {
      const packages = bundled.packages();
      const own = readFileSync('LICENSE', 'utf8');
      const text = licensesText(own, packages, listNotices(own, packages));
      writeFileSync(join(config.outDir, 'LICENSES.txt'), text);
      // For the bill of materials (`scripts/packages/sbom.ts`).
      const names = packages.map(({ name, version }) => ({ name, version }));
      writeFileSync(`${config.outDir}.packages.json`, JSON.stringify(names));
    },
  },
  vite: ({ browser, mode }) => ({
    // All hosts are granted to the research build.
    define: { ROUTE_HOSTS: JSON.stringify(mode === 'research' ? [] : route) },
    plugins: [
      classicScript,
      asyncScripts,
      compiledMessages,
      countriesWithoutSources,
      documents,
      production,
      bundled.plugin,
      ...(browser === 'firefox'
        ? [withoutPolyfill('browser')]
        : [withoutFirefoxSentences, withoutPolyfill('chrome')]),
    ],
    build: {
      // Both browsers support it natively.
      modulePreload: { polyfill: false },
      // Else `light-dark` would follow the browser alone, and not the theme that the person chose.
      cssTarget: ['chrome126', 'firefox140'],
    },
  }),
  manifest: ({ browser, mode }) => ({
    name: mode === 'research' ? '__MSG_researchName__' : '__MSG_name__',
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
    optional_permissions: ['notifications'],
    host_permissions: mode === 'research' ? ['<all_urls>'] : required,
    ...(mode !== 'research' && {
      optional_host_permissions: [...route, ...services, anySite, ...thisComputer],
    }),
    incognito: 'not_allowed',
    action: { default_title: '__MSG_name__' },
    ...(browser === 'firefox' ? forFirefox(mode) : forChromium(mode)),
  }),
});
