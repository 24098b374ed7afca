#include "core/session/PasswordConfirmation.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

std::optional<QJsonObject> confirm(const QByteArray& question, const QString& password = u"secret"_s)
{
    const auto document = JsonDocument::parse(question);
    return confirmWithPassword(document->root(), *UserId::parse(u"@anna:example.org"), password);
}

} // namespace

TEST_CASE("a question for the password is answered with it")
{
    const auto auth =
        confirm(R"({"session":"xyz","flows":[{"stages":["m.login.sso"]},{"stages":["m.login.password"]}],"params":{}})");
    REQUIRE(auth);
    CHECK(auth->value("type"_L1) == u"m.login.password"_s);
    CHECK(auth->value("session"_L1) == u"xyz"_s);
    CHECK(auth->value("password"_L1) == u"secret"_s);
    CHECK(auth->value("identifier"_L1).toObject().value("user"_L1) == u"@anna:example.org"_s);
}

TEST_CASE("the password is not given where nothing is asked")
{
    const auto auth = confirm(R"({"session":"xyz","flows":[{"stages":["m.login.password"]},{"stages":["m.login.dummy"]}]})");
    REQUIRE(auth);
    CHECK(*auth == QJsonObject{{u"type"_s, u"m.login.dummy"_s}, {u"session"_s, u"xyz"_s}});
}

TEST_CASE("a question that the password alone does not answer stays open")
{
    CHECK_FALSE(confirm(R"({"session":"xyz","flows":[{"stages":["m.login.password"]}]})", {}));
    CHECK_FALSE(confirm(R"({"session":"xyz","flows":[{"stages":["m.login.password","m.login.terms"]}]})"));
    CHECK_FALSE(confirm(R"({"session":"xyz","flows":[{"stages":["m.login.sso"]}]})"));
    CHECK_FALSE(confirm(R"({"session":"xyz","flows":[{"stages":[]},7,{}]})"));
    CHECK_FALSE(confirm(R"({"session":"xyz"})"));
    CHECK_FALSE(confirm("[]"));
}
