import { expect, it } from 'vitest';
import { exportServices } from '../../../lib/view/export-services.ts';
import { someSettings } from '../../helpers/settings.ts';

it('are those that the history knows, and those that are checked now, each once', () => {
  const known = [
    { id: 'own-1', name: 'Forum' },
    { id: 'viber', name: 'Viber' },
  ];
  const services = [
    { id: 'viber', name: 'Viber', enabledByDefault: true },
    { id: 'max', name: 'Max', enabledByDefault: true },
    { id: 'line', name: 'LINE', enabledByDefault: false },
  ];

  expect(exportServices(known, services, someSettings())).toEqual([
    { id: 'own-1', name: 'Forum' },
    { id: 'viber', name: 'Viber' },
    { id: 'max', name: 'Max' },
  ]);
});
