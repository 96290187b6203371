import { expect } from '@playwright/test';
import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';
import { showPage } from '../lab/browsers/show-page.ts';

/** Opens a backup as a person does, in a page of either browser. */
export async function openBackup(page: ExtensionPage, file: Buffer): Promise<void> {
  await showPage(page, 'backup');
  const bytes = file.toString('base64');
  await expect.poll(() => page.evaluate(openFile, bytes), { timeout: 60_000 }).toBe(true);
}

/** Runs in the page. */
function openFile(base64: string): boolean {
  const input = document.querySelector<HTMLInputElement>('.backup input[type=file]');
  if (input === null) return false;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], 'backup.jsonl.gz'));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}
