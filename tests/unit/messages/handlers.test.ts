import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import {
  type AlertKeeper,
  type CatalogKeeper,
  createHandlers,
  type NoteKeeper,
  type OwnServicesKeeper,
  type RoundControls,
  type SettingsKeeper,
} from '../../../lib/messages/handlers.ts';
import type { HistoryKeeping } from '../../../lib/messages/history-keeping.ts';
import type { UploadKeeper } from '../../../lib/messages/uploads.ts';
import type { Deletion } from '../../../lib/model/deletion.ts';
import { defaultRoutingSettings, type RoutingChange } from '../../../lib/routing/settings.ts';
import { someAlertSettings } from '../../helpers/alerts.ts';
import { aCatalogPreview } from '../../helpers/catalog-preview.ts';
import { at } from '../../helpers/clock.ts';
import { aRound } from '../../helpers/rounds.ts';
import { someSettings } from '../../helpers/settings.ts';
import { aSiteAnswer } from '../../helpers/site-answers.ts';
import { someUpload } from '../../helpers/upload-settings.ts';

const round = aRound();
const progress = { roundId: 'round-1', trigger: 'manual', startedAt: at(0), services: [] } as const;

const own = { url: 'https://club.example.org/', contains: null };
const named = { ...own, name: 'Club' };
const answered = aSiteAnswer();
const inUse = { version: '2026-11-26', reviewed: null, fromFile: false };

function someHandlers(ready: Promise<void> = Promise.resolve()) {
  const controller = {
    start: vi.fn<RoundControls['start']>(async () => 'round-1'),
    cancel: vi.fn(() => true),
    progress: vi.fn(() => ({ ...progress, services: [] })),
  };
  const settings = {
    agree: vi.fn<SettingsKeeper['agree']>(async () => someSettings()),
    change: vi.fn<SettingsKeeper['change']>(async (change) => someSettings(change)),
    changeRouting: vi.fn<SettingsKeeper['changeRouting']>(async (change) => ({
      ...defaultRoutingSettings,
      ...change,
    })),
    reset: vi.fn<SettingsKeeper['reset']>(async () => someSettings()),
  };
  const alerts = {
    change: vi.fn<AlertKeeper['change']>(async (change) => someAlertSettings(change)),
  };
  const notes = {
    save: vi.fn<NoteKeeper['save']>(async () => undefined),
    remove: vi.fn<NoteKeeper['remove']>(async () => undefined),
  };
  const ownServices = {
    add: vi.fn<OwnServicesKeeper['add']>(async () => undefined),
    remove: vi.fn<OwnServicesKeeper['remove']>(async () => undefined),
  };
  const catalog = {
    inUse: vi.fn<CatalogKeeper['inUse']>(async () => inUse),
    preview: vi.fn<CatalogKeeper['preview']>(async () => aCatalogPreview()),
    use: vi.fn<CatalogKeeper['use']>(async () => undefined),
    useBuiltIn: vi.fn<CatalogKeeper['useBuiltIn']>(async () => undefined),
  };
  const uploads = {
    change: vi.fn<UploadKeeper['change']>(async () => undefined),
    job: vi.fn<UploadKeeper['job']>(async () => null),
    ended: vi.fn<UploadKeeper['ended']>(async () => undefined),
  };
  const tryService = vi.fn(async () => answered);
  const lookAtRoute = vi.fn(() => undefined);
  const leaveOut = vi.fn(async (_part: Deletion) => undefined);
  const deleteEverything = vi.fn(async () => undefined);
  const readStretch = vi.fn(async () => ({ rounds: [round], read: 1, total: 1, last: null }));
  const keeping = {
    mend: vi.fn(async () => undefined),
    deleteSetAside: vi.fn(async () => undefined),
    switchTo: vi.fn<HistoryKeeping['switchTo']>(async () => true),
  };
  const handlers = createHandlers({
    controller,
    leaveOut,
    deleteEverything,
    keeping,
    ready,
    services: async () => [
      { id: 'telegram', name: 'Telegram', enabledByDefault: true },
      { id: 'signal', name: 'Signal', enabledByDefault: false },
      { id: 'own-1', name: 'Club', enabledByDefault: true, own },
    ],
    settings,
    alerts,
    notes,
    ownServices,
    catalog,
    uploads,
    tryService,
    lookAtRoute,
    findRound: async (id) => (id === round.id ? round : null),
    readStretch,
  });

  const keepers = { alerts, notes, ownServices, catalog, uploads, tryService, readStretch };
  return {
    ...keepers,
    keeping,
    controller,
    handlers,
    lookAtRoute,
    settings,
    leaveOut,
    deleteEverything,
  };
}

/** A message of any type, as it may arrive. */
function unchecked(message: unknown): never {
  return message as never;
}

describe('the message handlers', () => {
  it('change alerts', async () => {
    const { alerts, handlers } = someHandlers();
    const change = { isOn: true, quietFrom: 22, services: { signal: false } };

    const after = await handlers.changeAlerts(change);

    expect(alerts.change).toHaveBeenCalledExactlyOnceWith(change);
    expect(after).toMatchObject(change);
  });

  it.each([
    [{ quietTo: 24 }, 'quietTo: found 24, allowed: a whole hour, 0 to 23'],
    [{ services: { skype: false } }, 'services: found "skype", allowed: telegram, signal, own-1'],
    [{ pausedUntil: 'resumed' }, 'pausedUntil: found "resumed", allowed: null or a time'],
    [{ pausedUntil: '1 Dec 2026' }, 'pausedUntil: found "1 Dec 2026", allowed: null or a time'],
    [7, 'message: found 7, allowed: isOn, showsNames, hasQuietHours'],
    [{ on: true }, 'on: found "on", allowed: isOn, showsNames, hasQuietHours'],
  ])('refuse to change alerts by %j, and say why', async (change, why) => {
    const { alerts, handlers } = someHandlers();

    await expect(handlers.changeAlerts(unchecked(change))).rejects.toThrow(why);
    expect(alerts.change).not.toHaveBeenCalled();
  });

  it('turn an upload on and off', async () => {
    const { handlers, uploads } = someHandlers();
    const { instance } = someUpload();
    const upload = {
      kind: 'gatus',
      url: 'https://status.example.org',
      group: 'dozvon',
      authorization: null,
    } as const;

    await handlers.changeUpload({ upload, instance });
    await handlers.changeUpload({ upload });
    await handlers.changeUpload({ upload: null });
    await handlers.uploadEnded({ againInMs: 5000 });

    expect(uploads.change.mock.calls).toEqual([
      [{ upload, instance }],
      [{ upload }],
      [{ upload: null }],
    ]);
    expect(uploads.ended).toHaveBeenCalledExactlyOnceWith({ againInMs: 5000 });
  });

  it('let a page send only once it is known whether a round runs', async () => {
    const ready = Promise.withResolvers<void>();
    const { handlers, uploads } = someHandlers(ready.promise);

    const job = handlers.getUploadJob();
    const ended = handlers.uploadEnded({ againInMs: null });
    await nextTurn();
    expect(uploads.job).not.toHaveBeenCalled();
    expect(uploads.ended).not.toHaveBeenCalled();

    ready.resolve();
    await Promise.all([job, ended]);
    expect(uploads.job).toHaveBeenCalledOnce();
    expect(uploads.ended).toHaveBeenCalledOnce();
  });

  it.each([
    [
      { kind: 'ftp' },
      'upload.kind: found a value that is not shown, allowed: otlp, gatus, uptime-kuma',
    ],
    [
      { kind: 'otlp', url: 'http://example.org' },
      'upload.url: found a value that is not shown, allowed: an https address, or an http address of this',
    ],
    [{ kind: 'otlp' }, 'upload.url: found nothing, allowed: an https address'],
    [
      { kind: 'uptime-kuma', pushUrls: {} },
      'allowed: an object of service ids with the push addresses',
    ],
    [
      { kind: 'uptime-kuma', pushUrls: { icq: 'https://kuma.example.org/p/d' } },
      'upload.pushUrls: found "icq", allowed: telegram, signal, own-1',
    ],
  ])('refuse an upload by %j, and say why', async (upload, why) => {
    const { handlers, uploads } = someHandlers();

    await expect(handlers.changeUpload(unchecked({ upload }))).rejects.toThrow(why);
    expect(uploads.change).not.toHaveBeenCalled();
  });

  it('take an upload that has monitors for services, and for a site of one’s own', async () => {
    const { handlers, uploads } = someHandlers();
    const pushUrls = {
      signal: 'https://kuma.example.org/p/d',
      'own-1': 'https://kuma.example.org/p/e',
    };
    const upload = { kind: 'uptime-kuma', pushUrls } as const;

    await handlers.changeUpload({ upload });

    expect(uploads.change).toHaveBeenCalledExactlyOnceWith({ upload });
  });

  it.each(['probe-5', 5, null])('refuse an upload by the random id %j', async (instance) => {
    const { handlers, uploads } = someHandlers();
    const { draft: upload } = someUpload();

    await expect(handlers.changeUpload(unchecked({ upload, instance }))).rejects.toThrow(
      `instance: found ${JSON.stringify(instance)}, allowed: a UUID`,
    );
    expect(uploads.change).not.toHaveBeenCalled();
  });

  it('look into a history that cannot be read, and delete one that was set aside', async () => {
    const { handlers, keeping } = someHandlers();

    await handlers.mendHistory();
    await handlers.deleteSetAside({ database: 'dozvon' });

    expect(keeping.mend).toHaveBeenCalledOnce();
    expect(keeping.deleteSetAside).toHaveBeenCalledExactlyOnceWith('dozvon');
    await expect(handlers.deleteSetAside(unchecked({ database: 1 }))).rejects.toThrow(
      'database: found 1, allowed: the name of a database that was set aside',
    );
  });

  it('switch to a history that a page has built, by requests that fit alone', async () => {
    const { handlers, keeping } = someHandlers();
    const settings = { checks: {}, routing: {}, ownServices: [], language: null };
    const request = {
      database: 'dozvon-1f0c1a52-5d8b-4c53-8f0a-3a2f5f1c7f10',
      key: `${'aB3/+'.repeat(8)}abc=`,
      end: { number: 7, mark: '1,2' },
      settings,
    };

    await expect(handlers.switchHistory(request)).resolves.toBe(true);
    await handlers.switchHistory({ ...request, settings: null });

    expect(keeping.switchTo.mock.calls).toEqual([[request], [{ ...request, settings: null }]]);
    for (const part of [
      { database: 'dozvon' },
      { key: 'short' },
      { end: { number: 7 } },
      { settings: { ...settings, agreed: true } },
      { more: 1 },
    ]) {
      const [field = ''] = Object.keys(part);
      const unfit = handlers.switchHistory(unchecked({ ...request, ...part }));
      await expect(unfit, field).rejects.toThrow(
        new RegExp(`^${field}(\\.\\w+)?: found .*, allowed: `),
      );
    }
    expect(keeping.switchTo).toHaveBeenCalledTimes(2);
  });

  it.each([null, ['signal'], ['telegram', 'signal']])(
    'start a manual round of the services %j',
    async (services) => {
      const { controller, handlers } = someHandlers();

      const id = await handlers.startRound({ services });

      expect(id).toBe('round-1');
      expect(controller.start).toHaveBeenCalledExactlyOnceWith('manual', services);
    },
  );

  it('read the history stretch by stretch', async () => {
    const { handlers, readStretch } = someHandlers();
    const request = { after: 7, from: '2026-03-01T00:00:00.000Z', to: null, services: ['signal'] };

    expect((await handlers.getRounds(request)).rounds).toEqual([round]);
    expect(readStretch).toHaveBeenCalledExactlyOnceWith(request);
    await expect(handlers.getRounds({ ...request, from: 'March' })).rejects.toThrow(
      'from: found "March", allowed: a time in ISO 8601 UTC, or null',
    );
    await expect(
      handlers.getRounds({ ...request, to: '2026-03-01T00:00:00+03:00' }),
    ).rejects.toThrow('to: found "2026-03-01T00:00:00+03:00", allowed: a time in ISO 8601 UTC');
    const { after: _after, ...others } = request;
    await expect(handlers.getRounds(others as never)).rejects.toThrow(
      'after: found nothing, allowed: a number of a round, or null',
    );
    await expect(handlers.getRounds({ ...request, after: '7' } as never)).rejects.toThrow('after:');
    await expect(handlers.getRounds({ ...request, services: 'a' } as never)).rejects.toThrow(
      'services: found "a", allowed: a list of service ids, or null',
    );
    expect(readStretch).toHaveBeenCalledOnce();
  });

  it.each<Deletion>([
    { rounds: ['round-1'] },
    { from: '2026-03-01T00:00:00.000Z', to: '2026-03-02T00:00:00.000Z' },
    { service: 'signal' },
  ])('delete a part of the history: %j', async (part) => {
    const { leaveOut, handlers } = someHandlers();

    await handlers.deletePart(part);

    expect(leaveOut).toHaveBeenCalledExactlyOnceWith(part);
  });

  it.each([
    [{ rounds: [] }, 'rounds: found [], allowed: a list of ids of rounds'],
    [{ rounds: [7] }, 'rounds.0: found 7, allowed: the id of a round'],
    [
      { from: '2026-03-01', to: at(0) },
      'from: found "2026-03-01", allowed: a time in ISO 8601 UTC',
    ],
    [
      { from: at(60), to: at(0) },
      `from: found "${at(60)}", allowed: a time in ISO 8601 UTC, before to`,
    ],
    [{ from: at(0), to: at(0) }, `from: found "${at(0)}", allowed: `],
    [{ from: at(0), to: '2027-02-30T00:00:00Z' }, 'to: found "2027-02-30T00:00:00Z", allowed: '],
    [{ from: at(0) }, 'to: found nothing, allowed: '],
    [{ service: 7 }, 'service: found 7, allowed: the id of a service'],
    [{ service: 'signal', from: at(0) }, 'from: found "'],
    [{}, 'from: found nothing, allowed: '],
    [null, 'from: found nothing, allowed: '],
  ])('delete no part that is not plainly named: %j', async (request, message) => {
    const { leaveOut, handlers } = someHandlers();

    await expect(handlers.deletePart(unchecked(request))).rejects.toThrow(message);
    expect(leaveOut).not.toHaveBeenCalled();
  });

  it('let the worker look at the route', async () => {
    const { handlers, lookAtRoute } = someHandlers();

    await handlers.lookAtRoute();

    expect(lookAtRoute).toHaveBeenCalledOnce();
  });

  it.each([
    [true, [['manual', null]]],
    [false, []],
  ])(
    'note the yes, and with the wish to check (%s) start the first round',
    async (check, starts) => {
      const { controller, handlers, settings } = someHandlers();

      const answer = await handlers.agree({ check });

      expect(answer).toMatchObject({ agreed: true });
      expect(settings.agree).toHaveBeenCalledOnce();
      expect(controller.start.mock.calls).toEqual(starts);
    },
  );

  it.each([
    { everyMinutes: null },
    { everyMinutes: 180 as const, pausedUntil: 'resumed' },
    { pausedUntil: '2026-11-26T18:00:00.000Z' },
    { services: { signal: false }, discreet: true },
    { keptDays: 365 as const },
    { order: ['own-1', 'signal'], theme: 'dark' as const },
  ])('change the settings that are named: %j', async (change) => {
    const { handlers, settings } = someHandlers();

    const answer = await handlers.changeSettings(change);

    expect(settings.change).toHaveBeenCalledExactlyOnceWith(change);
    expect(answer).toMatchObject(change);
  });

  it.each<RoutingChange>([
    { showRouting: false },
    { recordExit: true, homeCountry: 'KZ' },
    { homeCountry: null },
    { compareCalls: true, askCalls: false, askDomesticCalls: true },
  ])('change the settings of the route that are named: %j', async (change) => {
    const { handlers, settings } = someHandlers();

    const answer = await handlers.changeRouting(change);

    expect(settings.changeRouting).toHaveBeenCalledExactlyOnceWith(change);
    expect(answer).toEqual({ ...defaultRoutingSettings, ...change });
  });

  it('reset the settings', async () => {
    const { handlers, settings } = someHandlers();

    await expect(handlers.resetSettings()).resolves.toEqual(someSettings());

    expect(settings.reset).toHaveBeenCalledOnce();
  });

  it('forget what they are told to forget', async () => {
    const { handlers, leaveOut, deleteEverything } = someHandlers();

    await handlers.deleteEverything();

    expect(deleteEverything).toHaveBeenCalledOnce();
    expect(leaveOut).not.toHaveBeenCalled();
  });

  it('name the services, and nothing else of the catalog', async () => {
    const { handlers } = someHandlers();

    expect(await handlers.getServices()).toEqual([
      { id: 'telegram', name: 'Telegram', enabledByDefault: true },
      { id: 'signal', name: 'Signal', enabledByDefault: false },
      { id: 'own-1', name: 'Club', enabledByDefault: true, own },
    ]);
  });

  it('add, remove and try services of one’s own', async () => {
    const { handlers, ownServices, tryService } = someHandlers();
    const draft = { name: ' Club ', url: 'club.example.org', contains: '' };

    await handlers.addService(draft);
    await handlers.removeService({ id: 'own-1' });
    const answer = await handlers.tryService({ url: 'club.example.org', contains: 'Hi' });

    expect(ownServices.add).toHaveBeenCalledExactlyOnceWith({ ...own, name: 'Club' });
    expect(ownServices.remove).toHaveBeenCalledExactlyOnceWith('own-1');
    expect(tryService).toHaveBeenCalledExactlyOnceWith({ ...own, contains: 'Hi' });
    expect(answer).toBe(answered);
  });

  it('save notes, without spaces around them, and delete them', async () => {
    const { handlers, notes } = someHandlers();

    const note = { id: 'note-2', at: at(0), instead: ['note-3'] };
    await handlers.saveNote({ ...note, text: ' moved house ' });
    await handlers.deleteNote({ id: 'note-1' });

    expect(notes.save).toHaveBeenCalledExactlyOnceWith({ ...note, text: 'moved house' });
    expect(notes.remove).toHaveBeenCalledExactlyOnceWith('note-1');
  });

  it('tell the catalogue in use, and let a file be looked at, used and left again', async () => {
    const { catalog, handlers } = someHandlers();

    expect(await handlers.getCatalog()).toBe(inUse);
    expect(await handlers.previewCatalog({ text: '{}' })).toEqual(aCatalogPreview());
    await handlers.useCatalog({ text: '{"version":1}' });
    await handlers.useBuiltInCatalog();

    expect(catalog.preview).toHaveBeenCalledExactlyOnceWith('{}');
    expect(catalog.use).toHaveBeenCalledExactlyOnceWith('{"version":1}');
    expect(catalog.useBuiltIn).toHaveBeenCalledOnce();
  });

  it('cancel rounds, report the progress and find rounds', async () => {
    const { handlers } = someHandlers();

    expect(await handlers.cancelRound()).toBe(true);
    expect(await handlers.getProgress()).toEqual(progress);
    expect(await handlers.getRound({ id: 'round-1' })).toBe(round);
    expect(await handlers.getRound({ id: 'no-such-round' })).toBeNull();
  });
});

describe('an invalid message', () => {
  it.each([
    [
      { services: ['telegram', 'icq'] },
      'services.1: found "icq", allowed: telegram, signal, own-1',
    ],
    [{ services: [null] }, 'services.0: found null, allowed: telegram, signal, own-1'],
    [{ services: [] }, 'services: found [], allowed: null or a list of service ids'],
    [{ services: [['signal']] }, 'services.0: found ["signal"], allowed: telegram, signal, own-1'],
    [{ services: 'signal' }, 'services: found "signal", allowed: null or a list of service ids'],
    [{}, 'services: found nothing, allowed: null or a list of service ids'],
    [null, 'services: found nothing, allowed: null or a list of service ids'],
    ['signal', 'services: found nothing, allowed: null or a list of service ids'],
  ])('starts no round and gets an error that names the field: %j', async (message, error) => {
    const { controller, handlers } = someHandlers();

    const answer = handlers.startRound(unchecked(message));

    await expect(answer).rejects.toThrow(error);
    expect(controller.start).not.toHaveBeenCalled();
  });

  it.each([
    [{ everyMinutes: 1 }, 'everyMinutes: found 1, allowed: null, 5, 15, 30, 60, 180'],
    [{ pausedUntil: 'soon' }, 'pausedUntil: found "soon", allowed: null, "resumed" or a time'],
    [{ pausedUntil: '1 Dec 2026' }, 'pausedUntil: found "1 Dec 2026", allowed: null, "resumed" or'],
    [{ pausedUntil: 7 }, 'pausedUntil: found 7, allowed: null, "resumed" or a time'],
    [{ services: { icq: true } }, 'services: found "icq", allowed: telegram, signal, own-1'],
    [{ services: [] }, 'services: found [], allowed: an object of service ids'],
    [{ services: ['signal'] }, 'services: found ["signal"], allowed: an object of service ids'],
    [{ services: null }, 'services: found null, allowed: an object of service ids'],
    [{ services: { signal: 1 } }, 'services.signal: found 1, allowed: true or false'],
    [{ keptDays: 8 }, 'keptDays: found 8, allowed: 7, 30, 90, 180, 365'],
    [{ order: ['icq'] }, 'order.0: found "icq", allowed: telegram, signal, own-1'],
    [{ discreet: 'yes' }, 'discreet: found "yes", allowed: true or false'],
    [{ agreed: true }, 'agreed: found "agreed", allowed: everyMinutes, pausedUntil, services,'],
    ['discreet', 'message: found "discreet", allowed: everyMinutes, pausedUntil, services,'],
    [['discreet'], 'message: found ["discreet"], allowed: everyMinutes, pausedUntil, services,'],
    [null, 'message: found null, allowed: everyMinutes, pausedUntil, services,'],
    [undefined, 'message: found nothing, allowed: everyMinutes, pausedUntil, services,'],
  ])('changes no setting and gets an error that names the field: %j', async (message, error) => {
    const { handlers, settings } = someHandlers();

    await expect(handlers.changeSettings(unchecked(message))).rejects.toThrow(error);
    expect(settings.change).not.toHaveBeenCalled();
  });

  it.each([
    [{ recordExit: 'no' }, 'recordExit: found "no", allowed: true or false'],
    [{ homeCountry: 'kz' }, 'homeCountry: found "kz", allowed: null or a country by two capital'],
    [{ homeCountry: 7 }, 'homeCountry: found 7, allowed: null or a country by two capital'],
    [{ exits: false }, 'exits: found "exits", allowed: showRouting, recordExit, homeCountry,'],
    [[], 'message: found [], allowed: showRouting, recordExit, homeCountry,'],
  ])('changes nothing about the route and gets an error: %j', async (message, error) => {
    const { handlers, settings } = someHandlers();

    await expect(handlers.changeRouting(unchecked(message))).rejects.toThrow(error);
    expect(settings.changeRouting).not.toHaveBeenCalled();
  });

  it.each([
    [
      { ...named, url: 'http://club.example.org/' },
      'url: found "http://club.example.org/", allowed: https only',
    ],
    [{ ...named, name: '' }, 'name: found "", allowed: 1 to 40 characters'],
    [{ ...named, id: 'telegram' }, 'id: found "id", allowed: name, url, contains'],
    [{ ...named, url: '' }, 'url: found "", allowed: a host name, or an https address'],
    [{ ...named, url: '  a b ' }, 'url: found "  a b ", allowed: a host name, or an https address'],
    [{ name: 'Club' }, 'url: found nothing, allowed: a host name, or an https address'],
    [null, 'name: found nothing, allowed: 1 to 40 characters'],
  ])('adds no service and gets an error that names the field: %j', async (message, error) => {
    const { handlers, ownServices } = someHandlers();

    await expect(handlers.addService(unchecked(message))).rejects.toThrow(error);
    expect(ownServices.add).not.toHaveBeenCalled();
  });

  it.each([
    [
      { id: 'telegram' },
      'id: found "telegram", allowed: the id of a service that the person added',
    ],
    [{}, 'id: found nothing, allowed: the id of a service'],
  ])('removes no service and gets an error: %j', async (message, error) => {
    const { handlers, ownServices } = someHandlers();

    await expect(handlers.removeService(unchecked(message))).rejects.toThrow(error);
    expect(ownServices.remove).not.toHaveBeenCalled();
  });

  it.each([
    [{ text: 'x'.repeat(201) }, 'allowed: 1 to 200 visible characters'],
    [{ text: '  ' }, 'text: found "  ", allowed: 1 to 200 visible characters'],
    [{ text: 'a\u202Eb' }, 'allowed: 1 to 200 visible characters'],
    [{ at: 'today' }, 'at: found "today", allowed: a time in ISO 8601 UTC'],
    [{ at: '2026-03-01T12:00:00+03:00' }, 'at: found "2026-03-01T12:00:00+03:00", allowed: a time'],
    [{ at: '2026-03-01 12:00:00Z' }, 'at: found "2026-03-01 12:00:00Z", allowed: a time'],
    [{ instead: 7 }, 'instead: found 7, allowed: a list of ids of notes'],
    [{ instead: [7] }, 'instead.0: found 7, allowed: a list of ids of notes'],
    [{ id: '' }, 'id: found "", allowed: the id of a note'],
    [{ day: 'a' }, 'day: found "day", allowed: id, at, text, instead'],
  ])('saves no note and gets an error that names the field: %j', async (part, error) => {
    const { handlers, notes } = someHandlers();
    const message = { id: 'note-2', at: at(0), text: 'moved house', instead: [], ...part };

    await expect(handlers.saveNote(unchecked(message))).rejects.toThrow(error);
    expect(notes.save).not.toHaveBeenCalled();
  });

  it('tries no address that is not public', async () => {
    const { handlers, tryService } = someHandlers();
    const message = { url: 'https://192.168.0.1/', contains: null };

    await expect(handlers.tryService(message)).rejects.toThrow(
      'url: found "https://192.168.0.1/", allowed: a public host name',
    );
    expect(tryService).not.toHaveBeenCalled();
  });

  it.each([[{ text: { version: 1 } }], [{}], [{ text: '{}', url: 'https://one.example.org/' }]])(
    'uses no catalogue and gets an error that says what is allowed: %j',
    async (message) => {
      const { catalog, handlers } = someHandlers();

      await expect(handlers.useCatalog(unchecked(message))).rejects.toThrow(
        'allowed: the text of a catalogue file',
      );
      expect(catalog.use).not.toHaveBeenCalled();
    },
  );

  it('gives no yes', async () => {
    const { controller, handlers, settings } = someHandlers();

    await expect(handlers.agree(unchecked({}))).rejects.toThrow(
      'check: found nothing, allowed: true or false',
    );
    expect(settings.agree).not.toHaveBeenCalled();
    expect(controller.start).not.toHaveBeenCalled();
  });

  it.each([
    [{ id: 7 }, 'id: found 7, allowed: the id of a round'],
    [{}, 'id: found nothing, allowed: the id of a round'],
    [undefined, 'id: found nothing, allowed: the id of a round'],
  ])('gets an error that names the field: %j', async (message, error) => {
    const { handlers } = someHandlers();

    await expect(handlers.getRound(unchecked(message))).rejects.toThrow(error);
  });
});
