#include "tests/integration/Program.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;

namespace integration {

namespace {

// In tests/fachdienst/testbed/servers.py.
constexpr char registrationSecret[] = "demo-shared-secret";

QJsonObject answerOf(QNetworkReply* reply)
{
    REQUIRE(until([reply] { return reply->isFinished(); }));
    reply->deleteLater();
    return QJsonDocument::fromJson(reply->readAll()).object();
}

} // namespace

Account insured(const QString& user)
{
    return {user, u"127.0.10.1"_s, u"http://127.0.10.1:8008"_s};
}

Account professional(const QString& user)
{
    return {user, u"127.0.10.2"_s, u"http://127.0.10.2:8008"_s};
}

Account laboratory()
{
    return {u"labor"_s, u"127.0.10.4:8458"_s, u"http://127.0.10.4:8008"_s};
}

Account newInsured()
{
    const Account account = insured(u"neu"_s + QString::number(QRandomGenerator::global()->generate64(), 16));
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(account.url + u"/_synapse/admin/v1/register"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QString nonce = answerOf(network.get(request)).value("nonce"_L1).toString();
    const QByteArray signedText =
        nonce.toUtf8() + '\0' + account.user.toUtf8() + '\0' + account.password().toUtf8() + '\0' + "notadmin";
    const auto mac = QMessageAuthenticationCode::hash(signedText, registrationSecret, QCryptographicHash::Sha1).toHex();
    const QJsonObject body{{"nonce"_L1, nonce},
                           {"username"_L1, account.user},
                           {"password"_L1, account.password()},
                           {"admin"_L1, false},
                           {"mac"_L1, QString::fromLatin1(mac)}};
    const auto answer = answerOf(network.post(request, QJsonDocument(body).toJson()));
    REQUIRE(answer.value("user_id"_L1).toString() == account.id());
    return account;
}

} // namespace integration
