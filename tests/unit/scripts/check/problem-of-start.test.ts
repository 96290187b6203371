import { expect, it } from 'vitest';
import { applyChange } from '../../../../lib/settings/apply-change.ts';
import { problemOfStart } from '../../../../scripts/check/problem-of-start.ts';
import { SetupError } from '../../../../scripts/setup/index.mjs';
import { anOrganisation, someSettings } from '../../../helpers/settings.ts';

/** What the extension answers to a change of a locked setting. */
function refusal(): unknown {
  const organisation = anOrganisation({ locked: ['everyMinutes'] });
  try {
    return applyChange(
      someSettings({ everyMinutes: 60, organisation }),
      { everyMinutes: null },
      [],
    );
  } catch (error) {
    return new SetupError(`The extension failed at changeSettings: ${(error as Error).message}`);
  }
}

it('lays a refused setting to the policy', () => {
  expect(problemOfStart(refusal(), '/usr/bin/chromium')).toBe(
    "No check possible, an organisation's policy locks what the command has to set: " +
      'The extension failed at changeSettings: everyMinutes: found null, allowed: what the organisation has set',
  );
});

it.each([
  [new Error('it ended with 127\nat start'), 'it ended with 127'],
  [
    new Error('a\nFailed to create a ProcessSingleton for x'),
    'Failed to create a ProcessSingleton',
  ],
])('lays all else to the start: %s', (error, reason) => {
  expect(problemOfStart(error, '/usr/bin/chromium')).toContain(
    `the browser /usr/bin/chromium with the extension did not start: ${reason}`,
  );
});
