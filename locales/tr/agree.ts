import type { AgreeMessageId } from '../en/agree.ts';

export const agree: Record<AgreeMessageId, string> = {
  'agree.route': 'Trafiğimin sağlayıcımdan geçip geçmediğini de göster',
  'agree.route.text':
    'Bunun için, isteği gönderenin adresini geri bildiren birkaç siteye, uzun süredir engellenen sitelere ve yalnızca ülke içinde açılan sitelere de istek gider. Bunlar olmadan Dozvon trafiğin hangi yoldan gittiğini anlayamaz. Bunu daha sonra kapatabilirsiniz.',
  'agree.route.permission':
    'Tarayıcı, bu sitelerdeki verilere erişime izin vermenizi isteyecek. Dozvon açtığınız sayfaları görmez.',
  'agree.does': 'Dozvon ne yapar',
  'agree.does.text': 'Hesap gerekmez. Ayarlanması gereken bir şey yoktur.',
  'agree.sent': 'Ne gönderilir ve riskleri nelerdir',
  'agree.sent.risk':
    'Yaşadığınız yerde bir uygulamaya ulaşmaya çalıştığınızın görülmesi tehlikeliyse, o uygulamayı aşağıdaki listeden çıkarın ya da hiç başlamayın.',
  'agree.choose': 'Ne seçebilirsiniz',
  'agree.services': 'Bazı uygulamaları listeden çıkar',
  'agree.check': 'İlk kontrol',
  'agree.check.text':
    'Yaklaşık yarım dakika sürer. İzleyebilirsiniz: her uygulamanın durumu, belli olur olmaz görünür.',
};
