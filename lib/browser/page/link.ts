import type { Deletion } from '../../model/deletion.ts';
import type { HistorySwitch } from '../../model/history-switch.ts';
import type { SavedNote } from '../../model/note.ts';
import type { OwnServiceDraft } from '../../model/own-service.ts';
import type { RoutingChange } from '../../routing/settings.ts';
import type { AlertChange } from '../../settings/alert-settings.ts';
import type { SettingsChange } from '../../settings/check-settings.ts';
import type { UploadDraft } from '../../settings/upload.ts';
import { onMessage, sendMessage } from '../messaging.ts';

/*
 * What a page needs after its first frame: the worker and the settings. Loaded later because the messaging
 * library would delay that frame.
 */

export { saveLanguage } from '../language.ts';
export { readLostRound } from '../lost-round.ts';
export { nextCheckAt as readNextCheckAt } from '../worker/alarms.ts';
export { onMessage };

/** A sleeping worker needs a moment to wake; a broken one must not keep the page waiting. */
const answerLimitMs = 10_000;

/** A running round may hold all connections. */
const tryLimitMs = 30_000;

/** The worker first waits for the round that it cancels. */
const deletionLimitMs = 60_000;

/** The worker first waits for the running round, and its last attempts may take long. */
const switchLimitMs = 300_000;

/** The progress of the running round; null if none is running. Rejects if the worker does not answer. */
export function readProgress() {
  return withinLimit(sendMessage('getProgress'));
}

/** Which catalogue checks use. */
export function readCatalog() {
  return withinLimit(sendMessage('getCatalog'));
}

/** Has a catalogue's file looked at. */
export function previewCatalog(text: string) {
  return withinLimit(sendMessage('previewCatalog', { text }));
}

/** Has a catalogue's file used from now on. */
export function useCatalog(text: string) {
  return withinLimit(sendMessage('useCatalog', { text }));
}

export function useBuiltInCatalog() {
  return withinLimit(sendMessage('useBuiltInCatalog'));
}

/** All services, for the settings. */
export function readServices() {
  return withinLimit(sendMessage('getServices'));
}

/** Adds a service of the person's own. */
export function addOwnService(draft: OwnServiceDraft) {
  return withinLimit(sendMessage('addService', draft));
}

export function removeOwnService(id: string) {
  return withinLimit(sendMessage('removeService', { id }));
}

/** Asks a site once; it may have to wait for its turn. */
export function tryService(draft: Pick<OwnServiceDraft, 'url' | 'contains'>) {
  return withinLimit(sendMessage('tryService', draft), tryLimitMs);
}

/** Gives the person's yes and starts the first round. */
export function agree() {
  return withinLimit(sendMessage('agree', { check: true }));
}

export function changeSettings(change: SettingsChange) {
  return withinLimit(sendMessage('changeSettings', change));
}

export function changeRouting(change: RoutingChange) {
  return withinLimit(sendMessage('changeRouting', change));
}

export function resetSettings() {
  return withinLimit(sendMessage('resetSettings'));
}

export function changeAlerts(change: AlertChange) {
  return withinLimit(sendMessage('changeAlerts', change));
}

/** Turns an upload on with the random id that its preview has shown, or off with null. */
export function changeUpload(upload: UploadDraft | null, instance?: string) {
  return withinLimit(sendMessage('changeUpload', { upload, ...(instance && { instance }) }));
}

/** Starts a round of all wanted services, or joins the running one. Rejects if the worker does not answer. */
export function startRound() {
  return withinLimit(sendMessage('startRound', { services: null }));
}

/** Lets the worker look whether the route has changed. */
export async function lookAtRoute(): Promise<void> {
  await sendMessage('lookAtRoute');
}

/** Cancels the running round. Rejects if the worker does not answer. */
export function cancelRound() {
  return withinLimit(sendMessage('cancelRound'));
}

/** Has the worker look into a history that cannot be read. */
export function mendHistory() {
  return withinLimit(sendMessage('mendHistory'), deletionLimitMs);
}

/** Has the worker use a history that this page has built. */
export function switchHistory(request: HistorySwitch) {
  return withinLimit(sendMessage('switchHistory', request), switchLimitMs);
}

export function deleteSetAside(database: string) {
  return withinLimit(sendMessage('deleteSetAside', { database }));
}

export function saveNote(note: SavedNote) {
  return withinLimit(sendMessage('saveNote', note));
}

export function deleteNote(id: string) {
  return withinLimit(sendMessage('deleteNote', { id }));
}

/** Has a part of the history deleted; the page hears of each step, as all pages do. */
export function deletePart(part: Deletion) {
  return withinLimit(sendMessage('deletePart', part));
}

/** Has everything deleted; the page hears of the end, as all pages do. */
export function deleteEverything() {
  return withinLimit(sendMessage('deleteEverything'), deletionLimitMs);
}

async function withinLimit<Answer>(
  answer: Promise<Answer>,
  limitMs = answerLimitMs,
): Promise<Answer> {
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => limit.reject(new Error('the worker did not answer')), limitMs);
  try {
    return await Promise.race([answer, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
