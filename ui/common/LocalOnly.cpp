#include "ui/common/LocalOnly.h"

#include <QDir>
#include <QLibraryInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace ui {

namespace {

/// Answers everything with an error, without a socket.
class NoNetwork final : public QNetworkAccessManager {
public:
    using QNetworkAccessManager::QNetworkAccessManager;

protected:
    QNetworkReply* createRequest(Operation, const QNetworkRequest&, QIODevice*) override
    {
        // An address without a scheme is refused by Qt before anything else happens.
        return QNetworkAccessManager::createRequest(GetOperation, QNetworkRequest(QUrl()), nullptr);
    }
};

bool isQtModule(const QUrl& url)
{
    const QString path = QDir::cleanPath(url.toLocalFile());
    const QString modules = QDir::cleanPath(QLibraryInfo::path(QLibraryInfo::QmlImportsPath)) + u'/';
    return url.host().isEmpty() && path.startsWith(modules);
}

} // namespace

bool LocalOnlyUrls::isAllowed(const QUrl& url)
{
    const QString scheme = url.scheme();
    if (scheme == u"qrc" || scheme == u"image")
        return true;
    return scheme == u"file" && isQtModule(url);
}

QUrl LocalOnlyUrls::intercept(const QUrl& url, DataType type)
{
    if (url.isEmpty() || isAllowed(url))
        return url;
    // Qt asks for the qmldir of every place a module may be in; an answer that names no file sends it to the next place.
    return type == UrlString ? QUrl() : QUrl(QStringLiteral("qrc:/nothing"));
}

QNetworkAccessManager* NoNetworkFactory::create(QObject* parent)
{
    return new NoNetwork(parent);
}

} // namespace ui
