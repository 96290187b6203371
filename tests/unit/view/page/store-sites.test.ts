import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageStore } from '../../../../lib/view/page/page-store.ts';
import { someSettings } from '../../../helpers/settings.ts';
import { buildService } from '../build-round.ts';
import { aHistory, buildSources, fails, settled } from './sources.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('after a check for which the browser permitted no site', () => {
  const service = buildService({ state: 'insufficient', reason: 'needs-permission' });
  const readHistory = async () => aHistory({ services: [service] });

  it.each([
    ['the person allows them', async () => true, 1],
    ['the person refuses', async () => false, 0],
    ['the browser may not ask', fails, 0],
  ])('asks within the click, and checks where %s', async (_case, answer, checks) => {
    const requestCheckPermission = vi.fn(answer);
    const startRound = vi.fn(async () => 'round-2');
    const sources = buildSources({ readHistory, requestCheckPermission, startRound });
    const store = createPageStore(sources, settled);
    await store.open();

    store.actions.onPermitCheck();
    const isAskedAtOnce = requestCheckPermission.mock.calls.length === 1;
    await requestCheckPermission.mock.results[0]?.value.catch(() => {});
    await vi.waitFor(() => expect(startRound).toHaveBeenCalledTimes(checks));

    expect(isAskedAtOnce).toBe(true);
    expect(store.state.value.error).toBeNull();
  });

  it.each([
    ['as the browser’s settings give them back', {}, 1],
    ['not while checks are paused', { pausedUntil: 'resumed' as const }, 0],
  ])('checks by itself %s', async (_case, settings, checks) => {
    const isCheckPermitted = vi.fn(async () => false);
    const startRound = vi.fn(async () => 'round-2');
    const checkSettings = someSettings(settings);
    const sources = buildSources({ readHistory, isCheckPermitted, startRound });
    const readSettings = async () => ({ ...(await sources.readSettings()), checkSettings });
    const store = createPageStore({ ...sources, readSettings }, settled);
    await store.follow();
    await store.onPermissions();
    const before = startRound.mock.calls.length;

    isCheckPermitted.mockResolvedValue(true);
    await store.onPermissions();

    expect(before).toBe(0);
    expect(startRound).toHaveBeenCalledTimes(checks);
  });

  it('checks as a page opens on which the browser’s question was answered too late', async () => {
    const startRound = vi.fn(async () => 'round-2');
    const store = createPageStore(buildSources({ readHistory, startRound }), settled);

    await store.follow();

    expect(startRound).toHaveBeenCalledOnce();
  });
});

it('checks nothing by itself where the last check was permitted some site', async () => {
  const startRound = vi.fn(async () => 'round-2');
  const forbidden = buildService({ state: 'insufficient', reason: 'needs-permission' });
  const readHistory = async () => aHistory({ services: [forbidden, buildService()] });
  const store = createPageStore(buildSources({ readHistory, startRound }), settled);

  await store.follow();
  await store.onPermissions();

  expect(startRound).not.toHaveBeenCalled();
});
