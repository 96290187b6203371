import { fakeBrowser } from 'wxt/testing/fake-browser';

/*
 * Has what defines items of the storage find the fake one. To be imported first: the library looks for the browser as
 * it is loaded.
 */
Object.assign(globalThis, { chrome: fakeBrowser });
