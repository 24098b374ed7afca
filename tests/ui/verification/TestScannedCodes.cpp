// Codes that do not belong to the comparison in which they are scanned: X-23. With the whole client below the
// window.
#include "core/encryption/verification/QrVerificationCode.h"
#include "tests/core/hostile/SecondDevice.h"
#include "tests/support/RunUntil.h"
#include "tests/ui/Speaking.h"
#include "ui/verification/VerificationViewModel.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;

using Phase = VerificationState::Phase;
using Step = ui::VerificationViewModel::Step;

namespace {

QByteArray logged;

/// Everything that is logged, whatever its level, while this lives.
struct WatchedLog {
    WatchedLog()
    {
        logged.clear();
        before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext&, const QString& text) { logged += text.toUtf8() + '\n'; });
    }
    ~WatchedLog() { qInstallMessageHandler(before); }
    WatchedLog(const WatchedLog&) = delete;
    WatchedLog& operator=(const WatchedLog&) = delete;
    QtMessageHandler before;
};

/// Erika's window, in which a comparison with a new device of hers is open, which shows a code.
struct Scanning {
    HostileChat chat;
    SecondDevice fresh{chat, chat.server, chat.erika, u"NEU"_s};
    Speaking german{u"de"_s};
    ui::Format format = fixedFormat();
    ui::VerificationViewModel verification{format};
    qsizetype uploads = chat.server.count("POST", u"/keys/signatures/upload");

    Scanning()
    {
        verification.setService(&chat.erika.parts().verifications);
        runAll();
        verification.request(fresh.party.device.toString());
        runAll();
        fresh.exchange();
        fresh.actHere(VerificationAction::Accept);
        REQUIRE(verification.step() == Step::Choosing);
    }
    [[nodiscard]] QByteArray shown() const { return fresh.here().qrCode; }
    /// The person chooses a picture with this in it.
    void scan(const QByteArray& content)
    {
        verification.applyScanned(crypto::SecretBytes::fromBytes(content));
        runAll();
        fresh.exchange();
    }
    void checkNothingSigned()
    {
        CHECK_FALSE(fresh.isSigned());
        CHECK(chat.server.count("POST", u"/keys/signatures/upload") == uploads);
        chat.erika.checkNoSecretsAt(chat.server);
    }
    /// Said beside the choice; everything is as before, and the right code is still taken.
    void checkGoesOn(const QString& words)
    {
        CHECK(plain(verification.trouble().cause).contains(words));
        CHECK_FALSE(verification.trouble().next.isEmpty());
        CHECK(verification.step() == Step::Choosing);
        CHECK(fresh.there().phase == Phase::Ready);
        checkNothingSigned();
        scan(shown());
        CHECK(fresh.here().phase == Phase::Scanned);
    }
};

} // namespace

TEST_CASE("the code of another comparison that runs is named, and signs nothing", "[hostile][S-36][X-23]")
{
    Scanning scanning;
    SecondDevice third(scanning.chat, scanning.chat.server, scanning.chat.erika, u"DRITT"_s);
    third.makeReady();
    const auto foreign = third.here().qrCode;
    REQUIRE_FALSE(foreign.isEmpty());
    const bool isTold = GENERATE(true, false); // whether the window or the core looks
    if (isTold) {
        scanning.scan(foreign);
        scanning.checkGoesOn(u"zu einem anderen Vergleich"_s);
        CHECK_FALSE(third.isSigned());
    } else {
        scanning.chat.erika.parts().verifications.scan(scanning.fresh.there().transaction, foreign);
        scanning.fresh.exchange();
        CHECK(scanning.fresh.there().cancelCode == cancelCode::keyMismatch);
        CHECK(plain(scanning.verification.failure().cause).contains(u"passen nicht zusammen"));
        CHECK_FALSE(third.isSigned());
        scanning.checkNothingSigned();
    }
}

TEST_CASE("a code with swapped keys ends the comparison with a warning, and signs nothing", "[hostile][S-36][X-23]")
{
    Scanning scanning;
    auto code = *QrVerificationCode::parse(scanning.shown());
    std::swap(code.first, code.second);
    scanning.scan(code.toBytes());
    CHECK(scanning.fresh.there().cancelCode == cancelCode::keyMismatch);
    CHECK(scanning.fresh.here().phase == Phase::Cancelled);
    CHECK(scanning.verification.step() == Step::Ended);
    CHECK(scanning.verification.alarming());
    CHECK(plain(scanning.verification.failure().cause).contains(u"passen nicht zusammen"));
    scanning.checkNothingSigned();
}

TEST_CASE("a code with a secret of four bytes is named, and signs nothing", "[hostile][S-36][X-23]")
{
    Scanning scanning;
    auto code = *QrVerificationCode::parse(scanning.shown());
    code.secret = crypto::SecretBytes::fromBytes("1234");
    scanning.scan(code.toBytes());
    scanning.checkGoesOn(u"beschädigt"_s);
}

TEST_CASE("the code of the key sheet is named when it is scanned here, and neither sent nor logged", "[hostile][S-36][X-23]")
{
    Scanning scanning;
    const WatchedLog watched;
    const QString code = scanning.chat.erika.recoveryCode();
    const QString characters = QString(code).remove(u' ');
    REQUIRE(characters.size() == 48);
    scanning.scan((GENERATE(true, false) ? characters : code).toUtf8());
    scanning.checkGoesOn(u"Code Ihres Schlüssel-Blatts"_s);
    for (const auto& text : {code, characters, characters.first(12)}) {
        CHECK_FALSE(scanning.chat.server.hasSeen(text.toUtf8()));
        CHECK_FALSE(logged.contains(text.toUtf8()));
    }
}
