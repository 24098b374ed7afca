#include "tests/support/SourceFolder.h"
#include "ui/login/InsurerListModel.h"

#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QUrl>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;

namespace {

QByteArray providerFile()
{
    QFile file(sourceFolder() + u"/resources/provider/providers.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QJsonArray entries()
{
    return QJsonDocument::fromJson(providerFile()).object().value("providers"_L1).toArray();
}

} // namespace

TEST_CASE("every insurer of the provider file can be chosen, in both languages")
{
    const qsizetype count = entries().size();
    REQUIRE(count > 0);
    for (const QString& language : {u"de"_s, u"en"_s}) {
        const auto insurers = ui::InsurerListModel::parse(providerFile(), language);
        REQUIRE(insurers.size() == count);
        QSet<QString> ids;
        for (const auto& insurer : insurers) {
            CHECK_FALSE(insurer.note.isEmpty());
            ids.insert(insurer.id);
        }
        CHECK(ids.size() == count);
    }
}

TEST_CASE("only a server of this computer may be reached without encryption")
{
    for (const auto& entry : entries()) {
        const QUrl homeserver(entry.toObject().value("homeserver"_L1).toString());
        if (homeserver.scheme() == u"http")
            CHECK(QHostAddress(homeserver.host()).isLoopback());
    }
}

TEST_CASE("every insurer names its directory, its support and its notices")
{
    for (const auto& value : entries()) {
        const QJsonObject entry = value.toObject();
        CHECK(QUrl(entry.value("directory"_L1).toString()).isValid());
        CHECK_FALSE(entry.value("support"_L1).toObject().value("phone"_L1).toString().isEmpty());
        const QJsonObject links = entry.value("links"_L1).toObject();
        for (const auto name : {"privacy"_L1, "terms"_L1, "accessibility"_L1, "imprint"_L1})
            CHECK(QUrl(links.value(name).toString()).scheme() == u"https");
    }
}
