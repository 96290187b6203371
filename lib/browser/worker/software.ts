import { browser } from 'wxt/browser';
import { logicVersion } from '../../diagnose/round.ts';
import type { Software } from '../../model/round.ts';
import { readOwnCatalog } from './settings/catalog-data.ts';

/** The versions of everything that affects a verdict. */
export async function describeSoftware(): Promise<Software> {
  return {
    version: browser.runtime.getManifest().version,
    logic: logicVersion,
    catalog: (await readOwnCatalog()).name,
    browser: describeBrowser(navigator.userAgent),
  };
}

function describeBrowser(userAgent: string): string {
  const firefox = /Firefox\/([\d.]+)/.exec(userAgent)?.[1];
  if (firefox !== undefined) return `Firefox ${firefox}`;
  const chromium = /Chrome\/([\d.]+)/.exec(userAgent)?.[1];
  return chromium === undefined ? 'unknown' : `Chromium ${chromium}`;
}
