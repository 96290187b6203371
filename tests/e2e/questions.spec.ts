import type { Locator } from '@playwright/test';
import { expect, test } from './gallery-fixtures.ts';

/* What strangers want to know, answered from the popup alone, on a day as in Russia in February 2026. */

const words = {
  en: {
    inPart: 'In part',
    since: /Like this since .*\d/,
    internet: /^The internet works · through your provider/,
    sure: 'This is almost certainly a block.',
    changed: /Last 24 hours: .*–.*: opens; .*: no checks; .*: blocked/,
    more: 'More',
    asked: 'Who can see what',
    stop: 'Until I resume',
    data: 'Download CSV',
    blocked: 'Blocked',
    either: 'Through your provider, it seems: opens at times. Not through it, it seems: opens.',
  },
  ru: {
    inPart: 'Частично',
    since: /Так с .*\d/,
    internet: /^Интернет в порядке · похоже, через провайдера/,
    sure: 'Почти наверняка это блокировка.',
    changed: /За сутки: .*–.*: открывается; .*: нет проверок; .*: заблокирован/,
    more: 'Ещё',
    asked: 'Кто что увидит',
    stop: 'Пока не продолжу',
    data: 'Скачать CSV',
    blocked: 'Заблокирован',
    either:
      'Похоже, через вашего провайдера: открывается не всё время. Похоже, не через него: открывается.',
  },
};

type Words = (typeof words)['en'];

/** A person in front of the popup. */
interface Person {
  row: (name: string) => Locator;
  /** Clicks, and counts it. */
  press: (target: Locator) => Promise<void>;
  button: (name: string) => Locator;
  link: (name: string) => Locator;
  read: (text: string | RegExp) => Promise<void>;
}

const questions: [question: string, ask: (person: Person, w: Words) => Promise<void>][] = [
  [
    'Does Telegram work?',
    ({ row }, w) => expect(row('Telegram').getByText(w.inPart)).toBeVisible(),
  ],
  [
    'Since when not?',
    async ({ row, press, read }, w) => {
      await press(row('Telegram').getByText('Telegram', { exact: true }));
      await read(w.since);
    },
  ],
  ['Is it my internet?', ({ read }, w) => read(w.internet)],
  [
    'Am I sure?',
    async ({ row, press, read }, w) => {
      await press(row('WhatsApp').getByText('WhatsApp', { exact: true }));
      await read(w.sure);
    },
  ],
  [
    'What changed today?',
    async ({ row, press, read }, w) => {
      await press(row('WhatsApp').getByText('WhatsApp', { exact: true }));
      await read(w.changed);
    },
  ],
  [
    'What is asked of whom?',
    async ({ button, link, press }, w) => {
      await press(button(w.more));
      await expect(link(w.asked)).toHaveAttribute('href', '/visibility.html');
      await expect(link(w.asked)).toBeVisible();
    },
  ],
  [
    'How do I stop it?',
    async ({ button, press }, w) => {
      await press(button(w.more));
      await press(button(w.stop));
    },
  ],
  [
    'How do I get my data?',
    async ({ button, press }, w) => {
      await press(button(w.more));
      await press(button(w.data));
    },
  ],
  [
    'Blocked or broken?',
    ({ row }, w) => expect(row('WhatsApp').getByText(w.blocked, { exact: true })).toBeVisible(),
  ],
  [
    'Does it differ through a VPN?',
    async ({ row, press, read }, w) => {
      await press(row('WhatsApp').getByText('WhatsApp', { exact: true }));
      await read(w.either);
    },
  ],
];

for (const [language, w] of Object.entries(words)) {
  for (const [question, ask] of questions) {
    test(`${question} (${language})`, async ({ galleryPage: page }) => {
      let actions = 0;
      const rows = page.getByRole('main').getByRole('listitem');
      await page.setViewportSize({ width: 380, height: 600 });
      await page.goto(`state.html?state=february&language=${language}`);
      await expect(page.getByRole('img').first()).toBeVisible();

      await ask(
        {
          row: (name) => rows.filter({ has: page.getByText(name, { exact: true }) }).first(),
          async press(target) {
            actions += 1;
            await target.click();
          },
          button: (name) => page.getByRole('button', { name, exact: true }),
          link: (name) => page.getByRole('link', { name }),
          read: (text) => expect(page.getByText(text).first()).toBeVisible(),
        },
        w,
      );

      expect(actions).toBeLessThanOrEqual(2);
    });
  }
}
