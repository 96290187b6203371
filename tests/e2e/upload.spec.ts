import type { Page } from '@playwright/test';
import { bringForward, secondsTo } from '../lab/browsers/alarms.ts';
import { announceStart } from '../lab/browsers/chromium.ts';
import type { Extension } from '../lab/browsers/extension.ts';
import { answerYesFor } from '../lab/browsers/route-permission.ts';
import { showPage } from '../lab/browsers/show-page.ts';
import {
  type ReceivedUpload,
  type Receiver,
  startReceiver,
} from '../lab/browsers/start-receiver.ts';
import { waitingRounds } from '../lab/browsers/upload-state.ts';
import { expect, test } from './fixtures.ts';
import { isPermitted } from './is-permitted.ts';

const thisComputer = 'http://127.0.0.1/*';
const secret = 'Bearer of-the-group';

declare const chrome: { alarms: { clear(name: string): Promise<boolean> } };

interface SentLogs {
  resourceLogs: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeLogs: { logRecords: { eventName: string; attributes: SentAttribute[] }[] }[];
  }[];
}

interface SentAttribute {
  key: string;
  value: { stringValue?: string; boolValue?: boolean };
}

const textOf = ({ body }: ReceivedUpload) => Buffer.from(body, 'base64').toString('utf8');

/** The random id of the probe in the text of a request. */
function instanceIn(text: string): string | undefined {
  return /"service\.instance\.id",\s*"value":\s*\{\s*"stringValue":\s*"([^"]+)"/.exec(text)?.[1];
}

/** The records of all that arrived, by their names and ids. */
function recordsOf(received: readonly ReceivedUpload[]) {
  return received
    .filter(({ path }) => path.endsWith('/v1/logs'))
    .flatMap((one) => (JSON.parse(textOf(one)) as SentLogs).resourceLogs)
    .flatMap(({ scopeLogs }) => scopeLogs.flatMap(({ logRecords }) => logRecords))
    .map(({ eventName, attributes }) => ({
      eventName,
      values: Object.fromEntries(
        attributes.map(({ key, value }) => [key, Object.values(value)[0] as unknown]),
      ),
    }));
}

/** Sets the upload up in the settings, as a person does. */
async function setUp({ page, context }: Extension, { url }: Receiver): Promise<void> {
  await answerYesFor([thisComputer], { context, page });
  await page.bringToFront();
  await showPage(page, 'settings');
  const section = uploadSection(page);
  await section.getByText('Set up', { exact: true }).click();
  await section.getByLabel('Address of the server').fill(url);
  await section.getByLabel('Password (header Authorization)').fill(secret);
  await section.getByLabel('Name of this network').fill('Home');
  await section.getByLabel('Country', { exact: true }).fill('de');
}

async function turnOn(extension: Extension, receiver: Receiver): Promise<void> {
  await setUp(extension, receiver);
  const section = uploadSection(extension.page);
  await section.getByRole('button', { name: 'Turn on' }).click();
  await expect(section.getByText('Checks sent: 0.')).toBeVisible();
}

function uploadSection(page: Page) {
  const heading = page.getByRole('heading', { name: 'Send to a server of your own' });
  return page.locator('section').filter({ has: heading });
}

/** Has what waits sent now. */
async function sendNow(extension: Extension): Promise<void> {
  await expect.poll(() => secondsTo(extension, 'upload')).not.toBeNull();
  await bringForward(extension, 'upload');
}

test('what the preview shows is sent after a check, and nothing that names the extension', async ({
  extension,
  lab,
}) => {
  const receiver = await startReceiver(lab);
  try {
    const { page } = extension;
    await extension.check(['max']);
    await setUp(extension, receiver);
    const section = uploadSection(page);

    await section.getByRole('button', { name: 'Show what would be sent' }).click();
    await expect(section.locator('pre')).toHaveCount(2);
    const [shown = ''] = await section.locator('pre').allTextContents();
    expect(shown).toContain(`POST ${receiver.url}/v1/logs`);
    expect(shown).toContain(`authorization: ${secret}`);
    expect(shown).toContain('"dozvon.verdict"');
    expect(receiver.received).toEqual([]);
    const shownIds = (await section.locator('pre').allTextContents()).map(instanceIn);
    const uuid = /^[\da-f-]{36}$/;
    expect(shownIds).toEqual([expect.stringMatching(uuid), expect.stringMatching(uuid)]);

    await section.getByRole('button', { name: 'Turn on' }).click();
    await expect(section.getByText('Checks sent: 0. Waiting: 0.')).toBeVisible();
    expect(await isPermitted(page, [thisComputer])).toBe(true);
    const round = await extension.check(['max']);
    await sendNow(extension);

    await expect
      .poll(() => receiver.received.map(({ path }) => path))
      .toEqual(['/v1/logs', '/v1/metrics']);
    for (const { headers } of receiver.received) {
      expect(headers).toMatchObject({ authorization: secret, 'content-type': 'application/json' });
      expect(Object.keys(headers)).not.toContain('origin');
      expect(Object.keys(headers)).not.toContain('cookie');
      expect(Object.keys(headers)).not.toContain('referer');
    }
    // What was shown before the yes names the probe as what is sent does.
    expect(receiver.received.map(textOf).map(instanceIn)).toEqual(shownIds);
    const records = recordsOf(receiver.received);
    const verdicts = records.filter(({ eventName }) => eventName === 'dozvon.verdict');
    // The check before the upload was turned on stays here.
    expect(verdicts).toMatchObject([
      { values: { round_id: round.id, service: 'max', network_label: 'Home', home_country: 'DE' } },
    ]);
    const attempts = round.services.flatMap(({ targets }) =>
      targets.flatMap((one) => one.attempts),
    );
    expect(records.filter(({ eventName }) => eventName === 'dozvon.attempt')).toHaveLength(
      attempts.length,
    );
    const everything = receiver.received.map(textOf).join('');
    for (const { remoteIp } of attempts) {
      if (remoteIp !== null) expect(everything).not.toContain(remoteIp);
    }

    await expect.poll(() => secondsTo(extension, 'upload')).toBeNull();
    await page.reload();
    await showPage(page, 'settings');
    await expect(section.getByText('Checks sent: 1. Waiting: 0.')).toBeVisible();

    // Of the check that was just sent.
    await section.getByRole('button', { name: 'Show what would be sent' }).click();
    await expect(section.locator('pre')).toHaveCount(2);
    const previewed = await section.locator('pre').allTextContents();
    const sent = receiver.received.map((one) => ({
      line: `POST ${new URL(receiver.url).origin}${one.path}`,
      body: JSON.parse(textOf(one)) as unknown,
    }));
    expect(
      previewed.map((text) => ({
        line: text.split('\n', 1)[0],
        body: JSON.parse(text.slice(text.indexOf('\n\n'))) as unknown,
      })),
    ).toEqual(sent);
  } finally {
    receiver.stop();
  }
});

test('what could not be sent waits, and is sent again with the same ids', async ({
  extension,
  lab,
}) => {
  const receiver = await startReceiver(lab, { statuses: [503, 503] });
  try {
    const { page } = extension;
    await turnOn(extension, receiver);
    await extension.check(['max']);
    await sendNow(extension);

    await expect.poll(() => receiver.received.length).toBe(2);
    // The run has ended, and noted why, once the next one is planned: within half a minute, and not in ten.
    await expect.poll(() => secondsTo(extension, 'upload')).toBeLessThan(60);
    expect(await secondsTo(extension, 'upload')).toBeGreaterThan(20);
    await page.reload();
    await showPage(page, 'settings');
    await expect(uploadSection(page).getByText('Checks sent: 0. Waiting: 1.')).toBeVisible();
    await expect(
      uploadSection(page).getByText('The server answers with an error (503).'),
    ).toBeVisible();
  } finally {
    receiver.stop();
  }
});

test('nothing is sent while checks are paused, or after the upload was turned off', async ({
  extension,
  lab,
}) => {
  const receiver = await startReceiver(lab);
  try {
    const { page } = extension;
    await turnOn(extension, receiver);
    await extension.check(['max']);
    await extension.ask('changeSettings', { pausedUntil: 'resumed' });
    await sendNow(extension);
    // It looks again whether the pause is over.
    await expect.poll(() => secondsTo(extension, 'upload')).toBeGreaterThan(300);

    await page.reload();
    await showPage(page, 'settings');
    await expect(uploadSection(page).getByText('Waiting: 1.')).toBeVisible();
    await uploadSection(page).getByRole('button', { name: 'Turn off' }).click();
    await expect(uploadSection(page).getByText('Set up', { exact: true })).toBeVisible();
    await expect.poll(() => isPermitted(page, [thisComputer])).toBe(false);
    expect(await databases(page)).not.toContain('dozvon-outbox');

    await extension.ask('changeSettings', { pausedUntil: null });
    await extension.check(['max']);
    expect(await secondsTo(extension, 'upload')).toBeNull();
    expect(receiver.received).toEqual([]);
  } finally {
    receiver.stop();
  }
});

test('a check that was deleted before it was sent is never sent', async ({ extension, lab }) => {
  const receiver = await startReceiver(lab);
  try {
    await turnOn(extension, receiver);
    const first = await extension.check(['max']);
    const second = await extension.check(['max']);
    await extension.ask('deletePart', { rounds: [first.id] });
    await expect
      .poll(async () => (await extension.read<{ id: string }>('rounds')).map(({ id }) => id))
      .toEqual([second.id]);
    await sendNow(extension);

    await expect.poll(() => receiver.received.length).toBe(2);
    const ids = recordsOf(receiver.received).map(({ values }) => values.round_id);
    expect(new Set(ids)).toEqual(new Set([second.id]));
    await expect.poll(() => secondsTo(extension, 'upload')).toBeNull();
  } finally {
    receiver.stop();
  }
});

test('a check waits as soon as its states are known, though another takes its place', async ({
  extension,
  lab,
}) => {
  const receiver = await startReceiver(lab);
  try {
    const { page, ask } = extension;
    await turnOn(extension, receiver);
    // Attempts on silent names go on for half a minute once the states are known.
    await lab.setWorld({ tls: [{ names: ['.viber.com'], action: 'silent' }] });
    const first = await ask('startRound', { services: ['viber'] });
    await expect
      .poll(async () => (await ask('getProgress'))?.judged, { timeout: 90_000 })
      .toBe(true);
    await expect.poll(() => waitingRounds(page)).toEqual([first]);
    expect(await ask('getProgress')).toMatchObject({ roundId: first });
    await expect.poll(() => secondsTo(extension, 'upload')).not.toBeNull();

    await lab.setWorld({});
    const second = await ask('startRound', { services: ['max'] });
    await extension.roundIsOver();

    await expect
      .poll(() => waitingRounds(page).then((ids) => ids.toSorted()))
      .toEqual([first, second].toSorted());
    expect(receiver.received).toEqual([]);
  } finally {
    receiver.stop();
  }
});

test('what waits is sent after the browser has started, which may have forgotten its alarms', async ({
  extension,
  lab,
}) => {
  const receiver = await startReceiver(lab);
  try {
    const { page } = extension;
    await turnOn(extension, receiver);
    await extension.check(['max']);
    await expect.poll(() => secondsTo(extension, 'upload')).not.toBeNull();
    await page.evaluate(() => chrome.alarms.clear('upload'));
    expect(await secondsTo(extension, 'upload')).toBeNull();

    await announceStart(extension);

    await sendNow(extension);
    await expect.poll(() => receiver.received.length).toBe(2);
  } finally {
    receiver.stop();
  }
});

test('to delete everything ends the upload, and gives its permission back', async ({
  extension,
  lab,
}) => {
  const receiver = await startReceiver(lab);
  try {
    const { page } = extension;
    await turnOn(extension, receiver);
    await extension.check(['max']);

    // The page loads anew, perhaps before the answer.
    const loaded = page.waitForEvent('load');
    await Promise.allSettled([extension.ask('deleteEverything'), loaded]);
    await loaded;

    await expect.poll(() => isPermitted(page, [thisComputer])).toBe(false);
    await expect.poll(() => databases(page)).not.toContain('dozvon-outbox');
    expect(await secondsTo(extension, 'upload')).toBeNull();
    expect(await extension.ask('getUploadJob')).toBeNull();
  } finally {
    receiver.stop();
  }
});

function databases(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name = '' }) => name));
}
