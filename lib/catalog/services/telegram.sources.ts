import type { Sources } from '../provenance.ts';

export const telegramSources: Sources = {
  byId: {
    'telegram/web': {
      source: 'ooni/probe-cli:internal/experiment/telegram/telegram.go',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI takes any status of it',
    },
    'telegram/links': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'telegram/site': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
    },
    'telegram/dc-pool': {
      source:
        'ooni/probe-cli:internal/experiment/telegram/telegram.go:91 (any response = ok; IP blocking only if every IP:port fails; asked by POST there; by GET here, as a POST brings an Origin: TelegramMessenger/MTProxy:mtproto/mtproto-proxy.c answers 501 to a GET as to an empty POST)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI takes any answer',
    },
    'telegram/cdn': {
      source: 'Flowseal/zapret-discord-youtube hosts (cdn, cdn1..cdn6.telesco.pe)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'serves the pictures of public channels, to everybody',
      note: 'Several of a numbered family, as single numbers come and go.',
    },
    'telegram/bot-api': {
      source: 'hyperion-cs/dpi-checkers:ru/dpi-ch/config/default.yaml',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'dpi-checkers takes any answer',
    },
    'telegram/download': {
      source: 'Runnin4ik/dpi-detector:core/telegram_scanner.py:19 (30.97 MB)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'dpi-detector receives it',
    },
    'telegram/upload': {
      source: 'An upload of about 64 kB shows a freeze with any host: hyperion-cs/dpi-checkers',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    'telegram/socket': {
      source:
        'morethanwords/tweb:src/lib/mtproto/dcConfigurator.ts (venus, vesta); Flowseal/tg-ws-proxy:README.md (kws and a number)',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'its clients open it before they log in',
      note: 'Data centres 2 and 4, which hold most accounts, by both of their names; no Origin is required.',
    },
    'telegram/plain': {
      source: "Telegram's links before t.me",
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
