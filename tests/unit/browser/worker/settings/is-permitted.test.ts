import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  isPermitted,
  isRoutePermitted,
} from '../../../../../lib/browser/worker/settings/permissions.ts';
import { hostPatterns } from '../../../../../lib/catalog/hosts.ts';
import { wholeCatalog } from '../../../../../lib/catalog/index.ts';

const urls = ['https://one.example/path', 'https://two.example/', 'wss://three.example/'];

afterEach(() => {
  vi.restoreAllMocks();
});

/** A browser that gives all hosts but those that a list names. */
function aBrowserWithout(...hosts: string[]) {
  const contains = vi.fn(async ({ origins = [] }: { origins?: string[] }) =>
    origins.every((origin) => !hosts.some((host) => origin.includes(host))),
  );
  Object.assign(fakeBrowser, { permissions: { contains } });
  return contains;
}

it('asks once for all hosts that are asked for at one moment', async () => {
  const contains = aBrowserWithout();

  expect(await Promise.all(urls.map(isPermitted))).toEqual([true, true, true]);

  const origins = contains.mock.calls.map(([asked]) => asked.origins);
  expect(origins).toEqual([
    [
      'https://one.example/*',
      'https://two.example/*',
      'wss://three.example/*',
      'https://three.example/*',
    ],
  ]);
});

it('tells them apart where one is not permitted', async () => {
  aBrowserWithout('two');

  expect(await Promise.all(urls.map(isPermitted))).toEqual([true, false, true]);
});

it('asks anew at another moment', async () => {
  aBrowserWithout();
  expect(await isPermitted('https://one.example/')).toBe(true);

  aBrowserWithout('one');
  expect(await isPermitted('https://one.example/')).toBe(false);
});

it('asks for the hosts of the route that did not come with the extension', async () => {
  const { required, route } = hostPatterns(wholeCatalog);
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ host_permissions: required }) });
  const contains = aBrowserWithout();

  expect(await isRoutePermitted()).toBe(true);
  expect(contains.mock.calls).toEqual([[{ origins: route }]]);
});
