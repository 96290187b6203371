import {
  type AlertChange,
  type AlertSettings,
  defaultAlertSettings,
  withAlertChange,
} from '../../settings/alert-settings.ts';
import type { StateHolder } from '../page/page-state.ts';
import { createSettingsHolder } from '../page/settings-holder.ts';

/** What a page knows of alerts. */
export interface AlertState {
  settings: AlertSettings;
  /** Whether the browser permits notifications. */
  isPermitted: boolean;
}

/** What alerts need of a page: of the dashboard alone, so that no other loads this. */
export interface AlertSources {
  readAlerts: () => Promise<AlertState>;
  /** Has the browser ask the person, unless they agreed before. Call it synchronously in the click. */
  requestPermission: () => Promise<boolean>;
  removePermission: () => Promise<unknown>;
  /** Resolves with all settings after the change. */
  changeAlerts: (change: AlertChange) => Promise<AlertSettings>;
}

export interface AlertActions {
  /** Reads anew what is set and permitted. */
  onReadAlerts: () => void;
  /** Turns alerts on or off, together with the permission. Call it in the click, as the browser asks only then. */
  onAlertsOn: (wanted: boolean) => void;
  /** Shows at once. */
  onAlerts: (change: AlertChange) => void;
}

export function createAlertActions(
  sources: AlertSources,
  { change }: Pick<StateHolder, 'change'>,
): AlertActions {
  let isPermitted: boolean | undefined;
  const held = createSettingsHolder(defaultAlertSettings, withAlertChange, (settings) => {
    // Not before they are read.
    if (isPermitted !== undefined) change({ alerts: { settings, isPermitted } });
  });

  async function read(): Promise<void> {
    await held.read(async () => {
      const found = await sources.readAlerts();
      isPermitted = found.isPermitted;
      return found.settings;
    });
  }

  async function attempt(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      console.error(error);
      change({ error: 'worker' });
      await read().catch(console.error);
    }
  }

  async function turnOn(): Promise<void> {
    // Nothing may be awaited before: the click would be over.
    const permitted = sources.requestPermission();
    await attempt(async () => {
      if (await permitted) await sources.changeAlerts({ isOn: true });
      await read();
    });
  }

  async function turnOff(): Promise<void> {
    await attempt(async () => {
      // The worker takes notifications off the screen, for which it needs the permission.
      await sources.changeAlerts({ isOn: false });
      await sources.removePermission();
      await read();
    });
  }

  return {
    onReadAlerts: () => void attempt(read),
    onAlertsOn: (wanted) => void (wanted ? turnOn() : turnOff()),
    onAlerts: (wanted) => void attempt(() => held.change(wanted, sources.changeAlerts)),
  };
}
