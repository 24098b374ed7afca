#include "tests/support/RunUntil.h"
#include "tests/support/SourceFolder.h"
#include "ui/common/IconProvider.h"
#include "ui/common/LocalOnly.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTimer>

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;

TEST_CASE("the interface loads what is compiled in and Qt's own modules, nothing else (S-78)")
{
    for (const QString& allowed : {u"qrc:/qt/qml/Tim/Main.qml"_s, u"image://icon/key/#000000"_s})
        CHECK(LocalOnlyUrls::isAllowed(QUrl(allowed)));
    for (const QString& refused :
         {u"http://fremd.example/x.png"_s, u"https://fremd.example/x.qml"_s, u"file:///etc/passwd"_s, u"file:///tmp/Evil.qml"_s,
          u"file://host/share/x.png"_s, u"data:image/png;base64,AAAA"_s, u"ftp://fremd.example/"_s,
          u"file:///usr/lib/x86_64-linux-gnu/qt6/qml/../../../../../tmp/x.qml"_s}) {
        INFO(refused.toStdString());
        CHECK(!LocalOnlyUrls::isAllowed(QUrl(refused)));
        LocalOnlyUrls urls;
        const QUrl instead = urls.intercept(QUrl(refused), QQmlAbstractUrlInterceptor::UrlString);
        CHECK(instead.isEmpty());
    }
}

TEST_CASE("what the interface asks the network for fails without a connection (S-78)")
{
    NoNetworkFactory factory;
    QObject parent;
    QNetworkAccessManager* network = factory.create(&parent);
    QNetworkReply* reply = network->get(QNetworkRequest(QUrl(u"http://127.0.0.1:9/"_s)));
    CHECK(core::runUntil([&] { return reply->isFinished(); }));
    CHECK(reply->error() != QNetworkReply::NoError);
    CHECK(reply->url().isEmpty());
}

TEST_CASE("every symbol that the interface names is there")
{
    static const QRegularExpression inQml(u"[sS]ymbol: (?:[^\"\n]*\\? )?\"([a-z0-9-]+)\"(?: : \"([a-z0-9-]+)\")?"_s);
    static const QRegularExpression inCode(u"QStringLiteral\\(\"([a-z0-9]+(?:-[a-z0-9]+)+)\"\\)"_s);
    QStringList names;
    for (const auto& [folder, pattern] : {std::pair(u"/qml"_s, inQml), std::pair(u"/ui"_s, inCode)}) {
        QDirIterator files(sourceFolder() + folder, {u"*.qml"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            REQUIRE(file.open(QIODevice::ReadOnly));
            auto matches = pattern.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext()) {
                const auto match = matches.next();
                names.append(match.captured(1));
                if (!match.captured(2).isEmpty())
                    names.append(match.captured(2));
            }
        }
    }
    CHECK(names.size() > 50);
    for (const QString& name : std::as_const(names)) {
        INFO(name.toStdString());
        CHECK(QFile::exists(u":/icons/%1.svg"_s.arg(name)));
    }
}

TEST_CASE("a symbol has the colour and size that was asked for, and an unknown one is empty")
{
    IconProvider icons;
    QSize size;
    const QImage drawn = icons.requestImage(u"shield-lock/#a3242b"_s, &size, {48, 48});
    CHECK(size == QSize(48, 48));
    bool coloured = false;
    for (int y = 0; y < drawn.height(); ++y)
        for (int x = 0; x < drawn.width(); ++x)
            coloured = coloured || drawn.pixelColor(x, y) == QColor(0xa3, 0x24, 0x2b);
    CHECK(coloured);
    CHECK(icons.requestImage(u"../../etc/passwd/#000"_s, nullptr, {}).pixelColor(3, 3).alpha() == 0);
    CHECK(icons.requestImage(u"key"_s, nullptr, {100'000, 100'000}).width() == 512);
}
