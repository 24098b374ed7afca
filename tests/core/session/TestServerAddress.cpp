#include "core/session/ServerAddress.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Result<ServerAddress> parse(const QString& text)
{
    return ServerAddress::parse(text, LoopbackHttp::Allowed);
}

std::optional<ErrorCode> refusal(const QString& text, LoopbackHttp http = LoopbackHttp::Refused)
{
    const auto address = ServerAddress::parse(text, http);
    return address ? std::nullopt : std::optional(address.error().code);
}

} // namespace

TEST_CASE("the bare name of a server is asked for its description, and its people's ids end with it")
{
    const auto address = parse(u" tk.example.org \n"_s);
    REQUIRE(address);
    CHECK(address->name == u"tk.example.org");
    CHECK(address->describedAt == u"tk.example.org");
    CHECK(address->direct == QUrl(u"https://tk.example.org"_s));
    CHECK(address->isServerName);
}

TEST_CASE("a name with a port is described without the port and reached with it")
{
    const auto address = parse(u"tk.example.org:8448"_s);
    REQUIRE(address);
    CHECK(address->describedAt == u"tk.example.org");
    CHECK(address->direct == QUrl(u"https://tk.example.org:8448"_s));
    CHECK_FALSE(address->isServerName);
}

TEST_CASE("a name with letters beyond ASCII is asked in its wire form")
{
    const auto address = parse(u"gesundheit-für-alle.de"_s);
    REQUIRE(address);
    CHECK(address->describedAt == u"xn--gesundheit-fr-alle-x6b.de");
}

TEST_CASE("a URL or an IP address is used as it is")
{
    CHECK(parse(u"https://matrix.example.org/base/"_s)->direct == QUrl(u"https://matrix.example.org/base"_s));
    CHECK(parse(u"matrix.example.org/base"_s)->direct == QUrl(u"https://matrix.example.org/base"_s));
    CHECK(parse(u"192.0.2.7:8008"_s)->direct == QUrl(u"https://192.0.2.7:8008"_s));
    CHECK(parse(u"[2001:db8::1]:8008"_s)->direct == QUrl(u"https://[2001:db8::1]:8008"_s));
    for (const auto& text : {u"https://matrix.example.org"_s, u"matrix.example.org/base"_s, u"192.0.2.7"_s}) {
        CHECK(parse(text)->describedAt.isEmpty());
        CHECK_FALSE(parse(text)->isServerName);
    }
}

TEST_CASE("plain http goes to 127.0.0.0/8 only, and only where it is allowed")
{
    CHECK(parse(u"http://127.0.10.1:8008"_s)->direct == QUrl(u"http://127.0.10.1:8008"_s));
    CHECK(parse(u"127.0.10.1:8008"_s)->direct == QUrl(u"http://127.0.10.1:8008"_s));
    CHECK(ServerAddress::parse(u"127.0.10.1:8008"_s, LoopbackHttp::Refused)->direct == QUrl(u"https://127.0.10.1:8008"_s));
    CHECK(refusal(u"http://127.0.10.1:8008"_s) == ErrorCode::Tls);
    CHECK(refusal(u"http://tk.example.org"_s, LoopbackHttp::Allowed) == ErrorCode::Tls);
    CHECK(refusal(u"http://localhost:8008"_s, LoopbackHttp::Allowed) == ErrorCode::Tls);
    CHECK(refusal(u"http://[::1]:8008"_s, LoopbackHttp::Allowed) == ErrorCode::Tls);
}

TEST_CASE("what is no address of a server is refused")
{
    const auto text =
        GENERATE(u""_s, u"   "_s, u"a b"_s, u"ftp://tk.example.org"_s, u"https://"_s, u"https://user:secret@tk.example.org"_s,
                 u"user@tk.example.org"_s, u"tk.example.org?x=1"_s, u"tk.example.org#x"_s, u"tk.example.org:99999"_s,
                 u"javascript://x"_s, u"a\u202eb.org"_s, QString(600, u'a'));
    INFO(text.toStdString());
    CHECK(refusal(text, LoopbackHttp::Allowed) == ErrorCode::UnknownServer);
}

TEST_CASE("a server may say that it is reached at another host of its own domain")
{
    CHECK(describedBaseUrl(u"https://matrix.tk.de/"_s, u"tk.de"_s) == QUrl(u"https://matrix.tk.de"_s));
    CHECK(describedBaseUrl(u"https://tk.de:8443/base/"_s, u"tk.de"_s) == QUrl(u"https://tk.de:8443/base"_s));
    CHECK(describedBaseUrl(u"https://matrix.health.co.uk"_s, u"tim.health.co.uk"_s) == QUrl(u"https://matrix.health.co.uk"_s));
}

TEST_CASE("a description that leads elsewhere is refused")
{
    const auto code = [](const QString& baseUrl, const QString& from = u"tk.de"_s) {
        const auto url = describedBaseUrl(baseUrl, from);
        return url ? std::nullopt : std::optional(url.error().code);
    };
    CHECK(code(u"http://matrix.tk.de"_s) == ErrorCode::Tls);
    CHECK(code(u"https://192.0.2.7"_s) == ErrorCode::UnknownServer);
    CHECK(code(u"https://evil.example.org"_s) == ErrorCode::UnknownServer);
    CHECK(code(u"https://tk.de.example.org"_s) == ErrorCode::UnknownServer);
    CHECK(code(u"https://eviltk.de"_s) == ErrorCode::UnknownServer);
    CHECK(code(u"https://evil.co.uk"_s, u"good.co.uk"_s) == ErrorCode::UnknownServer);
    CHECK(code(u"https://user@matrix.tk.de"_s) == ErrorCode::UnknownServer);
    CHECK(code(u"matrix.tk.de"_s) == ErrorCode::Protocol);
    CHECK(code(u"https://"_s) == ErrorCode::Protocol);
}
