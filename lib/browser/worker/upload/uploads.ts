import { type Browser, browser } from 'wxt/browser';
import type { UploadJob, UploadKeeper } from '../../../messages/uploads.ts';
import type { RoundController } from '../../../round/controller.ts';
import type { RecordedRound } from '../../../round/perform-round.ts';
import type { CheckSettings } from '../../../settings/check-settings.ts';
import { refuseLocked } from '../../../settings/organisation.ts';
import { isPaused } from '../../../settings/pause.ts';
import { type UploadDraft, type UploadSettings, uploadPatterns } from '../../../settings/upload.ts';
import { longestWaitMs } from '../../../upload/back-off.ts';
import { deleteOutbox } from '../../../upload/database.ts';
import { tryAnew } from '../../../upload/try-anew.ts';
import { betweenChanges } from '../../between-changes.ts';
import { hasAllSites } from '../../has-all-sites.ts';
import { writeLocal } from '../../local-items.ts';
import { dataConsent, uploadPermissions } from '../../upload-permissions.ts';
import { clearAlarm, ensureAlarm, setAlarm } from '../alarms.ts';
import { rewriteStorage, unclean } from '../history/clear-storage.ts';
import type { StoredPlaces } from '../history/history-places.ts';
import type { PendingWork } from '../pending-work.ts';
import { returnPermissions } from '../settings/permissions.ts';
import { changeCheckSettings, readCheckSettings } from '../stored/check-settings.ts';
import { readUpload, saveUpload } from '../stored/upload.ts';
import type { UploadPage } from './upload-page.ts';
import { allowUpload, forbidUploads } from './upload-rules.ts';

/** Many probes of a group have the same schedule. */
const jitterMinutes = { least: 0.5, most: 3 };

/** A page that died says nothing. */
const againMinutes = 10;

/** Sends what was recorded to an address that the person or the organisation has named. */
export interface Uploads extends UploadKeeper {
  /** Has a round that was recorded, and so waits (`record-to-send.ts`), sent in a while. */
  onRecorded(round: RecordedRound): void;
  /** Sends what waits, unless a round runs, or checks are paused or without a yes. */
  send(): Promise<void>;
  /** Has what waits sent after the browser has started: Firefox forgets alarms. */
  begin(): void;
  /** Stops sending; what was under way is sent again later. */
  stop(): Promise<void>;
  /** Stops sending where checks are paused. */
  onSettings(settings: CheckSettings): void;
  /** The same as `change`, whatever is locked. */
  organise(draft: UploadDraft | null): Promise<void>;
}

interface Kept {
  places: Pick<StoredPlaces, 'places'>;
  page: UploadPage;
  work: PendingWork;
  controller: Pick<RoundController, 'progress'>;
}

export function createUploads({ places, page, work, controller }: Kept): Uploads {
  async function mayRun(): Promise<boolean> {
    const mayLeave = mayAnythingLeave(await readCheckSettings());
    // Read last: a round may have begun meanwhile.
    return mayLeave && controller.progress() === null;
  }

  async function job(): Promise<UploadJob | null> {
    const upload = await readUpload();
    if (upload === null || !(await mayRun())) return null;
    await allowUpload(upload.draft);
    return { upload, place: (await places.places()).current };
  }

  async function organise(draft: UploadDraft | null, instance?: string): Promise<void> {
    const before = await replace(draft, instance);
    if (isSame(before?.draft ?? null, draft)) return;
    await page.close();
    await clearAlarm('upload');
    await keepOrForget(goesOn(before, draft));
    if (before === null) return;
    await forbidUploads();
    await clearPassword();
    await returnPermissions(uploadPatterns(before.draft));
    if (draft === null && import.meta.env.FIREFOX) {
      await browser.permissions.remove(dataConsent as Some);
    }
  }

  return {
    organise,
    job,
    stop: () => page.close(),
    begin: () => work.add(planSoon()),
    onSettings(settings) {
      if (isPaused(settings, new Date())) work.add(page.close());
    },
    async change({ upload: draft, instance }) {
      refuseDraft(draft, await readCheckSettings());
      await organise(draft, instance);
      await changeCheckSettings(withOwnUpload);
    },
    onRecorded({ unsaved }) {
      if (unsaved === undefined) work.add(planSoon());
    },
    async send() {
      const upload = await readUpload();
      if (upload === null) return;
      // The next try, whatever becomes of this one.
      await setAlarm('upload', againMinutes);
      if ((await isPermitted(upload)) && (await mayRun())) await page.open();
    },
    async ended({ againInMs }) {
      await page.close();
      if (!(await mayRun())) return;
      if (againInMs === null) await clearAlarm('upload');
      else await setAlarm('upload', Math.max(jitterMinutes.least, againInMs / 60_000));
    },
  };
}

function mayAnythingLeave(settings: CheckSettings): boolean {
  return settings.agreed && !isPaused(settings, new Date());
}

/** @throws Error where the upload is locked, or the label and the draft has another */
function refuseDraft(draft: UploadDraft | null, settings: CheckSettings): void {
  const label = settings.organisation?.label ?? null;
  const hasOther = draft?.kind === 'otlp' && draft.label !== label;
  refuseLocked(settings, { upload: draft, ...(hasOther && { label: draft.label }) });
}

/** A person's own is none that a later policy takes away. */
function withOwnUpload(before: CheckSettings): CheckSettings {
  const { organisation } = before;
  return organisation === null
    ? before
    : { ...before, organisation: { ...organisation, upload: false } };
}

/** Puts an upload in the place of another, which it resolves with; null without one. */
async function replace(
  draft: UploadDraft | null,
  instance?: string,
): Promise<UploadSettings | null> {
  const earlier = (await readUpload())?.draft ?? null;
  // Noted before, so that a worker that dies after that still has its password cleared from the files.
  if (earlier !== null && !isSame(earlier, draft)) {
    await writeLocal({ [unclean]: true });
  }
  const { before } = await saveUpload((known) =>
    draft === null ? null : begin(draft, known, instance),
  );
  return before;
}

/** Leaves nothing of it in the files of the browser. */
async function clearPassword(): Promise<void> {
  await betweenChanges(() => rewriteStorage([]));
}

/** Has what waits sent in a while, where an upload is on. */
async function planSoon(): Promise<void> {
  if ((await readUpload()) === null) return;
  const { least, most } = jitterMinutes;
  const minutes = least + Math.random() * (most - least);
  await ensureAlarm('upload', minutes, longestWaitMs / 60_000);
}

/** A draft that sends the same goes on where it was. */
function begin(
  draft: UploadDraft,
  known: UploadSettings | null,
  instance: string = crypto.randomUUID(),
): UploadSettings {
  if (known !== null && goesOn(known, draft)) return { ...known, draft };
  return { draft, instance, since: new Date().toISOString() };
}

/** Whether the same is sent to the same address: a password that has expired is replaced without a loss. */
function goesOn(before: UploadSettings | null, draft: UploadDraft | null): boolean {
  return before !== null && draft !== null && isSame(sentBy(before.draft), sentBy(draft));
}

/** What waits is sent soon where it may go on. */
async function keepOrForget(isKept: boolean): Promise<void> {
  if (!isKept) return deleteOutbox();
  await tryAnew();
  await planSoon();
}

/** Without how it is sent. */
function sentBy(draft: UploadDraft): object {
  return { ...draft, authorization: null, encoding: null };
}

function isSame(one: object | null, other: object | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whoever installs the research build agrees to more. */
async function isPermitted({ draft }: UploadSettings): Promise<boolean> {
  return (
    hasAllSites(browser.runtime.getManifest()) ||
    browser.permissions.contains(uploadPermissions(draft))
  );
}

/** The types of the library do not know what Firefox has of its own. */
type Some = Browser.permissions.Permissions;
