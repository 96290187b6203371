import * as v from 'valibot';
import { expect, it } from 'vitest';
import { StandingSchema } from '../../../../lib/backup/schema/standing.ts';
import type { TargetWindow } from '../../../../lib/model/standing.ts';
import { at } from '../../../helpers/clock.ts';
import { aStanding } from '../../../helpers/rounds.ts';

it('a backup keeps what a service has met, at targets with a vote and without', () => {
  const aWindow = (target: string): TargetWindow => ({
    target,
    tries: [{ at: at(0), ok: false, mechanism: 'tls.reset' }],
    sum: 2,
    at: at(0),
    mostlyFails: false,
  });
  const standing = aStanding({ windows: [aWindow('chat/web')], aside: [aWindow('chat/site')] });

  expect(v.parse(StandingSchema, standing)).toEqual(standing);
});
