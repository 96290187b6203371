import * as v from 'valibot';
import { expect, it } from 'vitest';
import { SettingsSchema } from '../../../../lib/backup/schema/settings.ts';
import { usualSettings } from '../../../helpers/written-backup.ts';

it('read ticks for exports in earlier backups, and ignore them', () => {
  const ticks = { exportRoute: true, exportAddresses: true };
  const earlier = { ...usualSettings, routing: { ...usualSettings.routing, ...ticks } };

  expect(v.parse(SettingsSchema, earlier)).toEqual(usualSettings);
});
