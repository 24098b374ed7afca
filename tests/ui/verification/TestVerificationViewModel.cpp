#include "tests/pictures/fixtures/Verifications.h"
#include "tests/support/RunUntil.h"
#include "tests/ui/Speaking.h"
#include "ui/app/MainViewModel.h"

#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace ui;
using namespace Qt::StringLiterals;
using core::ErrorCode;
using core::ShownVerification;
using Phase = core::VerificationState::Phase;
using Step = VerificationViewModel::Step;
namespace code = core::cancelCode;

namespace {

struct Fixture {
    Speaking german{u"de"_s};
    Format format = fixedFormat();
    MainViewModel main{format};
    VerificationViewModel& verification = *main.verification();

    /// This device has asked, and the verification has gone through these phases.
    void ask(const QList<Phase>& phases)
    {
        verification.requestAll();
        for (const auto phase : phases)
            verification.apply({fixtures::verification(phase)});
    }
    static ShownVerification request(const QString& transaction = u"t"_s, const char* device = "PHONE")
    {
        auto shown = fixtures::verification(Phase::Requested, false);
        shown.state.transaction = transaction;
        if (const auto id = core::DeviceId::parse(QString::fromLatin1(device)))
            shown.state.device = *id;
        return shown;
    }
    static ShownVerification in(ShownVerification shown, Phase phase, const QString& cancelCode = {}, bool isByUs = false)
    {
        shown.state.phase = phase;
        shown.state.cancelCode = cancelCode;
        shown.state.isCancelledByUs = isByUs;
        return shown;
    }
    static QUrl pictureOf(const QTemporaryDir& folder, const QByteArray& content)
    {
        QImage image(400, 400, QImage::Format_RGB32);
        QPainter painter(&image);
        QrCode::of(content, QrCode::Correction::Medium).paint(painter, image.rect());
        painter.end();
        const QString path = folder.filePath(u"code.png"_s);
        CHECK(image.save(path));
        return QUrl::fromLocalFile(path);
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "a comparison goes from asking to the end, one task at a time", "[ui][verification]")
{
    CHECK_FALSE(verification.open());
    CHECK(verification.step() == Step::None);
    verification.requestAll();
    CHECK(verification.open());
    CHECK(verification.step() == Step::Asking);
    CHECK(verification.name() == u"Ihr anderes Gerät");
    const QList<std::pair<Phase, Step>> way{{Phase::Requested, Step::Asking},    {Phase::Ready, Step::Choosing},
                                            {Phase::Preparing, Step::Preparing}, {Phase::Comparing, Step::Comparing},
                                            {Phase::Waiting, Step::Waiting},     {Phase::Signing, Step::Signing},
                                            {Phase::Done, Step::Ended}};
    for (const auto& [phase, step] : way) {
        verification.apply({fixtures::verification(phase)});
        CHECK(verification.step() == step);
    }
    CHECK(verification.done());
    CHECK(verification.failure().isNull());
    CHECK(verification.until().isEmpty());
    verification.leave();
    CHECK_FALSE(verification.open());
}

TEST_CASE_METHOD(Fixture, "seven pictures with German names and three numbers are there to be compared", "[ui][verification]")
{
    ask({Phase::Requested, Phase::Ready});
    CHECK(verification.pictures().isEmpty());
    verification.apply({fixtures::verification(Phase::Comparing)});
    CHECK(verification.pictureNames() == QStringList{u"1. Schloss"_s, u"2. Glühbirne"_s, u"3. Apfel"_s, u"4. Regenschirm"_s,
                                                     u"5. Schwein"_s, u"6. Schraubenschlüssel"_s, u"7. Flagge"_s});
    CHECK(verification.pictures().at(2).symbol == u"🍎");
    CHECK(verification.numbers() == QStringList{u"6970"_s, u"7292"_s, u"3838"_s});
    CHECK(verification.numbersSpoken().at(0) == u"6 9 7 0");
    CHECK(verification.until() == u"14:30");
    CHECK(verification.name() == u"Mein Telefon");
    CHECK(verification.deviceId() == u"PHONE");
}

TEST_CASE_METHOD(Fixture, "a sync that brings nothing new leaves the pictures as they are", "[ui][verification]")
{
    ask({Phase::Ready, Phase::Comparing});
    int times = 0;
    QObject::connect(&verification, &VerificationViewModel::comparedChanged, &verification, [&] { ++times; });
    verification.apply({fixtures::verification(Phase::Comparing)});
    CHECK(times == 0);
    verification.apply({fixtures::verification(Phase::Waiting)});
    CHECK(times == 1);
    CHECK(verification.pictures().isEmpty());
}

TEST_CASE_METHOD(Fixture, "every end has words of its own, with what to do", "[ui][verification]")
{
    const QList<std::tuple<QString, Phase, bool, QString>> ends{
        {code::user, Phase::Comparing, false, u"Auf dem anderen Gerät wurde abgebrochen."_s},
        {code::timeout, Phase::Comparing, true, u"Es hat zu lange gedauert: Die Zeit für den Vergleich ist abgelaufen."_s},
        {code::mismatchedSas, Phase::Comparing, true, u"Die beiden Geräte haben nicht dasselbe gezeigt."_s},
        {code::mismatchedSas, Phase::Waiting, false, u"Die beiden Geräte haben nicht dasselbe gezeigt."_s},
        {code::keyMismatch, Phase::Scanned, true, u"Die beiden Geräte haben nicht dasselbe gezeigt."_s},
        {code::keyMismatch, Phase::Waiting, false, u"Die Schlüssel der beiden Geräte passen nicht zusammen."_s},
        {code::mismatchedCommitment, Phase::Preparing, true, u"Die Schlüssel der beiden Geräte passen nicht zusammen."_s},
        {code::keyMismatch, Phase::Requested, true, u"Geantwortet hat ein Gerät, das sich nicht prüfen lässt."_s},
        {code::accepted, Phase::Requested, false, u"Ein anderes Ihrer Geräte hat geantwortet."_s},
        {code::unknownMethod, Phase::Ready, false, u"Die beiden Programme können nicht auf dieselbe Weise vergleichen."_s},
        {code::unexpectedMessage, Phase::Comparing, false, u"Der Vergleich wurde unterbrochen."_s},
        {u"org.example.other"_s, Phase::Ready, false, u"Der Vergleich wurde unterbrochen."_s},
    };
    for (const auto& [cancelCode, from, isByUs, cause] : ends) {
        INFO(cancelCode.toStdString());
        ask({from});
        verification.apply({fixtures::cancelled(cancelCode, isByUs)});
        CHECK(verification.step() == Step::Ended);
        CHECK_FALSE(verification.done());
        CHECK(verification.failure().cause == cause);
        CHECK_FALSE(verification.failure().effect.isEmpty());
        CHECK_FALSE(verification.failure().next.isEmpty());
        verification.leave();
        verification.apply({});
    }
    ask({Phase::Signing, Phase::Refused});
    CHECK(verification.failure().cause == u"Der Server hat die Bestätigung nicht angenommen.");
    CHECK_FALSE(verification.done());
}

TEST_CASE_METHOD(Fixture, "pictures that differ are a warning that leads to the own devices", "[ui][verification]")
{
    ask({Phase::Comparing});
    verification.apply({fixtures::cancelled(code::mismatchedSas, true)});
    CHECK(verification.alarming());
    CHECK(verification.devicesMatter());
    CHECK(verification.failure().effect.contains(u"dazwischenzuschalten"));
    CHECK(verification.failure().next.contains(u"Meine Geräte"));
    verification.leave();
    main.showDevices();
    CHECK(main.devices()->page() == DevicesViewModel::Page::List);

    verification.apply({});
    ask({Phase::Comparing});
    verification.apply({fixtures::cancelled(code::user)});
    CHECK_FALSE(verification.alarming());
    CHECK_FALSE(verification.devicesMatter());
}

TEST_CASE_METHOD(Fixture, "a device that asks waits above what the person is doing, until it is answered", "[ui][verification]")
{
    verification.apply({request()});
    CHECK_FALSE(verification.open()); // nothing pops up (S-37)
    CHECK(plain(verification.requestText()).startsWith(u"Das Gerät „Mein Telefon“ möchte"));
    verification.acceptRequest();
    CHECK(verification.open());
    CHECK(verification.requestText().isEmpty());
    CHECK(verification.step() == Step::Preparing); // until the core knows the device
    verification.apply({in(request(), Phase::Ready)});
    CHECK(verification.step() == Step::Choosing);
}

TEST_CASE_METHOD(Fixture, "a refused request does not come back", "[ui][verification]")
{
    verification.apply({request()});
    verification.refuseRequest();
    CHECK(verification.requestText().isEmpty());
    verification.apply({in(request(), Phase::Cancelled, code::user, true)});
    CHECK(verification.requestText().isEmpty());
    CHECK(verification.noticeText().isEmpty());
}

TEST_CASE_METHOD(Fixture, "a second request waits until the first comparison is left", "[ui][verification]")
{
    const auto first = request();
    const auto second = request(u"u"_s, "TABLET");
    verification.apply({first, second});
    verification.acceptRequest();
    verification.apply({in(first, Phase::Done), second});
    CHECK(verification.done());
    CHECK(verification.deviceId() == u"PHONE");
    CHECK(verification.requestText().isEmpty());
    verification.leave();
    CHECK_FALSE(verification.requestText().isEmpty());
    verification.acceptRequest();
    CHECK(verification.deviceId() == u"TABLET");
}

TEST_CASE_METHOD(Fixture, "a request that ends meanwhile goes away with a word", "[ui][verification]")
{
    const QList<std::tuple<QString, bool, QString>> ends{{code::user, false, u"fragt nicht mehr"_s},
                                                         {code::timeout, true, u"rechtzeitig"_s},
                                                         {code::accepted, false, u"auf einem anderen Gerät beantwortet"_s}};
    for (const auto& [cancelCode, isByUs, words] : ends) {
        INFO(cancelCode.toStdString());
        verification.apply({request()});
        verification.apply({in(request(), Phase::Cancelled, cancelCode, isByUs)});
        CHECK(verification.requestText().isEmpty());
        CHECK(verification.noticeText().contains(words));
        CHECK_FALSE(verification.noticeIsBad());
        CHECK(verification.noticeText().contains(u"Mein Telefon"));
        verification.dismissNotice();
        CHECK(verification.noticeText().isEmpty());
        verification.apply({});
    }
}

TEST_CASE_METHOD(Fixture, "a newer request of the same device takes the place of the older one without a word",
                 "[ui][verification]")
{
    verification.apply({request()});
    verification.apply({request(u"u"_s)});
    CHECK_FALSE(verification.requestText().isEmpty());
    CHECK(verification.noticeText().isEmpty());
}

TEST_CASE_METHOD(Fixture, "an accepted device that stays unknown is said to be unknown", "[ui][verification]")
{
    verification.apply({request()});
    verification.acceptRequest();
    verification.apply({in(request(), Phase::Cancelled, code::timeout, true)});
    CHECK(verification.failure().cause.contains(u"nicht prüfen lässt"));
    CHECK(verification.devicesMatter());
}

TEST_CASE_METHOD(Fixture, "a comparison that the core does not know any more is over", "[ui][verification]")
{
    ask({Phase::Ready});
    verification.apply({});
    CHECK(verification.step() == Step::Ended);
    CHECK_FALSE(verification.done());
}

TEST_CASE_METHOD(Fixture, "what both have said yes to goes on in the background, and its end is said", "[ui][verification]")
{
    for (const bool works : {true, false}) {
        ask({Phase::Comparing, Phase::Signing});
        verification.leave();
        CHECK_FALSE(verification.open());
        CHECK(verification.noticeText().isEmpty());
        verification.apply({fixtures::verification(works ? Phase::Done : Phase::Refused)});
        CHECK(verification.noticeIsBad() != works);
        CHECK(verification.noticeText().contains(works ? u"ist jetzt bestätigt"_s : u"nicht angenommen"_s));
        verification.apply({});
    }
}

TEST_CASE_METHOD(Fixture, "what the person has left before it began does not come back", "[ui][verification]")
{
    verification.requestAll();
    verification.leave();
    verification.apply({fixtures::verification(Phase::Requested)});
    CHECK_FALSE(verification.open());
    verification.requestAll();
    CHECK(verification.step() == Step::Asking);
}

TEST_CASE_METHOD(Fixture, "asking a device that asks already means to accept", "[ui][verification]")
{
    verification.apply({request()});
    verification.request(u"TABLET"_s);
    CHECK(verification.step() == Step::Asking); // another one
    verification.leave();
    verification.apply({request()});
    verification.request(u"PHONE"_s);
    CHECK(verification.step() == Step::Preparing);
    CHECK(verification.deviceId() == u"PHONE");
}

TEST_CASE_METHOD(Fixture, "why nobody could be asked is said", "[ui][verification]")
{
    const QList<std::pair<ErrorCode, QString>> errors{{ErrorCode::NotFound, u"kein anderes Gerät"_s},
                                                      {ErrorCode::Forbidden, u"gerade nicht bestätigen"_s},
                                                      {ErrorCode::StorageFull, u"Speicher"_s}};
    for (const auto& [error, words] : errors) {
        verification.requestAll();
        verification.applyFailed(fixtures::error(error));
        CHECK(verification.step() == Step::Ended);
        CHECK(verification.failure().cause.contains(words));
        verification.leave();
    }
    verification.applyFailed(fixtures::error(ErrorCode::Storage)); // of nothing that is shown
    CHECK_FALSE(verification.open());
}

TEST_CASE_METHOD(Fixture, "trouble meanwhile is said, and the comparison goes on", "[ui][verification]")
{
    ask({Phase::Comparing});
    verification.applyFailed(fixtures::error(ErrorCode::Storage));
    CHECK_FALSE(verification.trouble().isNull());
    CHECK(verification.step() == Step::Comparing);
    verification.apply({fixtures::verification(Phase::Waiting)});
    CHECK(verification.trouble().isNull());
}

TEST_CASE_METHOD(Fixture, "our code is drawn as the other device reads it", "[ui][verification]")
{
    ask({Phase::Requested});
    CHECK_FALSE(verification.canShow());
    verification.apply({fixtures::verification(Phase::Ready)});
    REQUIRE(verification.canShow());
    const QTemporaryDir folder;
    const auto read = CodeReader::readFile(pictureOf(folder, fixtures::verificationCode(u"t"_s)).toLocalFile());
    REQUIRE(read);
    CHECK(read->bytes() == fixtures::verification(Phase::Ready).state.qrCode);
    CHECK(verification.qr().modules() > 20);
}

TEST_CASE_METHOD(Fixture, "a code that does not belong here is named, and the comparison goes on (S-36)", "[ui][verification]")
{
    ask({Phase::Ready});
    const QList<std::pair<QByteArray, QString>> codes{
        {fixtures::keyCode()->bytes().toByteArray(), u"Code Ihres Schlüssel-Blatts"_s},
        {fixtures::verificationCode(u"other"_s), u"zu einem anderen Vergleich"_s},
        {QByteArray("MATRIX\x02garbage"), u"beschädigt"_s},
        {QByteArray("MATRIX\x03garbage"), u"zum Anmelden"_s},
        {"BEGIN:VCARD", u"Kontakt-Code"_s},
        {"https://fremd.example", u"ein anderer Code"_s}};
    for (const auto& [content, words] : codes) {
        verification.applyScanned(crypto::SecretBytes::fromBytes(content));
        INFO(words.toStdString());
        CHECK(verification.trouble().cause.contains(words));
        CHECK(verification.step() == Step::Choosing);
    }
    verification.applyScanned(crypto::SecretBytes::fromBytes(fixtures::verificationCode(u"t"_s)));
    CHECK(verification.trouble().isNull());
}

TEST_CASE_METHOD(Fixture, "the code of the other device is read from a picture", "[ui][verification]")
{
    ask({Phase::Ready});
    const QTemporaryDir folder;
    const QUrl foreign = pictureOf(folder, fixtures::verificationCode(u"other"_s));
    verification.scanFiles({foreign});
    CHECK(verification.reading());
    REQUIRE(core::runUntil([&] { return !verification.reading(); }));
    CHECK(verification.trouble().cause.contains(u"zu einem anderen Vergleich"));
    verification.scanFiles({foreign, foreign});
    REQUIRE(core::runUntil([&] { return !verification.reading(); }));
    CHECK(verification.trouble().cause == u"Das sind mehrere Dateien.");
    verification.scanFiles({QUrl::fromLocalFile(folder.filePath(u"missing.png"_s))});
    REQUIRE(core::runUntil([&] { return !verification.reading(); }));
    CHECK(verification.trouble().cause.contains(u"kein Bild"));
    // What is read while the person leaves does not count any more.
    verification.scanFiles({foreign});
    verification.leave();
    CHECK_FALSE(verification.reading());
}

TEST_CASE_METHOD(Fixture, "a device's name is anybody's text", "[ui][verification]")
{
    auto shown = request();
    shown.deviceName = u"Ihre\u202e Kasse\n"_s + u"x"_s.repeated(500);
    verification.apply({shown});
    CHECK_FALSE(verification.requestText().contains(u'\u202e'));
    CHECK_FALSE(verification.requestText().contains(u'\n'));
    CHECK(verification.requestText().size() < 300);
    shown.deviceName.clear();
    shown.state.transaction = u"u"_s;
    verification.apply({shown});
    CHECK(verification.requestText().contains(u"Gerät ohne Namen"));
}

TEST_CASE_METHOD(Fixture, "with the account everything about comparisons goes", "[ui][verification]")
{
    ask({Phase::Comparing});
    main.forget();
    CHECK_FALSE(verification.open());
    CHECK(verification.pictures().isEmpty());
    verification.apply({request()});
    main.forget();
    CHECK(verification.requestText().isEmpty());
}

TEST_CASE_METHOD(Fixture, "words follow the language", "[ui][verification]")
{
    ask({Phase::Comparing});
    Language english;
    english.use(u"en"_s);
    CHECK(verification.pictureNames().at(3) == u"4. Umbrella");
    verification.apply({fixtures::cancelled(code::mismatchedSas, true)});
    CHECK(verification.failure().cause == u"The two devices did not show the same.");
}
