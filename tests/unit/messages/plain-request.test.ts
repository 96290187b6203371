import { describe, expect, it, vi } from 'vitest';
import type { Handlers } from '../../../lib/messages/handlers.ts';
import { createPlainAnswer } from '../../../lib/messages/plain-request.ts';
import { defaultRoutingSettings } from '../../../lib/routing/settings.ts';
import { someAlertSettings } from '../../helpers/alerts.ts';
import { aCatalogPreview } from '../../helpers/catalog-preview.ts';
import { aRound } from '../../helpers/rounds.ts';
import { someSettings } from '../../helpers/settings.ts';
import { aSiteAnswer } from '../../helpers/site-answers.ts';

const round = aRound();
const answered = aSiteAnswer();
const inUse = { version: '2026-11-26', reviewed: null, fromFile: false };

function someHandlers() {
  return {
    agree: vi.fn<Handlers['agree']>(async () => someSettings()),
    changeRouting: vi.fn<Handlers['changeRouting']>(async () => defaultRoutingSettings),
    changeSettings: vi.fn<Handlers['changeSettings']>(async () => someSettings()),
    resetSettings: vi.fn(async () => someSettings()),
    changeAlerts: vi.fn<Handlers['changeAlerts']>(async () => someAlertSettings()),
    changeUpload: vi.fn<Handlers['changeUpload']>(async () => undefined),
    getUploadJob: vi.fn<Handlers['getUploadJob']>(async () => null),
    uploadEnded: vi.fn<Handlers['uploadEnded']>(async () => undefined),
    getServices: vi.fn<Handlers['getServices']>(async () => []),
    addService: vi.fn<Handlers['addService']>(async () => undefined),
    removeService: vi.fn<Handlers['removeService']>(async () => undefined),
    tryService: vi.fn<Handlers['tryService']>(async () => answered),
    getCatalog: vi.fn<Handlers['getCatalog']>(async () => inUse),
    previewCatalog: vi.fn<Handlers['previewCatalog']>(async () => aCatalogPreview()),
    useCatalog: vi.fn<Handlers['useCatalog']>(async () => undefined),
    useBuiltInCatalog: vi.fn<Handlers['useBuiltInCatalog']>(async () => undefined),
    startRound: vi.fn<Handlers['startRound']>(async () => 'round-1'),
    lookAtRoute: vi.fn<Handlers['lookAtRoute']>(async () => undefined),
    cancelRound: vi.fn<Handlers['cancelRound']>(async () => true),
    getProgress: vi.fn<Handlers['getProgress']>(async () => null),
    saveNote: vi.fn<Handlers['saveNote']>(async () => undefined),
    deleteNote: vi.fn<Handlers['deleteNote']>(async () => undefined),
    deletePart: vi.fn<Handlers['deletePart']>(async () => undefined),
    mendHistory: vi.fn<Handlers['mendHistory']>(async () => undefined),
    switchHistory: vi.fn<Handlers['switchHistory']>(async () => true),
    deleteSetAside: vi.fn<Handlers['deleteSetAside']>(async () => undefined),
    deleteEverything: vi.fn<Handlers['deleteEverything']>(async () => undefined),
    getRound: vi.fn<Handlers['getRound']>(async () => round),
    getRounds: vi.fn<Handlers['getRounds']>(),
  };
}

describe('a plain request', () => {
  it('is answered by the handler that it names, with its data', async () => {
    const handlers = someHandlers();
    const data = { services: ['telegram'] };

    const reply = await createPlainAnswer(handlers)({ ask: 'startRound', data });

    expect(reply).toEqual({ answer: 'round-1' });
    expect(handlers.startRound).toHaveBeenCalledExactlyOnceWith(data);
  });

  it('is answered without data, and if the answer is null', async () => {
    const reply = await createPlainAnswer(someHandlers())({ ask: 'getProgress' });

    expect(reply).toEqual({ answer: null });
  });

  it('gets the reason if the handler fails', async () => {
    const handlers = someHandlers();
    handlers.getRound.mockRejectedValue(new Error('id: found 7, allowed: the id of a round'));

    const reply = await createPlainAnswer(handlers)({ ask: 'getRound', data: { id: 7 } });

    expect(reply).toEqual({ failure: 'id: found 7, allowed: the id of a round' });
  });

  it.each([['progressChanged'], ['settingsChanged'], ['toString'], [7], [null]])(
    'for the unknown %j gets the names that are allowed',
    async (ask) => {
      const reply = await createPlainAnswer(someHandlers())({ ask });

      expect(reply).toEqual({
        failure: `ask: found ${JSON.stringify(ask)}, allowed: agree, changeRouting, changeSettings, resetSettings, changeAlerts, changeUpload, getUploadJob, uploadEnded, getServices, addService, removeService, tryService, getCatalog, previewCatalog, useCatalog, useBuiltInCatalog, startRound, lookAtRoute, cancelRound, getProgress, saveNote, deleteNote, deletePart, mendHistory, switchHistory, deleteSetAside, deleteEverything, getRound, getRounds`,
      });
    },
  );

  it.each([[null], ['startRound'], [{}], [{ type: 'startRound', data: {}, timestamp: 1 }]])(
    'is distinguished from other messages: %j',
    (message) => {
      expect(createPlainAnswer(someHandlers())(message)).toBeUndefined();
    },
  );
});
