#pragma once

#include <QQmlAbstractUrlInterceptor>
#include <QQmlNetworkAccessManagerFactory>

namespace ui {

/// Lets QML load what is compiled in (`qrc:`, `image:`) and Qt's own modules; every other address becomes empty (S-78).
class LocalOnlyUrls final : public QQmlAbstractUrlInterceptor {
public:
    QUrl intercept(const QUrl& url, DataType type) override;

    /// Whether QML may load from `url`.
    [[nodiscard]] static bool isAllowed(const QUrl& url);
};

/// A network access manager for QML that refuses every request (S-78): nothing on the screen may ask a server.
class NoNetworkFactory final : public QQmlNetworkAccessManagerFactory {
public:
    QNetworkAccessManager* create(QObject* parent) override;
};

} // namespace ui
