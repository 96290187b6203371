import type { CheckSettings, SettingsChange } from '../settings/check-settings.ts';

/** The settings on a page: what the worker said last, with the changes on top that it has not answered yet. */
export interface SettingsHolder {
  receive(settings: CheckSettings): void;
  /** Shows a change at once. */
  begin(wanted: SettingsChange): void;
  /** @param answer left out where the worker refused the change, which is taken back then */
  end(wanted: SettingsChange, answer?: CheckSettings): void;
}

/** @param show called with the settings whenever they change */
export function createSettingsHolder(
  initial: CheckSettings,
  show: (settings: CheckSettings) => void,
): SettingsHolder {
  let known = initial;
  let pending: SettingsChange[] = [];
  const showAll = () => show(pending.reduce(withChange, known));

  return {
    receive(settings) {
      known = settings;
      showAll();
    },
    begin(wanted) {
      pending = [...pending, wanted];
      showAll();
    },
    end(wanted, answer = known) {
      pending = pending.filter((one) => one !== wanted);
      known = answer;
      showAll();
    },
  };
}

function withChange(settings: CheckSettings, wanted: SettingsChange): CheckSettings {
  return { ...settings, ...wanted, services: { ...settings.services, ...wanted.services } };
}
