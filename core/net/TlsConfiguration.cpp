#include "core/net/TlsConfiguration.h"

#include <QSslCipher>
#include <QSslEllipticCurve>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace core {

QSslConfiguration tlsConfiguration()
{
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setCiphers(u"TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256:"
                             "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256:"
                             "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256"_s);
    QList<QSslEllipticCurve> curves;
    for (const auto& name : {u"secp384r1"_s, u"prime256v1"_s, u"brainpoolP384r1"_s, u"brainpoolP256r1"_s}) {
        if (const auto curve = QSslEllipticCurve::fromShortName(name); curve.isValid())
            curves.append(curve);
    }
    configuration.setEllipticCurves(curves);
    configuration.setBackendConfigurationOption("SignatureAlgorithms",
                                                QByteArray("ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512:"
                                                           "rsa_pss_rsae_sha256:rsa_pss_rsae_sha384:rsa_pss_rsae_sha512:"
                                                           "rsa_pss_pss_sha256:rsa_pss_pss_sha384:rsa_pss_pss_sha512:"
                                                           "RSA+SHA256:RSA+SHA384:RSA+SHA512"));
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    configuration.setSslOption(QSsl::SslOptionDisableCompression, true);
    configuration.setSslOption(QSsl::SslOptionDisableLegacyRenegotiation, true);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setCaCertificates(QSslConfiguration::systemCaCertificates());
    configuration.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    return configuration;
}

} // namespace core
