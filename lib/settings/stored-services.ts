import * as v from 'valibot';

/**
 * Service ids with true or false, as they are stored. An entry that does not fit goes alone: were all to go with it,
 * services that a person left out would be on again.
 */
export const StoredServicesSchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((stored): Record<string, boolean> => {
    const fitting = Object.entries(stored).filter(([, isOn]) => typeof isOn === 'boolean');
    return Object.fromEntries(fitting as [string, boolean][]);
  }),
);
