import { browser } from 'wxt/browser';
import { createHandlers, type HandlerDependencies } from '../../messages/handlers.ts';
import { createPlainAnswer } from '../../messages/plain-request.ts';
import { onMessage } from '../messaging.ts';

/** Answers the extension's own pages, and nobody else. To be called synchronously. */
export function serveMessages(dependencies: HandlerDependencies): void {
  const handlers = createHandlers(dependencies);
  onMessage('agree', ({ data, sender }) => fromUs(sender, handlers.agree)(data));
  onMessage('changeSettings', ({ data, sender }) => fromUs(sender, handlers.changeSettings)(data));
  onMessage('changeRouting', ({ data, sender }) => fromUs(sender, handlers.changeRouting)(data));
  onMessage('resetSettings', ({ sender }) => fromUs(sender, handlers.resetSettings)());
  onMessage('changeAlerts', ({ data, sender }) => fromUs(sender, handlers.changeAlerts)(data));
  onMessage('changeUpload', ({ data, sender }) => fromUs(sender, handlers.changeUpload)(data));
  onMessage('getUploadJob', ({ sender }) => fromUs(sender, handlers.getUploadJob)());
  onMessage('uploadEnded', ({ data, sender }) => fromUs(sender, handlers.uploadEnded)(data));
  onMessage('getServices', ({ sender }) => fromUs(sender, handlers.getServices)());
  onMessage('addService', ({ data, sender }) => fromUs(sender, handlers.addService)(data));
  onMessage('removeService', ({ data, sender }) => fromUs(sender, handlers.removeService)(data));
  onMessage('tryService', ({ data, sender }) => fromUs(sender, handlers.tryService)(data));
  onMessage('getCatalog', ({ sender }) => fromUs(sender, handlers.getCatalog)());
  onMessage('previewCatalog', ({ data, sender }) => fromUs(sender, handlers.previewCatalog)(data));
  onMessage('useCatalog', ({ data, sender }) => fromUs(sender, handlers.useCatalog)(data));
  onMessage('useBuiltInCatalog', ({ sender }) => fromUs(sender, handlers.useBuiltInCatalog)());
  onMessage('startRound', ({ data, sender }) => fromUs(sender, handlers.startRound)(data));
  onMessage('lookAtRoute', ({ sender }) => fromUs(sender, handlers.lookAtRoute)());
  onMessage('cancelRound', ({ sender }) => fromUs(sender, handlers.cancelRound)());
  onMessage('getProgress', ({ sender }) => fromUs(sender, handlers.getProgress)());
  onMessage('saveNote', ({ data, sender }) => fromUs(sender, handlers.saveNote)(data));
  onMessage('deleteNote', ({ data, sender }) => fromUs(sender, handlers.deleteNote)(data));
  onMessage('deletePart', ({ data, sender }) => fromUs(sender, handlers.deletePart)(data));
  onMessage('mendHistory', ({ sender }) => fromUs(sender, handlers.mendHistory)());
  onMessage('switchHistory', ({ data, sender }) => fromUs(sender, handlers.switchHistory)(data));
  onMessage('deleteSetAside', ({ data, sender }) => fromUs(sender, handlers.deleteSetAside)(data));
  onMessage('deleteEverything', ({ sender }) => fromUs(sender, handlers.deleteEverything)());
  onMessage('getRound', ({ data, sender }) => fromUs(sender, handlers.getRound)(data));
  onMessage('getRounds', ({ data, sender }) => fromUs(sender, handlers.getRounds)(data));
  const answer = createPlainAnswer(handlers);
  browser.runtime.onMessage.addListener((message, sender, reply) => {
    const answering = fromUs(sender, answer)(message);
    void answering?.then(reply);
    // Keeps the channel open, or leaves the message to other listeners.
    return answering !== undefined;
  });
}

function fromUs<Handler>(sender: { id?: string }, handler: Handler): Handler {
  if (sender.id !== browser.runtime.id) throw new Error('sender: another extension');
  return handler;
}
