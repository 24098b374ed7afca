#include "tests/pictures/fixtures/Verifications.h"
#include "tests/ui/Speaking.h"
#include "ui/app/MainViewModel.h"

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using core::ErrorCode;
using core::ShownVerification;
using Phase = core::VerificationState::Phase;
using Step = VerificationViewModel::Step;
namespace code = core::cancelCode;

namespace {

const QString practice = u"@empfang:praxis-sommer.example"_s;

struct Fixture {
    Speaking german{u"de"_s};
    Format format = fixedFormat();
    MainViewModel main{format};
    VerificationViewModel& verification = *main.verification();

    static ShownVerification in(Phase phase, bool isOurs = true)
    {
        return fixtures::withPractice(fixtures::verification(phase, isOurs));
    }
    static ShownVerification cancelled(const QString& cancelCode, bool isByUs, bool isOurs = true)
    {
        return fixtures::withPractice(fixtures::cancelled(cancelCode, isByUs, isOurs));
    }
    void ask(const QList<Phase>& phases)
    {
        verification.requestPerson(practice, u"Praxis Dr. Sommer"_s);
        for (const auto phase : phases)
            verification.apply({in(phase)});
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "a person is asked and compared with, and never called a device", "[ui][verification]")
{
    verification.requestPerson(practice, u"Praxis Dr. Sommer"_s);
    CHECK(verification.step() == Step::Asking);
    CHECK(verification.isPerson());
    CHECK(verification.name() == u"Praxis Dr. Sommer");
    const QList<std::pair<Phase, Step>> way{{Phase::Requested, Step::Asking},    {Phase::Ready, Step::Choosing},
                                            {Phase::Preparing, Step::Preparing}, {Phase::Comparing, Step::Comparing},
                                            {Phase::Waiting, Step::Waiting},     {Phase::Signing, Step::Signing},
                                            {Phase::Done, Step::Ended}};
    for (const auto& [phase, step] : way) {
        verification.apply({in(phase)});
        CHECK(verification.step() == step);
        CHECK(verification.isPerson());
        CHECK(verification.deviceId().isEmpty());
        CHECK(plain(verification.personText()) == u"Andere Person: Praxis Dr. Sommer (Adresse @empfang:praxis-sommer.example)");
    }
    CHECK(verification.done());
    verification.leave();
    CHECK_FALSE(verification.isPerson());
    CHECK(verification.personText().isEmpty());
}

TEST_CASE_METHOD(Fixture, "the code of a person names the request in the chat, which is not what we call it",
                 "[ui][verification]")
{
    ask({Phase::Requested});
    auto ready = in(Phase::Ready);
    ready.state.codeTransaction = u"$request"_s;
    verification.apply({ready});
    verification.applyScanned(crypto::SecretBytes::fromBytes(fixtures::verificationCode(ready.state.transaction)));
    CHECK_FALSE(verification.trouble().isNull());
    verification.applyScanned(crypto::SecretBytes::fromBytes(fixtures::verificationCode(u"$request"_s)));
    CHECK(verification.trouble().isNull());
}

TEST_CASE_METHOD(Fixture, "a person that asks waits above the chats, with the address beside the name (S-37)",
                 "[ui][verification]")
{
    verification.apply({in(Phase::Requested, false)});
    CHECK_FALSE(verification.open());
    CHECK(plain(verification.requestText()) ==
          u"Praxis Dr. Sommer (@empfang:praxis-sommer.example) möchte mit Ihnen Bilder vergleichen. Machen Sie das nur, wenn "
          "Sie zusammen sind oder miteinander telefonieren.");
    verification.acceptRequest();
    CHECK(verification.open());
    CHECK(verification.isPerson());
    CHECK(verification.requestText().isEmpty());
}

TEST_CASE_METHOD(Fixture, "a person's name is anybody's text, and without one the address stands there", "[ui][verification]")
{
    auto shown = in(Phase::Requested, false);
    shown.personName = u"Ihre\u202e Kasse\n %2"_s + u"x"_s.repeated(500);
    verification.apply({shown});
    CHECK_FALSE(verification.requestText().contains(u'\u202e'));
    CHECK_FALSE(verification.requestText().contains(u'\n'));
    CHECK(verification.requestText().count(practice) == 1); // a name fills in nothing
    CHECK(verification.requestText().contains(QChar(0x2068)));
    CHECK(verification.requestText().size() < 250); // nor pushes it the chats away
    shown.personName.clear();
    verification.apply({shown});
    CHECK(plain(verification.requestText()).startsWith(practice));
}

TEST_CASE_METHOD(Fixture, "every end with a person has words of its own that lead to no device", "[ui][verification]")
{
    const QList<std::tuple<QString, Phase, bool, QString>> ends{
        {code::user, Phase::Comparing, false, u"Die andere Person hat abgebrochen."_s},
        {code::timeout, Phase::Comparing, true, u"Es hat zu lange gedauert: Die Zeit für den Vergleich ist abgelaufen."_s},
        {code::mismatchedSas, Phase::Comparing, true, u"Sie beide haben nicht dasselbe gesehen."_s},
        {code::keyMismatch, Phase::Waiting, false, u"Die Schlüssel der beiden Seiten passen nicht zusammen."_s},
        {code::keyMismatch, Phase::Requested, true, u"Geantwortet hat ein Gerät, das sich nicht prüfen lässt."_s},
        {code::unknownMethod, Phase::Ready, false, u"Die beiden Programme können nicht auf dieselbe Weise vergleichen."_s},
        {code::unexpectedMessage, Phase::Comparing, false, u"Der Vergleich wurde unterbrochen."_s},
    };
    for (const auto& [cancelCode, from, isByUs, cause] : ends) {
        INFO(cancelCode.toStdString());
        ask({from});
        verification.apply({cancelled(cancelCode, isByUs)});
        CHECK(verification.step() == Step::Ended);
        CHECK(verification.failure().cause == cause);
        CHECK_FALSE(verification.failure().effect.isEmpty());
        CHECK_FALSE(verification.failure().next.isEmpty());
        CHECK_FALSE(verification.failure().next.contains(u"Meine Geräte"));
        CHECK_FALSE(verification.devicesMatter());
        verification.leave();
        verification.apply({});
    }
    ask({Phase::Signing, Phase::Refused});
    CHECK(verification.failure().effect == u"Die Person gilt nicht als bestätigt.");
}

TEST_CASE_METHOD(Fixture, "different pictures lead to a phone call on a known number", "[ui][verification]")
{
    ask({Phase::Comparing});
    verification.apply({cancelled(code::mismatchedSas, true)});
    CHECK(verification.alarming());
    CHECK(verification.failure().effect.contains(u"dazwischenzuschalten"));
    CHECK(verification.failure().next.contains(u"unter einer Nummer an, die Sie schon kennen"));
}

TEST_CASE_METHOD(Fixture, "a person's request that ends meanwhile goes away with a word", "[ui][verification]")
{
    const QList<std::tuple<QString, bool, QString>> ends{{code::user, false, u"möchte nicht mehr"_s},
                                                         {code::timeout, true, u"rechtzeitig"_s},
                                                         {code::accepted, false, u"auf einem anderen Ihrer Geräte"_s}};
    for (const auto& [cancelCode, isByUs, words] : ends) {
        INFO(cancelCode.toStdString());
        verification.apply({in(Phase::Requested, false)});
        verification.apply({cancelled(cancelCode, isByUs, false)});
        CHECK(verification.noticeText().contains(words));
        CHECK(verification.noticeText().contains(u"Praxis Dr. Sommer"));
        CHECK_FALSE(verification.noticeText().contains(u"Das Gerät"));
        verification.dismissNotice();
        verification.apply({});
    }
}

TEST_CASE_METHOD(Fixture, "asking a person who asks already means to accept, and one who does not leaves others waiting",
                 "[ui][verification]")
{
    verification.apply({fixtures::verification(Phase::Requested, false)}); // an own device
    verification.requestPerson(practice, u"Praxis Dr. Sommer"_s);
    CHECK(verification.step() == Step::Asking);
    verification.leave();
    verification.apply({in(Phase::Requested, false)});
    verification.requestAll();
    CHECK(verification.step() == Step::Asking); // not the person
    CHECK_FALSE(verification.isPerson());
    verification.leave();
    verification.requestPerson(practice, u"Praxis Dr. Sommer"_s);
    CHECK(verification.step() == Step::Preparing);
    CHECK(verification.isPerson());
}

TEST_CASE_METHOD(Fixture, "what was asked of a device is not answered by a person, nor the other way round", "[ui][verification]")
{
    verification.requestAll();
    verification.apply({in(Phase::Requested)});
    CHECK(verification.step() == Step::Asking);
    CHECK_FALSE(verification.isPerson());
    verification.leave();
    verification.apply({});
    verification.requestPerson(practice, u"Praxis Dr. Sommer"_s);
    verification.apply({fixtures::verification(Phase::Ready)}); // of the device, which the person has left
    CHECK(verification.step() == Step::Asking);
    CHECK(verification.isPerson());
}

TEST_CASE_METHOD(Fixture, "a comparison with a person that still runs is gone on with", "[ui][verification]")
{
    ask({Phase::Comparing, Phase::Signing});
    verification.leave(); // it goes on in the background
    CHECK_FALSE(verification.open());
    verification.requestPerson(practice, u"Praxis Dr. Sommer"_s);
    CHECK(verification.step() == Step::Signing);
    verification.apply({in(Phase::Done)});
    CHECK(verification.done());
}

TEST_CASE_METHOD(Fixture, "why a person could not be asked is said, and it can be tried again", "[ui][verification]")
{
    const QList<std::pair<ErrorCode, QString>> errors{{ErrorCode::NotFound, u"noch nicht bestätigen"_s},
                                                      {ErrorCode::Forbidden, u"Personen lassen sich"_s},
                                                      {ErrorCode::StorageFull, u"Speicher"_s}};
    for (const auto& [error, words] : errors) {
        ask({});
        verification.applyFailed(fixtures::error(error));
        CHECK(verification.step() == Step::Ended);
        CHECK(verification.failure().cause.contains(words));
        verification.retry();
        CHECK(verification.step() == Step::Asking);
        CHECK(verification.isPerson());
        verification.applyFailed(fixtures::error(error));
        verification.leave();
    }
    verification.requestPerson(u"no address"_s, u"Praxis"_s);
    CHECK_FALSE(verification.open());
}

TEST_CASE_METHOD(Fixture, "words about a person follow the language", "[ui][verification]")
{
    ask({Phase::Comparing});
    Language english;
    english.use(u"en"_s);
    verification.apply({cancelled(code::mismatchedSas, true)});
    CHECK(verification.failure().cause == u"You two did not see the same.");
    CHECK(verification.failure().next.contains(u"on a number that you already know"));
}
