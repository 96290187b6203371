import { badgeRu } from './badge.ts';
import type { MessageId } from './en.ts';

export const ru: Record<MessageId, string> = {
  ...badgeRu,
  'app.name': 'Дозвон',
  'app.language': 'Язык',
  'app.dashboard': 'История',

  'state.ok': 'Открывается',
  'state.impaired': 'Работает частично',
  'state.blocked': 'Заблокирован',
  'state.likely_blocked': 'Похоже, заблокирован',
  'state.down': 'Не работает сам сервис',
  'state.insufficient': 'Неизвестно',

  'confidence.high': 'Это почти наверняка так.',
  'confidence.medium': 'Скорее всего, это так.',
  'confidence.low': 'Это только предположение.',

  'reason.got-through': '{name} отвечает как положено.',
  'reason.some-roles-fail': 'Одна часть {name} отвечает, другая — нет.',
  'reason.dns-withheld':
    'Эта сеть не сообщает адрес {name}, хотя он существует, а другие сайты находятся.',
  'reason.dns-fails': 'Через эту сеть не удаётся узнать адрес {name}.',
  'reason.no-answer': '{name} не отвечает, хотя другие сайты отвечают.',
  'reason.cut-off': 'Соединение с {name} обрывается.',
  'reason.cut-off-by-name':
    'Соединение обрывается, как только в нём названо имя {name}, хотя сам сервер отвечает.',
  'reason.silent-by-name':
    'Как только в соединении названо имя {name}, ответа больше нет, хотя сам сервер отвечает.',
  'reason.refused': 'Соединение с {name} отклоняется.',
  'reason.unreachable': 'Сеть сообщает, что пути к {name} нет.',
  'reason.foreign-certificate':
    'Вместо {name} отвечает что-то другое: сертификату, который оно показывает, доверять нельзя.',
  'reason.handshake-fails': 'Не получается установить защищённое соединение с {name}.',
  'reason.handshake-fails-by-name':
    'Защищённое соединение не устанавливается, если назвать имя {name}, хотя сам сервер отвечает.',
  'reason.transfer-freezes':
    'Обмен данными с {name} замирает после первых килобайт, хотя с другими сайтами идёт дальше.',
  'reason.transfer-crawls': 'Данные {name} еле ползут, хотя с другими сайтами обмен быстрый.',
  'reason.block-page': 'Вместо {name} открывается страница о том, что доступ закрыт.',
  'reason.legal-refusal': 'В ответе сказано, что доступ к {name} закрыт по юридическим причинам.',
  'reason.server-error': '{name} сообщает о неполадке на своей стороне.',
  'reason.certificate-expired':
    'У {name} истёк срок сертификата. Исправить это может только сам сервис.',
  'reason.name-unknown': 'Адрес {name} нигде не известен. Похоже, неполадка у самого сервиса.',
  'reason.unclear-failure': '{name} не открывается, причину выяснить не удалось.',
  'reason.network-offline': 'Нет подключения, поэтому про {name} ничего сказать нельзя.',
  'reason.network-portal': 'Сеть просит сначала войти, поэтому проверить {name} не удалось.',
  'reason.network-degraded': 'Связь слишком ненадёжна, чтобы судить о {name}.',
  'reason.network-allowlist':
    'Через эту сеть сейчас не открываются зарубежные сайты, и {name} тоже не открывается.',
  'reason.needs-permission': 'Браузер не разрешает расширению проверять {name}.',
  'reason.blocked-by-extension': 'Проверку {name} остановило другое расширение в этом браузере.',
  'reason.network-changed':
    'Во время проверки сменилась сеть, поэтому результат по {name} не засчитан.',
  'reason.too-few-attempts': 'Попыток было слишком мало, чтобы судить о {name}.',
  'reason.interrupted': 'Проверка {name} прервалась.',

  'confirming.ok': 'При последней проверке всё открылось. Перепроверяем.',
  'confirming.impaired': 'При последней проверке работала только часть. Перепроверяем.',
  'confirming.blocked': 'Последняя проверка показала блокировку. Перепроверяем.',
  'confirming.likely_blocked': 'При последней проверке ничего не открылось. Перепроверяем.',
  'confirming.down': 'При последней проверке не работал сам сервис. Перепроверяем.',
  'confirming.insufficient':
    'Последняя проверка ничего не выяснила. Здесь показано то, что было известно до неё.',

  'network.normal': 'Интернет работает как обычно.',
  'network.allowlist': 'Сайты внутри страны открываются, зарубежные — нет.',
  'network.captive_portal':
    'Сеть просит сначала войти. Откройте любой сайт, войдите и проверьте ещё раз.',
  'network.offline':
    'Нет подключения к интернету, поэтому про мессенджеры сейчас ничего не сказать.',
  'network.degraded':
    'Интернет работает не так, как должен, поэтому о мессенджерах сейчас трудно судить.',
  'network.secure-dns':
    'Браузер узнаёт адреса через защищённый DNS, поэтому блокировка в DNS самой сети отсюда не видна.',

  'route.direct': 'Похоже, трафик идёт напрямую, без VPN.',
  'route.vpn_likely.low': 'Возможно, трафик идёт в обход — через VPN или прокси.',
  'route.vpn_likely.medium': 'Похоже, трафик идёт в обход: вероятно, через VPN или прокси.',
  'route.vpn_likely.high':
    'Трафик, судя по всему, идёт в обход: скорее всего, через VPN или прокси.',
  'route.split':
    'Похоже, трафик идёт двумя путями: к сайтам внутри страны напрямую, к зарубежным в обход — возможно, через VPN или прокси.',
  'route.unknown': 'Неясно, каким путём идёт трафик.',
  'route.country': 'Зарубежные сайты видят, что он приходит из страны: {country}.',
  'route.seen': 'Замечено {ago}.',
  'route.through': 'То, что открывается, открывается этим путём.',
  'route.for': 'Что говорит за это',
  'route.against': 'Что говорит против',
  'route.beside': 'Что ещё замечено',
  'route.service': '{name} отвечает, но обходным путём.',

  'settings.route': 'Каким путём идёт трафик',
  'settings.route.show': 'Смотреть, каким путём идёт трафик, и сообщать об этом',
  'settings.route.record': 'Хранить в истории страну и номер сети (AS), из которых выходит трафик',

  'summary.none': 'Проверок ещё не было',
  'summary.first':
    'Нажмите «Проверить сейчас», чтобы узнать, какие мессенджеры открываются в этом браузере.',
  'summary.all':
    '{total, plural, =1 {Мессенджер открывается} one {Открываются все # мессенджер} few {Открываются все # мессенджера} many {Открываются все # мессенджеров} other {Открываются все # мессенджера}}',
  'summary.open':
    '{open, plural, =0 {Не открылся ни один из} one {Открывается # из} few {Открываются # из} many {Открываются # из} other {Открывается # из}} {total, plural, one {# мессенджера} few {# мессенджеров} many {# мессенджеров} other {# мессенджера}}',
  'summary.unknown': 'Неизвестно, какие мессенджеры открываются',
  'summary.closed':
    '{count, plural, one {Не открывается # мессенджер.} few {Не открываются # мессенджера.} many {Не открываются # мессенджеров.} other {Не открываются # мессенджера.}}',

  'checked.ago': 'Проверено {ago}',
  'checked.now': 'Проверено только что',
  'next.in': 'Следующая проверка {when}',
  'next.now': 'Следующая проверка вот-вот начнётся',

  'action.check': 'Проверить сейчас',
  'action.cancel': 'Отменить',
  'action.download': 'Скачать CSV',

  'progress.running':
    'Идёт проверка: {done} из {total, plural, one {# мессенджера} few {# мессенджеров} many {# мессенджеров} other {# мессенджера}}',
  'progress.announce': 'Идёт проверка.',
  'progress.waiting': 'Ждёт своей очереди',
  'progress.probing':
    'Проверяется: {probed} из {total, plural, one {# адреса} few {# адресов} many {# адресов} other {# адреса}}',
  'progress.done':
    '{reached, plural, =0 {Проверено: не ответил ни один адрес из} one {Проверено: ответил # адрес из} few {Проверено: ответили # адреса из} many {Проверено: ответили # адресов из} other {Проверено: ответили # адреса из}} {total, number}',

  'error.worker': 'Расширение не отвечает. Закройте это окно, откройте снова и повторите.',
  'error.history': 'Не получается прочитать историю проверок.',
  'error.export': 'Не получилось создать файл.',

  'details.mechanisms': 'Техническое обозначение',
  'role.web': 'Сайт',
  'role.messages': 'Сообщения',
  'role.media': 'Фото и файлы',
  'role.calls': 'Звонки',
  'role.registration': 'Регистрация',
  'role.api': 'Связь приложения',
  'role.login': 'Вход',
  'part.ok': 'доступ есть',
  'part.impaired': 'доступ есть частично',
  'part.blocked': 'блокировка',
  'part.likely_blocked': 'похоже на блокировку',
  'part.down': 'сбой у самого сервиса',
  'part.insufficient': 'неизвестно',
  'role.state': '{role}: {state}',

  'history.title': 'Последние проверки',
  'history.caption':
    '{count, plural, one {# проверка, по строке на мессенджер} few {# последние проверки от старых к новым, по строке на мессенджер} many {# последних проверок от старых к новым, по строке на мессенджер} other {# последней проверки от старых к новым, по строке на мессенджер}}',
  'history.service': 'Мессенджер',
  'history.cell': '{time}: {state}',
  'history.gap': 'В это время проверок не было',
  'history.missing': '{time}: нет данных',
  'history.legend': 'Что значат знаки',
  'history.no-data': 'Нет данных',

  'evidence.title': 'Последняя проверка подробно',
  'evidence.caption': 'Все попытки связаться с {name} во время последней проверки',
  'evidence.none': 'Попыток не было.',
  'evidence.role': 'Что проверялось',
  'evidence.target': 'Цель',
  'evidence.attempt': 'Попытка',
  'evidence.started': 'Начало',
  'evidence.result': 'Итог',
  'evidence.browser-error': 'Ошибка браузера',
  'evidence.status': 'Код HTTP',
  'evidence.time': 'Время',
  'evidence.bytes': 'Байты',
  'evidence.got-through': 'Получилось',
  'evidence.failed': 'Не получилось',
  'evidence.retired': 'Списан: здесь ни разу не отвечал',
  'evidence.invalid': 'Не засчитана',
  'evidence.milliseconds': '{value} мс',
  'evidence.service': '{name}: {state}',
};
