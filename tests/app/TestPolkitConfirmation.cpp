#include "app/PolkitConfirmation.h"
#include "tests/app/FakeAuthority.h"
#include "tests/support/PrivateBus.h"
#include "tests/support/RunUntil.h"
#include "tests/support/SourceFolder.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <optional>

using namespace app;
using namespace Qt::StringLiterals;
using Answer = ui::SystemConfirmation::Answer;

namespace {

struct Fixture {
    PrivateBus bus;
    PolkitConfirmation confirmation{[this] { return bus.connect(u"program"_s); }};
    std::optional<FakeAuthority> authority{bus.connect(u"polkit"_s)};
    std::unique_ptr<QObject> context = std::make_unique<QObject>();
    std::optional<Answer> answer;

    void ask()
    {
        confirmation.ask(context.get(), [this](Answer given) { answer = given; });
    }
    void askAndWait()
    {
        ask();
        REQUIRE(core::runUntil([&] { return authority->questions == 1; }));
    }
    Answer given()
    {
        REQUIRE(core::runUntil([&] { return answer.has_value(); }));
        return *answer;
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "polkit is asked for this program, for the installed action, and may ask the person", "[confirm]")
{
    askAndWait();
    CHECK(authority->subject.kind == u"system-bus-name"_s);
    CHECK(authority->subject.details.value(u"name"_s).toString() == bus.connect(u"program"_s).baseService());
    CHECK(authority->action == QLatin1StringView(PolkitConfirmation::action));
    CHECK(authority->details.isEmpty()); // only for those whom it trusts
    CHECK(authority->flags == 1);
    CHECK(!authority->cancellation.isEmpty());
    CHECK(!answer);
    authority->answer(true, false);
    CHECK(given() == Answer::Confirmed);
}

TEST_CASE_METHOD(Fixture, "who is not confirmed is refused; where nobody can ask, the question is not available", "[confirm]")
{
    SECTION("the system says no")
    {
        askAndWait();
        authority->answer(false, false);
        CHECK(given() == Answer::Refused);
    }
    SECTION("no desktop asks for polkit")
    {
        askAndWait();
        authority->answer(false, true);
        CHECK(given() == Answer::Unavailable);
    }
    SECTION("the rule is not installed")
    {
        authority->knowsAction = false;
        askAndWait();
        CHECK(given() == Answer::Unavailable);
    }
    SECTION("there is no polkit")
    {
        bus.connect(u"polkit"_s).unregisterService(u"org.freedesktop.PolicyKit1"_s);
        ask();
        CHECK(given() == Answer::Unavailable);
    }
}

TEST_CASE("without a system bus the question is not available", "[confirm]")
{
    PolkitConfirmation confirmation([] { return QDBusConnection(u"nowhere"_s); });
    QObject context;
    std::optional<Answer> answer;
    confirmation.ask(&context, [&](Answer given) { answer = given; });
    REQUIRE(core::runUntil([&] { return answer.has_value(); }));
    CHECK(answer == Answer::Unavailable);
}

TEST_CASE_METHOD(Fixture, "a question that nobody waits for any more is taken back", "[confirm]")
{
    askAndWait();
    context.reset();
    REQUIRE(core::runUntil([&] { return !authority->cancelled.isEmpty(); }));
    CHECK(authority->cancelled == authority->cancellation);
    authority->answer(true, false);
    core::runAll();
    CHECK(!answer);
}

TEST_CASE_METHOD(Fixture, "a question that is answered is not taken back", "[confirm]")
{
    askAndWait();
    authority->answer(true, false);
    CHECK(given() == Answer::Confirmed);
    context.reset();
    core::runAll();
    CHECK(authority->cancelled.isEmpty());
}

TEST_CASE("the rule that is installed names the same action, in both languages, and asks the person and nobody else", "[confirm]")
{
    QFile file(sourceFolder() + u"/packaging/de.fdv-messenger.policy"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString rule = QString::fromUtf8(file.readAll());
    CHECK(rule.contains(u"<action id=\"%1\">"_s.arg(QLatin1StringView(PolkitConfirmation::action))));
    CHECK(rule.count(u"auth_self<"_s) == 3);
    CHECK(rule.count(u"xml:lang=\"de\""_s) == 2);
}
