import { storage } from '@wxt-dev/storage';

/** Whether the way that traffic takes is looked at and spoken of. */
const showRouting = storage.defineItem<boolean>('local:showRouting', { fallback: true });

/** Whether the exit's country and AS number may stay in the history. */
const recordExit = storage.defineItem<boolean>('local:recordExit', { fallback: false });

export interface RoutingSettings {
  showRouting: boolean;
  recordExit: boolean;
}

/** What is stored and is not a yes or a no counts as not set. */
export async function readRoutingSettings(): Promise<RoutingSettings> {
  const [shows, records] = await Promise.all([showRouting.getValue(), recordExit.getValue()]);
  return { showRouting: shows !== false, recordExit: records === true };
}

export async function saveRoutingSettings(settings: RoutingSettings): Promise<void> {
  await Promise.all([
    showRouting.setValue(settings.showRouting),
    recordExit.setValue(settings.recordExit),
  ]);
}
