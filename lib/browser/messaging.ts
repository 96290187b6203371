import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Protocol } from '../messages/protocol.ts';

/** Messages between pages and the worker. */
export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
