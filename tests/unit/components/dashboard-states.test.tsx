// @vitest-environment happy-dom
import '../../helpers/loaded-texts.ts';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { DashboardView } from '../../../components/dashboard/DashboardView.tsx';
import { addressOf } from '../../../lib/view/page/address.ts';
import {
  type DashboardStateName,
  dashboardState,
  dashboardStates,
} from '../../gallery/dashboard-states.ts';
import { noDashboardActions } from '../../helpers/no-dashboard-actions.ts';

beforeEach(() => {
  render(null, document.body);
});

/** What a state says and its page does not say else. */
const said: Record<DashboardStateName, string> = {
  'first steps': 'Start checking',
  'not checked yet': 'Not checked yet',
  checking: 'Cancel',
  paused: 'Resume',
  'paused, and else by hand': 'Paused until you resume. Checks run only when you ask.',
  'no site permitted': 'Allow access',
  'further messengers offered': 'imo and BiP',
  'two ways': 'Not through your provider (',
  'changes while the network was shut': 'Only part of the internet worked then.',
  'histories set aside': 'is damaged on the disk',
  'a check that was not saved': 'could not be saved',
  'a history that cannot be read': 'The history of checks cannot be read.',
  'research build': 'Research build',
  'sites with all kinds of names': 'WWWW opens',
  'a service that was cut off just now': 'It did not open in the last check; another is needed.',
  'a service that opens just now': 'It opened in the last check; another is needed.',
  'a service at home that is not asked':
    'Max is not checked while traffic seems not to go through your provider',
  'a service that is not checked': 'other is not checked now.',
  'a check that is gone': 'it may have been deleted',
  'no such page': 'There is nothing at this address.',
  'a timeline without a check': 'There is nothing to show.',
  'settings of an organisation': 'What is grey only it can change.',
  'a policy that does not fit': 'everyMinutes: found 7',
  'a site of one’s own': 'https://club.example/',
  'a catalogue from a file': 'one from a file, of 2026-02-09',
  'alerts and route not permitted': 'Alerts were on',
  'an upload that fails': 'The server answers with an error (503).',
  'an upload that is not permitted': 'The browser does not allow this address',
  'a part that is being deleted': 'Deleting…',
  'a file that is being made': '1,200 of about 2,914',
  'nothing to export': 'There is no check to save yet.',
  'nothing to share': 'no check has been made',
  'a backup that is being read': '700',
  'a backup that can be restored': 'These settings would change',
  'a backup that does not fit': 'Line 7, startedAt',
  'a backup that is restored': 'The backup is restored.',
  'the route not looked at': 'which way traffic goes is not looked at',
};

const names = Object.keys(said) as DashboardStateName[];

function show(name: DashboardStateName, state: string | null) {
  render(
    <DashboardView
      key={state}
      {...dashboardState(state, 'Note')}
      {...noDashboardActions}
      address={signal(addressOf(`#${dashboardStates[name].place}`))}
      language="en"
    />,
    document.body,
  );
}

it.each(names)('the gallery has the dashboard with %s', async (name) => {
  show(name, name);

  await expect.poll(() => document.body.textContent).toContain(said[name]);
});

// There is no canvas here, on which the page to share draws its card.
const comparable = names.filter(
  (name) => 'data' in dashboardStates[name] && dashboardStates[name].place !== 'share',
);

it.each(comparable)('without %s a page of the gallery says else', async (name) => {
  show(name, null);
  await expect.poll(() => document.querySelector('h1')).not.toBeNull();

  expect(document.body.textContent).not.toContain(said[name]);
});
