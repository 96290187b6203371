import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hostPatterns } from '../../../../../lib/catalog/hosts.ts';
import { wholeCatalog } from '../../../../../lib/catalog/index.ts';

let permissions: typeof import('../../../../../lib/browser/worker/settings/permissions.ts');

beforeEach(async () => {
  vi.resetModules();
  permissions = await import('../../../../../lib/browser/worker/settings/permissions.ts');
});

afterEach(() => {
  vi.restoreAllMocks();
});

type Listener = () => void;

function anEvent() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    tell: () => {
      for (const listener of listeners) listener();
    },
    listeners,
  };
}

/** A browser that gives some patterns, which may cover more than themselves. */
function aBrowserWith(...given: string[]) {
  const contains = vi.fn(async ({ origins = [] }: { origins?: string[] }) =>
    origins.every((origin) => given.includes(origin) || given.includes('<all_urls>')),
  );
  const getAll = vi.fn(async () => ({ origins: [...given] }));
  const [onAdded, onRemoved] = [anEvent(), anEvent()];
  Object.assign(fakeBrowser, { permissions: { contains, getAll, onAdded, onRemoved } });
  return { given, contains, getAll, onAdded, onRemoved };
}

const patterns = ['https://one.example/*', 'wss://two.example/*', 'https://two.example/*'];

it('asks the browser once for its list', async () => {
  const { contains, getAll } = aBrowserWith(...patterns);
  const { isPermitted } = permissions;

  expect(await isPermitted('https://one.example/path')).toBe(true);
  expect(await isPermitted('wss://two.example/')).toBe(true);

  expect(getAll).toHaveBeenCalledOnce();
  expect(contains).not.toHaveBeenCalled();
});

it('asks for what is not in the list, as another pattern may cover it', async () => {
  const { contains } = aBrowserWith('<all_urls>');
  expect(await permissions.isPermitted('wss://two.example/')).toBe(true);
  expect(contains.mock.calls).toEqual([[{ origins: patterns.slice(1) }]]);
});

it('tells what is not permitted', async () => {
  aBrowserWith('https://two.example/*');

  expect(await permissions.isPermitted('wss://two.example/')).toBe(false);
  expect(await permissions.isPermitted('https://two.example/')).toBe(true);
});

it.each(['onAdded', 'onRemoved'] as const)('asks anew after %s', async (event) => {
  const browser = aBrowserWith(...patterns);
  expect(await permissions.isPermitted('https://one.example/')).toBe(true);

  browser.given.splice(0, 1);
  browser[event].tell();

  expect(await permissions.isPermitted('https://one.example/')).toBe(false);
  expect([browser.onAdded, browser.onRemoved].map(({ listeners }) => listeners.size)).toEqual([
    1, 1,
  ]);
});

it('asks for each where the browser gives no list', async () => {
  const { getAll } = aBrowserWith(...patterns);
  getAll.mockRejectedValue(new Error('busy'));
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);

  expect(await permissions.isPermitted('https://one.example/')).toBe(true);
  expect(await permissions.isPermitted('https://three.example/')).toBe(false);
});

it('asks for the hosts of the route that did not come with the extension', async () => {
  const { required, route } = hostPatterns(wholeCatalog);
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ host_permissions: required }) });
  const { contains } = aBrowserWith(...required);

  expect(await permissions.isRoutePermitted()).toBe(false);
  expect(contains.mock.calls).toEqual([[{ origins: route }]]);
});
