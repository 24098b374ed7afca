#include "core/api/InteractiveAuth.h"

#include <cstdlib>

using namespace core;

static bool isThisDevice(const QString& host)
{
    const auto mapped = QStringLiteral("::ffff:127.");
    return host.startsWith(u"127.") || host == u"::1" || host.startsWith(mapped);
}

// Up to four questions of a server, line by line. It never gets the person to another place than its own or a browser page that
// is encrypted, and the password never goes along unasked.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    static const auto user = *UserId::parse(u"@a:b");
    static const QUrl baseUrl(QStringLiteral("https://b.example/"));
    InteractiveAuth auth(user, baseUrl);
    const auto questions = QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)).split('\n');
    for (qsizetype i = 0; i < qMin<qsizetype>(questions.size(), 4); ++i) {
        const auto step = auth.ask(questions[i]);
        if (!step)
            return 0;
        const bool isWay = step->nothing || step->password || !step->browser.isEmpty();
        const auto& browser = step->browser;
        const bool isSafe =
            browser.isEmpty() || browser.scheme() == u"https" || (browser.scheme() == u"http" && isThisDevice(browser.host()));
        if (!isWay || !isSafe || auth.withNothing().contains(QStringLiteral("password")))
            std::abort();
        (void)auth.withPassword(crypto::SecretBytes::fromBytes("secret"));
        (void)auth.afterBrowser();
    }
    return 0;
}
