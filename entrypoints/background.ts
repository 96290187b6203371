import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { watchLanguage } from '../lib/browser/language.ts';
import { keepLocalItems } from '../lib/browser/local-items.ts';
import { sendMessage } from '../lib/browser/messaging.ts';
import { onOtherAlarm, onRoundAlarm } from '../lib/browser/worker/alarms.ts';
import { showBadge, showFirstBadge, showLatest } from '../lib/browser/worker/alerts/badge.ts';
import { onNotificationClick } from '../lib/browser/worker/alerts/notifications.ts';
import { onNetworkChange } from '../lib/browser/worker/checks/network-changes.ts';
import { ensureSchedule, setStaggered } from '../lib/browser/worker/checks/schedule.ts';
import { serveMessages } from '../lib/browser/worker/serve-messages.ts';
import { createWorker } from '../lib/browser/worker/worker.ts';
import { calmProgress } from '../lib/messages/calm-progress.ts';

export default defineBackground(() => {
  keepLocalItems();
  const worker = createWorker({
    onProgress: calmProgress(
      (progress) => void sendMessage('progressChanged', progress).catch(() => undefined),
    ),
    onRecorded: showBadge,
    onSettings(settings) {
      void sendMessage('settingsChanged', settings).catch(() => undefined);
      void showLatest(worker.latest);
      worker.alerts.review();
      worker.uploads.onSettings(settings.checkSettings);
    },
    onHistory: () => void sendMessage('historyChanged').catch(() => undefined),
    onDeleted: () => void sendMessage('everythingDeleted').catch(() => undefined),
  });
  // Register every listener before the first await: a later one would miss the event that woke the worker.
  serveMessages(worker);
  onRoundAlarm((alarm) => void worker.ready.then(() => worker.startByAlarm(alarm)));
  onOtherAlarm('route-watch', () => void worker.ready.then(worker.watchRoute));
  onOtherAlarm('alert', () => worker.alerts.review());
  onOtherAlarm('upload', () => void worker.ready.then(() => worker.uploads.send()));
  onNotificationClick((number) => worker.alerts.open(number));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: '/welcome.html' });
  });
  browser.runtime.onStartup.addListener(() => {
    void setStaggered('startup');
    worker.uploads.begin();
  });
  watchLanguage(() => void showLatest(worker.latest));
  onNetworkChange(() => void setStaggered('network-change'));

  void showFirstBadge(worker.latest);
  void ensureSchedule();
  // The browser may have been closed when something was due.
  worker.alerts.review();
});
