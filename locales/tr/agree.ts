import type { AgreeMessageId } from '../en/agree.ts';

export const agree: Record<AgreeMessageId, string> = {
  'agree.route': 'Trafiğimin sağlayıcımdan geçip geçmediğini de göster',
  'agree.route.text':
    'Bunun için, isteği gönderenin adresini geri bildiren birkaç siteye, uzun süredir engelli olan sitelere ve yalnızca ülke içinde açılan sitelere de istek gider. Bunlar olmadan Dozvon trafiğin hangi yoldan gittiğini anlayamaz. Bunu daha sonra kapatabilirsiniz.',
  'agree.route.permission':
    'Tarayıcı, bu sitelerdeki verilere erişime izin vermenizi isteyecek. Dozvon açtığınız sayfaları görmez.',
  'agree.does': 'Dozvon ne yapar',
  'agree.does.text': 'Hesap gerekmez. Ayarlanması gereken bir şey yoktur.',
  'agree.sent': 'Ne gönderilir ve neyi göze alırsınız',
  'agree.sent.risk':
    'Yaşadığınız yerde bir uygulamaya ulaşmaya çalışırken görülmek tehlikeliyse, o uygulamayı aşağıda dışarıda bırakın ya da başlamayın.',
  'agree.choose': 'Neyi seçersiniz',
  'agree.services': 'Bazı uygulamaları dışarıda bırak',
  'agree.check': 'İlk denetim',
  'agree.check.text':
    'Yaklaşık yarım dakika sürer. İzleyebilirsiniz: her uygulamanın sözü, belli olur olmaz görünür.',
};
