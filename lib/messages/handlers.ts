import type { CatalogInUse, CatalogPreview, CatalogProblem } from '../model/catalog-file.ts';
import type { Deletion } from '../model/deletion.ts';
import type { HistoryStretch, StretchRequest } from '../model/history-stretch.ts';
import type { SavedNote } from '../model/note.ts';
import type { OwnServiceDraft, SiteAnswer } from '../model/own-service.ts';
import type { RoundProgress } from '../model/progress.ts';
import type { Round, Trigger } from '../model/round.ts';
import type { RoutingChange, RoutingSettings } from '../routing/settings.ts';
import type { AlertChange, AlertSettings } from '../settings/alert-settings.ts';
import type { CheckSettings, SettingsChange } from '../settings/check-settings.ts';
import { refuseUnknownMonitors } from '../settings/monitors.ts';
import type { ServiceChoice } from '../settings/wanted-services.ts';
import type { HistoryKeeping } from './history-keeping.ts';
import type { Protocol } from './protocol.ts';
import {
  addServiceRequest,
  agreeRequest,
  catalogRequest,
  changeAlertsRequest,
  changeRequest,
  changeRoutingRequest,
  deleteNoteRequest,
  deletePartRequest,
  deleteSetAsideRequest,
  readRequest,
  removeServiceRequest,
  roundRequest,
  saveNoteRequest,
  startRoundRequest,
  stretchRequest,
  switchRequest,
  tryServiceRequest,
  uploadEndedRequest,
  uploadRequest,
} from './requests.ts';
import type { UploadChange, UploadKeeper } from './uploads.ts';

/** What the worker says by itself. */
type Announcement = 'progressChanged' | 'settingsChanged' | 'historyChanged' | 'everythingDeleted';

/** The worker's side of the protocol. A missing handler is a type error. */
export type Handlers = {
  [Name in Exclude<keyof Protocol, Announcement>]: (
    ...request: Parameters<Protocol[Name]>
  ) => Promise<ReturnType<Protocol[Name]>>;
};

/** The part of the round controller that pages may use. */
export interface RoundControls {
  /** Resolves with the id of the running round: a new one, or the one that was already running. */
  start(trigger: Trigger, only: readonly string[] | null): Promise<string>;
  /** Returns false if no round was running. */
  cancel(): boolean;
  progress(): RoundProgress | null;
}

/** Keeps the settings of checks; each change takes effect at once. */
export interface SettingsKeeper {
  agree(): Promise<CheckSettings>;
  /** Rejects, and changes nothing, where no service would be on. */
  change(change: SettingsChange): Promise<CheckSettings>;
  /** Changes those of the route. */
  changeRouting(change: RoutingChange): Promise<RoutingSettings>;
  /** Sets them as at first, those of the route too. */
  reset(): Promise<CheckSettings>;
}

/** Keeps the settings of alerts; each change takes effect at once. */
export interface AlertKeeper {
  change(change: AlertChange): Promise<AlertSettings>;
}

/** Keeps the services that a person added. */
export interface OwnServicesKeeper {
  /** Rejects where there are as many as there may be. */
  add(draft: OwnServiceDraft): Promise<void>;
  /** Rejects, and changes nothing, where no service would be on. */
  remove(id: string): Promise<void>;
}

/** Keeps the person's notes. */
export interface NoteKeeper {
  /** Rejects where there are as many as there may be. */
  save(note: SavedNote): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Keeps the catalogue in use: the one that is built in, or a newer one from a file. */
export interface CatalogKeeper {
  inUse(): Promise<CatalogInUse>;
  /** What would change with a file, or what is wrong with it. */
  preview(text: string): Promise<CatalogPreview | CatalogProblem>;
  /** Rejects, and changes nothing, where the file does not fit or the browser does not permit its hosts. */
  use(text: string): Promise<void>;
  useBuiltIn(): Promise<void>;
}

export interface HandlerDependencies {
  controller: RoundControls;
  /** A worker that has just started does not know before then whether a round is running. */
  ready: Promise<void>;
  /** The catalog's, and those that the person added. */
  services: () => Promise<readonly ServiceChoice[]>;
  settings: SettingsKeeper;
  alerts: AlertKeeper;
  notes: NoteKeeper;
  ownServices: OwnServicesKeeper;
  catalog: CatalogKeeper;
  uploads: UploadKeeper;
  /** Asks a site once; rejects where the person has not agreed. */
  tryService: (draft: Pick<OwnServiceDraft, 'url' | 'contains'>) => Promise<SiteAnswer>;
  lookAtRoute: () => void;
  findRound: (id: string) => Promise<Round | null>;
  readStretch: (request: StretchRequest) => Promise<HistoryStretch>;
  /** Has a part of the history deleted; resolves once it is noted. */
  leaveOut: (part: Deletion) => Promise<void>;
  keeping: HistoryKeeping;
  deleteEverything: () => Promise<void>;
}

/** Creates the handlers; they reject an invalid request with an error that names the field. */
export function createHandlers(dependencies: HandlerDependencies): Handlers {
  const { alerts, catalog, controller, ready, settings, ownServices, keeping, uploads } =
    dependencies;
  const serviceIds = async () => (await dependencies.services()).map(({ id }) => id);
  return {
    async agree(request) {
      const { check } = readRequest(agreeRequest, request);
      await ready;
      const agreed = await settings.agree();
      if (check) await controller.start('manual', null);
      return agreed;
    },
    async changeSettings(request) {
      const change = readRequest(changeRequest(await serviceIds()), request);
      await ready;
      return settings.change(change);
    },
    changeRouting: async (request) =>
      ready.then(() => settings.changeRouting(readRequest(changeRoutingRequest, request))),
    resetSettings: async () => ready.then(() => settings.reset()),
    changeAlerts: async (request) =>
      alerts.change(readRequest(changeAlertsRequest(await serviceIds()), request)),
    changeUpload: async (request) => uploads.change(readUpload(request, await serviceIds())),
    getUploadJob: async () => ready.then(() => uploads.job()),
    uploadEnded: async (request) =>
      ready.then(() => uploads.ended(readRequest(uploadEndedRequest, request))),
    getServices: async () => [...(await dependencies.services())],
    addService: async (request) => ownServices.add(readRequest(addServiceRequest, request)),
    removeService: async (request) =>
      ownServices.remove(readRequest(removeServiceRequest, request).id),
    tryService: async (request) => dependencies.tryService(readRequest(tryServiceRequest, request)),
    getCatalog: async () => catalog.inUse(),
    previewCatalog: async (request) => catalog.preview(readRequest(catalogRequest, request).text),
    useCatalog: async (request) => catalog.use(readRequest(catalogRequest, request).text),
    useBuiltInCatalog: async () => catalog.useBuiltIn(),
    async startRound(request) {
      const { services } = readRequest(startRoundRequest(await serviceIds()), request);
      await ready;
      return controller.start('manual', services);
    },
    lookAtRoute: async () => ready.then(dependencies.lookAtRoute),
    cancelRound: async () => ready.then(() => controller.cancel()),
    getProgress: async () => ready.then(() => controller.progress()),
    saveNote: async (request) => dependencies.notes.save(readRequest(saveNoteRequest, request)),
    deleteNote: async (request) =>
      dependencies.notes.remove(readRequest(deleteNoteRequest, request).id),
    deletePart: async (request) =>
      dependencies.leaveOut(readRequest(deletePartRequest(request), request)),
    mendHistory: async () => ready.then(keeping.mend),
    switchHistory: async (request) =>
      ready.then(() => keeping.switchTo(readRequest(switchRequest, request))),
    deleteSetAside: async (request) =>
      keeping.deleteSetAside(readRequest(deleteSetAsideRequest, request).database),
    deleteEverything: async () => ready.then(dependencies.deleteEverything),
    getRound: async (request) => dependencies.findRound(readRequest(roundRequest, request).id),
    getRounds: async (request) => dependencies.readStretch(readRequest(stretchRequest, request)),
  };
}

function readUpload(request: UploadChange, serviceIds: readonly string[]): UploadChange {
  const change = readRequest(uploadRequest, request);
  refuseUnknownMonitors(change.upload, serviceIds);
  return change;
}
