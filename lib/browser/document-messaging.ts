import { defineExtensionMessaging } from '@webext-core/messaging';
import type { DocumentProtocol } from '../messages/document-protocol.ts';

/** Messages between the worker and the document that probes for it. */
export const { sendMessage, onMessage } = defineExtensionMessaging<DocumentProtocol>();
