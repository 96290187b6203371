import { browser } from 'wxt/browser';
import type { UploadJob, UploadKeeper } from '../../messages/uploads.ts';
import type { RoundController } from '../../round/controller.ts';
import type { RecordedRound } from '../../round/perform-round.ts';
import type { CheckSettings } from '../../settings/check-settings.ts';
import { refuseLocked } from '../../settings/organisation.ts';
import { isPaused } from '../../settings/pause.ts';
import { type UploadDraft, type UploadSettings, uploadPatterns } from '../../settings/upload.ts';
import { addWaiting } from '../../upload/add-waiting.ts';
import { deleteOutbox, openOutboxDatabase } from '../../upload/database.ts';
import { readCheckSettings } from '../check-settings.ts';
import { readUpload, saveUpload } from '../upload.ts';
import { clearAlarm, ensureAlarm, setAlarm } from './alarms.ts';
import type { StoredPlaces } from './history-places.ts';
import type { PendingWork } from './pending-work.ts';
import { returnPermissions } from './permissions.ts';
import type { UploadPage } from './upload-page.ts';
import { allowUpload } from './upload-rules.ts';

/** Many probes of a group have the same schedule. */
const jitterMinutes = { least: 0.5, most: 3 };

/** A page that died says nothing. */
const againMinutes = 10;

/** Sends what was recorded to an address that the person or the organisation has named. */
export interface Uploads extends UploadKeeper {
  /** Puts a round that was recorded into the outbox. */
  onRecorded(round: RecordedRound): void;
  /** Sends what waits, unless a round runs or checks are paused. */
  send(): Promise<void>;
  /** Stops sending where checks are paused; what was under way is sent again later. */
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
    return controller.progress() === null && !isPaused(await readCheckSettings(), new Date());
  }

  async function job(): Promise<UploadJob | null> {
    const upload = await readUpload();
    return upload && { upload, place: (await places.places()).current };
  }

  async function organise(draft: UploadDraft | null): Promise<void> {
    await page.close();
    const { before } = await saveUpload((known) => (draft === null ? null : begin(draft, known)));
    if (isSame(before?.draft ?? null, draft)) return;
    await clearAlarm('upload');
    await deleteOutbox();
    if (before !== null) await returnPermissions(uploadPatterns(before.draft));
  }

  return {
    organise,
    job,
    onSettings(settings) {
      if (isPaused(settings, new Date())) work.add(page.close());
    },
    async change(draft) {
      refuseLocked(await readCheckSettings(), { upload: draft });
      await organise(draft);
    },
    onRecorded({ round, unsaved }) {
      if (unsaved === undefined) work.add(waitIn(round));
    },
    async send() {
      const upload = await readUpload();
      if (upload === null || !(await mayRun())) return;
      if (!(await isPermitted(upload))) return;
      await setAlarm('upload', againMinutes);
      await allowUpload(upload.draft);
      await page.open();
    },
    async ended({ againInMs }) {
      if (controller.progress() === null) await page.close();
      if (againInMs === null) await clearAlarm('upload');
      else await setAlarm('upload', Math.max(jitterMinutes.least, againInMs / 60_000));
    },
  };
}

async function waitIn({ id, startedAt }: { id: string; startedAt: string }): Promise<void> {
  const upload = await readUpload();
  if (upload === null || startedAt < upload.since) return;
  const outbox = await openOutboxDatabase();
  try {
    await addWaiting(outbox, { id, startedAt });
  } finally {
    outbox.close();
  }
  const { least, most } = jitterMinutes;
  await ensureAlarm('upload', least + Math.random() * (most - least));
}

/** A draft that is the same goes on where it was. */
function begin(draft: UploadDraft, known: UploadSettings | null): UploadSettings {
  if (known !== null && isSame(known.draft, draft)) return known;
  return { draft, instance: crypto.randomUUID(), since: new Date().toISOString() };
}

function isSame(one: UploadDraft | null, other: UploadDraft | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isPermitted({ draft }: UploadSettings): Promise<boolean> {
  return browser.permissions.contains({ origins: uploadPatterns(draft) });
}
