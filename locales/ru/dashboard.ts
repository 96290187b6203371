import type { DashboardMessageId } from '../en/dashboard.ts';

export const dashboard: Record<DashboardMessageId, string> = {
  'settings.checks': 'Когда и что проверять',
  'settings.every': 'Автоматические проверки',
  'settings.every.minutes':
    '{count, plural, one {раз в # минуту} few {раз в # минуты} many {раз в # минут} other {раз в # минуты}}',
  'settings.every.hours':
    '{count, plural, =1 {раз в час} one {раз в # час} few {раз в # часа} many {раз в # часов} other {раз в # часа}}',
  'settings.every.never': 'нет, только по моей просьбе',
  'settings.network-change': 'Проверять и тогда, когда меняется сеть или путь трафика',
  'settings.watch': 'Замечать смену пути трафика в течение минуты',
  'settings.watch.how':
    'Для этого раз в минуту небольшой запрос узнаёт у зарубежного сайта, откуда приходит трафик.',
  'settings.through-detour': 'Проверять сервисы внутри страны и через обходной путь',
  'settings.through-detour.how':
    'Тогда их владельцы увидят, откуда этот путь выходит, рядом с вашим собственным адресом. Без этого они пропускаются, пока трафик, похоже, идёт в обход.',
  'settings.saving-data': 'Не проверять автоматически, пока в браузере включена экономия трафика',
  'settings.cellular': 'Не проверять автоматически в мобильной сети',
  'settings.services': 'Какие мессенджеры проверять',
  'settings.discreet': 'Неприметный вид',
  'settings.discreet.how':
    'Значок на панели — простая серая фигура: без числа, без цвета, без слова о результатах.',

  'settings.route': 'Каким путём идёт трафик',
  'settings.route.show': 'Смотреть, каким путём идёт трафик, и сообщать об этом',
  'settings.route.permission':
    'Браузер не разрешает доступ к сайтам, которые для этого нужны: к тем, что сообщают, откуда пришёл запрос, к давно заблокированным и к тем, что открываются только внутри страны. Он спросит вас, когда вы поставите галочку.',
  'settings.home': 'Моя страна',
  'settings.home.automatic': 'Автоматически, по часам',
  'settings.calls.ask':
    'Проверять, проходят ли пакеты звонков (спрашивать сервер STUN за границей)',
  'settings.calls.domestic': 'Для этого спрашивать также серверы внутри страны',
  'settings.calls': 'Сравнивать также путь звонков',
  'settings.calls.how':
    'Сервер, который помогает соединять звонки (STUN), видит, с какого адреса они идут. Этот адрес сравнивается в памяти с тем, который видят сайты; ни один не сохраняется.',
  'settings.route.record': 'Хранить в истории страну и номер сети (AS), из которых выходит трафик',
  'settings.route.export': 'Записывать в скачанный CSV, каким путём, похоже, шёл трафик',
  'settings.addresses.export': 'Записывать в скачанный CSV адреса серверов (IP)',

  'forget.title': 'Что хранится и как это удалить',
  'forget.keep': 'Хранить историю',
  'forget.keep.days': '{count, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
  'forget.keep.year': 'год',
  'forget.keep.how':
    'Более старые проверки удаляются. Если выбрать срок короче, лишнее удалится сразу.',
  'forget.delete': 'Удалить всё',
  'forget.deleting': 'Удаляется…',
  'forget.question': 'Удалить всё?',
  'forget.question.what':
    'Исчезнут все результаты проверок, все настройки и ваше согласие на проверки; сами проверки прекратятся. Вернуть это будет нельзя.',
  'forget.question.yes': 'Удалить',
  'forget.question.no': 'Оставить',
  'forget.browser': 'Что хранит сам браузер',
  'forget.browser.extension':
    'Что это расширение установлено, с какого дня и к каким сайтам ему можно обращаться. Если удалить расширение, из списка оно пропадёт, но следы могут остаться в файлах браузера.',
  'forget.browser.use':
    'Chromium: в истории страниц — что страницы этого расширения открывались во вкладках; в записях о расширении — на какое время были намечены проверки.',
  'forget.browser.names': 'Имена сайтов и их адреса — в памяти, пока браузер не закрыт.',
  'forget.browser.sites':
    'Заметки обо всех сайтах, к которым он обращался, в том числе о проверенных. Chromium: какие сайты просят защищённое соединение (TransportSecurity) и как вели себя их серверы и сети (Network Persistent State). Firefox: первое из этого (SiteSecurityServiceState) и какие серверы предлагали более быстрый протокол (AlternateServices). Бо́льшую часть этого убирает очистка данных в самом браузере.',
  'forget.browser.disk':
    'Удалённые файлы могут оставаться на диске, пока на их место не запишется что-то другое. История в них зашифрована, а ключ к ней удалён.',
  'forget.browser.files': 'Скачанные вами файлы останутся там, где лежат.',

  'history.title': 'Последние проверки',
  'history.caption':
    '{count, plural, one {# проверка, по строке на мессенджер} few {# последние проверки от старых к новым, по строке на мессенджер} many {# последних проверок от старых к новым, по строке на мессенджер} other {# последней проверки от старых к новым, по строке на мессенджер}}',
  'history.service': 'Мессенджер',
  'history.cell': '{time}: {state}',
  'history.gap.pause': 'В это время проверок не было',
  'history.gap.left-out': 'Здесь пропущены проверки, которые шли другим путём',
  'history.missing': '{time}: нет данных',
  'history.legend': 'Что значат знаки',
  'history.no-data': 'Нет данных',

  'filter.title': 'Каким путём, похоже, шёл трафик',
  'filter.all': 'Все ({count})',
  'filter.direct': 'Напрямую ({count})',
  'filter.vpn_likely': 'В обход ({count})',
  'filter.split': 'Двумя путями ({count})',
  'filter.unknown': 'Неясно ({count})',

  'pairs.title': 'Напрямую и в обход',
  'pairs.caption':
    'Что в последний раз было видно каждым путём в пределах суток. Каким путём шёл трафик — предположение.',
  'pairs.direct': 'Напрямую',
  'pairs.detour': 'В обход',

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
  'evidence.private-authority': 'Сертификат выдан центром, которого браузеры не знают',
  'evidence.retired': 'Списан: здесь ни разу не отвечал',
  'evidence.invalid': 'Не засчитана',
  'evidence.milliseconds': '{value} мс',
  'evidence.rate': '{value} в секунду',
  'evidence.service': '{name}: {state}',
};
