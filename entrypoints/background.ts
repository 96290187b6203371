import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { watchLanguage } from '../lib/browser/language.ts';
import { sendMessage, serveMessages } from '../lib/browser/messaging.ts';
import { ensureAlarm, onRoundAlarm, onRouteWatch, setAlarm } from '../lib/browser/worker/alarms.ts';
import { showBadge } from '../lib/browser/worker/badge.ts';
import { onNetworkChange } from '../lib/browser/worker/network-changes.ts';
import { createRounds } from '../lib/browser/worker/rounds.ts';
import { jitteredMinutes, roundEveryMinutes, shortestMinutes } from '../lib/round/schedule.ts';

export default defineBackground(() => {
  const rounds = createRounds({
    onProgress: (progress) => void sendMessage('progressChanged', progress).catch(() => undefined),
    onRecorded: (round) => void showBadge(round),
  });
  // Register every listener before the first await: a later one would miss the event that woke the worker.
  serveMessages(rounds);
  onRoundAlarm((trigger) => void rounds.ready.then(() => rounds.controller.start(trigger, null)));
  onRouteWatch(() => void rounds.ready.then(rounds.watchRoute));
  browser.runtime.onInstalled.addListener(() => void setAlarm('startup', shortestMinutes));
  browser.runtime.onStartup.addListener(() => void setAlarm('startup', shortestMinutes));
  watchLanguage(() => void rounds.latest().then(showBadge));
  onNetworkChange(() => void setAlarm('network-change', shortestMinutes));

  void rounds.latest().then(showBadge);
  void ensureAlarm('schedule', jitteredMinutes(roundEveryMinutes, Math.random));
});
