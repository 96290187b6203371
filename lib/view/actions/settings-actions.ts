import type { Language } from '../../i18n/languages.ts';
import type { RoutingChange } from '../../routing/settings.ts';
import type { SettingsChange } from '../../settings/check-settings.ts';
import { isLocked } from '../../settings/organisation.ts';
import { type PauseLength, pauseFrom } from '../../settings/pause.ts';
import type { ServiceChoice } from '../../settings/wanted-services.ts';
import type { PageSources } from '../page/page-sources.ts';
import type { StateHolder } from '../page/page-state.ts';

/** What a person can set on a page; each change shows at once. */
export interface SettingsActions {
  onPause: (length: PauseLength) => void;
  onResume: () => void;
  onCheckSettings: (change: SettingsChange) => void;
  onLanguage: (language: Language) => void;
  onRoutingSettings: (change: RoutingChange) => void;
}

export function createSettingsActions(
  sources: PageSources,
  { state, change, attempt, checkSettings, routingSettings }: StateHolder,
): SettingsActions {
  async function changeSettings(wanted: SettingsChange) {
    await attempt('worker', async () => {
      await checkSettings.change(wanted, sources.changeSettings);
      return {};
    });
  }

  /** A browser asks in a click only, so nothing may be awaited before; the change waits for the person's answer. */
  async function permitAndChange(hosts: readonly string[], wanted: SettingsChange) {
    const isPermitted = await sources.requestHosts(hosts).catch((error: unknown) => {
      console.error(error);
      return false;
    });
    // Refused, the tick goes back to where it was.
    if (isPermitted) await changeSettings(wanted);
    else change({});
  }

  async function changeRouting(wanted: RoutingChange) {
    await attempt('worker', async () => {
      await routingSettings.change(wanted, sources.changeRouting);
      return {};
    });
  }

  let wantedLanguage: Language | null = null;

  async function changeLanguage(language: Language) {
    if (isLocked(state.peek().checkSettings, 'language')) return;
    wantedLanguage = language;
    await sources.loadTexts(language);
    // Texts may come in another order than they were asked for.
    if (language !== wantedLanguage) return;
    change({ language });
    await sources.saveLanguage(language);
  }

  return {
    onPause: (length) => void changeSettings({ pausedUntil: pauseFrom(sources.now(), length) }),
    onResume: () => void changeSettings({ pausedUntil: null }),
    onCheckSettings(wanted) {
      const hosts = hostsOfTurnedOn(wanted, state.peek().services);
      void (hosts.length === 0 ? changeSettings(wanted) : permitAndChange(hosts, wanted));
    },
    onLanguage: (language) => void changeLanguage(language).catch(console.error),
    onRoutingSettings: (wanted) => void changeRouting(wanted),
  };
}

function hostsOfTurnedOn(
  { services: wanted = {} }: SettingsChange,
  services: readonly ServiceChoice[],
): string[] {
  const turnedOn = services.filter(({ id }) => wanted[id] === true);
  return turnedOn.flatMap(({ permissions = [] }) => permissions);
}
