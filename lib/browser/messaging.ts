import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Protocol } from '../messages/protocol.ts';

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
