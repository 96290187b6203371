import { expect, it } from 'vitest';
import { exportServices } from '../../../lib/view/export-services.ts';
import { someSettings } from '../../helpers/settings.ts';
import { buildRound, buildService } from './build-round.ts';

it('are those of the rounds, and those that are checked now, each once', () => {
  const rounds = [
    buildRound({ services: [buildService({ id: 'own-1', name: 'Forum' })] }),
    buildRound({ services: [buildService({ id: 'viber', name: 'Viber' })] }),
  ];
  const services = [
    { id: 'viber', name: 'Viber', enabledByDefault: true },
    { id: 'max', name: 'Max', enabledByDefault: true },
    { id: 'line', name: 'LINE', enabledByDefault: false },
  ];

  expect(exportServices(rounds, services, someSettings())).toEqual([
    { id: 'own-1', name: 'Forum' },
    { id: 'viber', name: 'Viber' },
    { id: 'max', name: 'Max' },
  ]);
});
