/** The kinds of flaw that Firefox reports of a certificate. */
export type CertificateFlaw = 'authority' | 'hostname' | 'date' | 'other';

/**
 * Firefox reports a certificate's flaw only as a sentence in the browser's language. These are the sentences
 * of Firefox 140 in English (American and British) and Russian, with their names in `nsserrors.properties`.
 */
export const certificateSentences: Record<CertificateFlaw, Record<string, string[]>> = {
  authority: {
    SEC_ERROR_UNKNOWN_ISSUER: [
      'Peer’s Certificate issuer is not recognized.',
      'Peer’s Certificate issuer is not recognised.',
      'Издатель сертификата узла не распознан.',
    ],
    SEC_ERROR_UNTRUSTED_ISSUER: [
      'Peer’s certificate issuer has been marked as not trusted by the user.',
      'Пользователь не доверяет издателю сертификата узла.',
    ],
    SEC_ERROR_UNTRUSTED_CERT: [
      'Peer’s certificate has been marked as not trusted by the user.',
      'Пользователь не доверяет сертификату узла.',
    ],
    MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT: [
      'The certificate is not trusted because it is self-signed.',
      'К сертификату нет доверия, так как он является самоподписанным.',
    ],
    MOZILLA_PKIX_ERROR_MITM_DETECTED: [
      'Your connection is being intercepted by a TLS proxy. Uninstall it if possible or configure your device to trust its root certificate.',
      'Ваше соединение перехватывается прокси-сервером TLS. Удалите его, если это возможно, или настройте своё устройство, чтобы оно доверяло его корневому сертификату.',
    ],
    MOZILLA_PKIX_ERROR_ISSUER_NO_LONGER_TRUSTED: [
      'The certificate authority that issued the certificate was distrusted before the certificate was issued.',
      'Центру сертификации, выдавшему сертификат, не было доверия до его выдачи.',
    ],
    MOZILLA_PKIX_ERROR_ADDITIONAL_POLICY_CONSTRAINT_FAILED: [
      'An additional policy constraint failed when validating this certificate.',
      'При проверке этого сертификата выявлено нарушение ограничений, наложенных дополнительной политикой.',
    ],
    MOZILLA_PKIX_ERROR_CA_CERT_USED_AS_END_ENTITY: [
      'The server uses a certificate with a basic constraints extension identifying it as a certificate authority. For a properly-issued certificate, this should not be the case.',
      'Сервер использует сертификат с расширением основных ограничений, идентифицирующий его как центр сертификации. Для правильно выданного сертификата так быть не должно.',
    ],
    MOZILLA_PKIX_ERROR_V1_CERT_USED_AS_CA: [
      'An X.509 version 1 certificate that is not a trust anchor was used to issue the server’s certificate. X.509 version 1 certificates are deprecated and should not be used to sign other certificates.',
      'Сертификат X.509 версии 1, который не является якорем доверия, был использован для выдачи сертификата сервера. Сертификаты X.509 версии 1 устарели и не должны использоваться для подписи других сертификатов.',
    ],
  },
  hostname: {
    SSL_ERROR_BAD_CERT_DOMAIN: [
      'Unable to communicate securely with peer: requested domain name does not match the server’s certificate.',
      'Не удалось установить защищённое соединение с этим узлом: запрошенное имя домена не соответствует указанному в сертификате сервера.',
    ],
  },
  date: {
    SEC_ERROR_EXPIRED_CERTIFICATE: ['Peer’s Certificate has expired.', 'Сертификат узла истёк.'],
    SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE: [
      'The certificate issuer’s certificate has expired. Check your system date and time.',
      'Сертификат издателя сертификатов истёк. Проверьте системную дату и время.',
    ],
    MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE: [
      'The server presented a certificate that is not yet valid.',
      'Сертификат, полученный от сервера, ещё не действителен.',
    ],
    MOZILLA_PKIX_ERROR_NOT_YET_VALID_ISSUER_CERTIFICATE: [
      'A certificate that is not yet valid was used to issue the server’s certificate.',
      'Сертификат, который ещё не действителен, был использован для выдачи сертификата сервера.',
    ],
  },
  other: {
    SEC_ERROR_REVOKED_CERTIFICATE: [
      'Peer’s Certificate has been revoked.',
      'Сертификат узла был отозван.',
    ],
    SEC_ERROR_REVOKED_KEY: [
      'The key for this site’s certificate has been revoked.',
      'Ключ для сертификата этого сайта был отозван.',
    ],
    SEC_ERROR_BAD_SIGNATURE: [
      'Peer’s certificate has an invalid signature.',
      'Сертификат узла имеет неверную подпись.',
    ],
    SEC_ERROR_BAD_DER: [
      'security library: improperly formatted DER-encoded message.',
      'библиотека безопасности: неверный формат сообщения в кодировке DER.',
    ],
    SEC_ERROR_CA_CERT_INVALID: ['Issuer certificate is invalid.', 'Сертификат издателя неверен.'],
    SEC_ERROR_CERT_NOT_IN_NAME_SPACE: [
      'The Certifying Authority for this certificate is not permitted to issue a certificate with this name.',
      'Центру сертификации, издавшему этот сертификат, не разрешено издавать сертификаты с этим именем.',
    ],
    SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED: [
      'The certificate was signed using a signature algorithm that is disabled because it is not secure.',
      'Сертификат был подписан с использованием алгоритма подписи, который был отключён, так как он небезопасен.',
    ],
    SEC_ERROR_EXTENSION_VALUE_INVALID: [
      'Certificate extension value is invalid.',
      'Значение расширения сертификата неверно.',
    ],
    SEC_ERROR_INADEQUATE_CERT_TYPE: [
      'Certificate type not approved for application.',
      'Этот тип сертификата не одобрен для приложения.',
    ],
    SEC_ERROR_INADEQUATE_KEY_USAGE: [
      'Certificate key usage inadequate for attempted operation.',
      'Использование ключа сертификата не подходит под требования неудавшейся операции.',
    ],
    SEC_ERROR_PATH_LEN_CONSTRAINT_INVALID: [
      'Certificate path length constraint is invalid.',
      'Ограничение на длину пути сертификата неверно.',
    ],
    SEC_ERROR_UNKNOWN_CRITICAL_EXTENSION: [
      'Certificate contains unknown critical extension.',
      'Сертификат содержит неизвестное критическое расширение.',
    ],
    SEC_ERROR_UNSUPPORTED_ELLIPTIC_CURVE: [
      'Unsupported elliptic curve.',
      'Неподдерживаемая эллиптическая кривая.',
    ],
    SEC_ERROR_UNSUPPORTED_KEYALG: [
      'Unsupported or unknown key algorithm.',
      'Неподдерживаемый или неизвестный алгоритм ключа.',
    ],
    MOZILLA_PKIX_ERROR_EMPTY_ISSUER_NAME: [
      'The server presented a certificate with an empty issuer distinguished name.',
      'В сертификате, полученном от сервера, отличительное имя издателя является пустым.',
    ],
    MOZILLA_PKIX_ERROR_INADEQUATE_KEY_SIZE: [
      'The server presented a certificate with a key size that is too small to establish a secure connection.',
      'Размер ключа сертификата, полученного от сервера, слишком мал для установки защищённого соединения.',
    ],
    MOZILLA_PKIX_ERROR_INSUFFICIENT_CERTIFICATE_TRANSPARENCY: [
      'The server presented insufficient certificate transparency information. Its certificate may not have been publicly disclosed, and it may have been misissued.',
      'Сервер предоставил недостаточно информации о прозрачности сертификата. Возможно, его сертификат не был публично раскрыт или он был выдан по ошибке.',
    ],
    MOZILLA_PKIX_ERROR_INVALID_INTEGER_ENCODING: [
      'The server presented a certificate that contains an invalid encoding of an integer. Common causes include negative serial numbers, negative RSA moduli, and encodings that are longer than necessary.',
      'Сертификат, полученный от сервера, содержит некорректно закодированное целое число. Типичными причинами этого являются отрицательные серийные номера, отрицательные RSA moduli, и кодировки длиннее, чем это необходимо.',
    ],
    MOZILLA_PKIX_ERROR_KEY_PINNING_FAILURE: [
      'The server uses key pinning (HPKP) but no trusted certificate chain could be constructed that matches the pinset. Key pinning violations cannot be overridden.',
      'Сервер использует привязку ключа (HPKP), но не удалось построить ни одной доверенной цепочки сертификатов, соответствующих набору привязки. Нарушения при привязке ключа не могут быть проигнорированы.',
    ],
    MOZILLA_PKIX_ERROR_REQUIRED_TLS_FEATURE_MISSING: [
      'A required TLS feature is missing.',
      'Отсутствует необходимая функция TLS.',
    ],
    MOZILLA_PKIX_ERROR_SIGNATURE_ALGORITHM_MISMATCH: [
      'The signature algorithm in the signature field of the certificate does not match the algorithm in its signatureAlgorithm field.',
      'Алгоритм подписи в поле подписи сертификата не соответствует алгоритму в его поле signatureAlgorithm.',
    ],
    MOZILLA_PKIX_ERROR_VALIDITY_TOO_LONG: [
      'The server presented a certificate that is valid for too long.',
      'Срок действия сертификата, полученного от сервера, является слишком большим.',
    ],
  },
};
