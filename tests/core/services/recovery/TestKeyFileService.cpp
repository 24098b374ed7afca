#include "core/services/recovery/KeyFileService.h"
#include "crypto/KeyExportFile.h"
#include "tests/core/encryption/TestParty.h"
#include "tests/support/RunUntil.h"

#include <QFile>
#include <QTemporaryDir>
#include <QThreadPool>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;
using Outcome = KeyFileOutcome;

namespace {

/// The service of one device.
struct Desk {
    explicit Desk(party::Party& given)
        : party(given)
    {
        QObject::connect(&service, &KeyFileService::ended, &context, [this](const KeyFileResult& ended) {
            result = ended;
            ++ends;
        });
        QObject::connect(&service, &KeyFileService::progressed, &context,
                         [this](qint64 done, qint64 total) { progress.append({done, total}); });
    }
    KeyFileResult wait()
    {
        REQUIRE(runUntil([this] { return result.has_value(); }));
        runAll();
        return *std::exchange(result, {});
    }
    static std::shared_ptr<crypto::SecretBytes> secret(const QByteArray& phrase)
    {
        return std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(phrase));
    }
    KeyFileResult save(const QString& path, const QByteArray& phrase = "correct horse")
    {
        service.exportTo(path, secret(phrase));
        return wait();
    }
    KeyFileResult read(const QString& path, const QByteArray& phrase = "correct horse")
    {
        service.importFrom(path, secret(phrase));
        return wait();
    }

    party::Party& party;
    QList<RoomKeyId> came; ///< keys that messages were told of
    Result<> told;         ///< what telling them answers
    QObject context;
    std::optional<KeyFileResult> result;
    int ends = 0;
    QList<std::pair<qint64, qint64>> progress;
    KeyFileService service{{.machine = *party.machine, .keysCame = [this] {
                                came += party.machine->takeOutcome().newRoomKeys;
                                return told;
                            }}};
};

struct Two : party::AnnaAndBert {
    Two()
    {
        bootstrap();
        anna.machine->takeOutcome();
    }
    QJsonObject said(const QString& text)
    {
        REQUIRE(bert.machine->discardOutboundSession(party::room));
        const auto content = bert.send(members, text);
        anna.sync();
        REQUIRE(party::bodyOf(anna.read(content, bert.user, u"$"_s + QString(text).remove(u' '))) == text);
        return content;
    }
    party::Party fresh{server, clock, u"@anna:example.org"_s, u"NEU"_s};
    QTemporaryDir folder;
    QString path = folder.filePath(u"keys.txt"_s);
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
}

QByteArray sealed(const QByteArray& content)
{
    return crypto::sealKeyExport(crypto::SecretBytes::fromBytes(content), crypto::SecretBytes::fromBytes("correct horse"))
        .value();
}

} // namespace

TEST_CASE("room keys go to another device by a file, and messages can be read there at once, unproven", "[recovery][keyfile]")
{
    Two two;
    const auto content = two.said(u"Hallo"_s);
    two.said(u"Noch etwas"_s);
    Desk old(two.anna);
    const auto saved = old.save(two.path);
    CHECK(saved == KeyFileResult{.outcome = Outcome::Done, .keys = 2});
    CHECK(old.progress.last() == std::pair<qint64, qint64>(2, 2));
    CHECK(QFile::permissions(two.path) == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser)); // 0600

    Desk fresh(two.fresh);
    CHECK(party::reasonOf(two.fresh.read(content, two.bert.user)) == Undecryptable::Reason::MissingKey);
    CHECK(fresh.read(two.path) == KeyFileResult{.outcome = Outcome::Done, .keys = 2});
    CHECK(fresh.progress.last() == std::pair<qint64, qint64>(2, 2));
    CHECK(fresh.came.size() == 2);
    const auto read = two.fresh.read(content, two.bert.user);
    REQUIRE(party::bodyOf(read) == u"Hallo");
    CHECK(std::get<DecryptedEvent>(read).shield.reason == Shield::Reason::AuthenticityNotGuaranteed);
    CHECK(*two.fresh.machine->countRoomKeysToBackUp() == 2); // they are not in the backup by being in a file

    SECTION("the same file again brings nothing new")
    {
        CHECK(fresh.read(two.path) == KeyFileResult{.outcome = Outcome::Done, .known = 2});
        CHECK(fresh.came.size() == 2);
    }
    SECTION("and what is proven is not lowered")
    {
        CHECK(old.read(two.path) == KeyFileResult{.outcome = Outcome::Done, .known = 2});
        CHECK(std::get<DecryptedEvent>(two.anna.read(content, two.bert.user, u"$Hallo"_s)).shield == Shield());
    }
}

TEST_CASE("a file is made with half a million rounds", "[recovery][keyfile]")
{
    Two two;
    two.said(u"Hallo"_s);
    REQUIRE(Desk(two.anna).save(two.path).outcome == Outcome::Done);
    const auto phrase = crypto::SecretBytes::fromBytes("correct horse");
    CHECK(crypto::openKeyExport(contentOf(two.path), phrase, {.minimumRounds = 500'000}));
}

TEST_CASE("each reason why a file cannot be read has its name, and nothing is taken in", "[recovery][keyfile]")
{
    Two two;
    two.said(u"Hallo"_s);
    Desk old(two.anna);
    Desk fresh(two.fresh);
    SECTION("a wrong pass phrase")
    {
        REQUIRE(old.save(two.path).outcome == Outcome::Done);
        CHECK(fresh.read(two.path, "Correct horse").outcome == Outcome::WrongPassPhrase);
    }
    SECTION("a file that was cut off")
    {
        REQUIRE(old.save(two.path).outcome == Outcome::Done);
        write(two.path, contentOf(two.path).chopped(60));
        CHECK(fresh.read(two.path).outcome == Outcome::Damaged);
    }
    SECTION("another kind of file")
    {
        write(two.path, "%PDF-1.7");
        CHECK(fresh.read(two.path).outcome == Outcome::NotAKeyFile);
        write(two.path, "");
        CHECK(fresh.read(two.path).outcome == Outcome::NotAKeyFile);
    }
    SECTION("something else inside")
    {
        write(two.path, sealed(R"({"keys":[]})"));
        CHECK(fresh.read(two.path).outcome == Outcome::Damaged);
    }
    SECTION("a file beyond all measure")
    {
        QFile file(two.path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.resize(crypto::largestKeyExport + 1));
        CHECK(fresh.read(two.path).outcome == Outcome::TooLarge);
    }
    SECTION("no file, or a folder")
    {
        CHECK(fresh.read(two.path).outcome == Outcome::CannotRead);
        CHECK(fresh.read(two.folder.path()).outcome == Outcome::CannotRead);
    }
    SECTION("the own disk")
    {
        REQUIRE(old.save(two.path).outcome == Outcome::Done);
        fresh.told = fail(ErrorCode::StorageFull);
        CHECK(fresh.read(two.path).outcome == Outcome::Failed);
        return;
    }
    CHECK(*two.fresh.machine->countRoomKeys() == 0);
}

TEST_CASE("what is damaged in a file is counted, and the rest comes in", "[recovery][keyfile]")
{
    Two two;
    two.said(u"Hallo"_s);
    RoomKeyListWriter writer;
    auto slice = two.anna.machine->exportRoomKeys({}, 10);
    REQUIRE(slice);
    for (auto& key : slice->keys) {
        writer.append(key);
        key.id.sessionId = "another"; // than the one in the key
        writer.append(key);
    }
    auto json = writer.json().bytes().toByteArray();
    json.insert(1, R"({"algorithm":"m.unknown"},)");
    write(two.path, sealed(json));
    Desk fresh(two.fresh);
    CHECK(fresh.read(two.path) == KeyFileResult{.outcome = Outcome::Done, .keys = 1, .damaged = 2});
}

TEST_CASE("a file that cannot be written leaves what is there as it was", "[recovery][keyfile]")
{
    Two two;
    Desk old(two.anna);
    CHECK(old.save(two.path).outcome == Outcome::NothingToSave);
    CHECK_FALSE(QFile::exists(two.path));
    two.said(u"Hallo"_s);
    CHECK(old.save(two.folder.filePath(u"missing/keys.txt"_s)).outcome == Outcome::CannotWrite);
    CHECK(old.save(two.folder.path()).outcome == Outcome::CannotWrite);
}

TEST_CASE("saving can be cancelled, and a file that was there stays", "[recovery][keyfile]")
{
    Two two;
    two.said(u"Hallo"_s);
    write(two.path, "from before");
    Desk old(two.anna);
    old.service.exportTo(two.path, Desk::secret("correct horse"));
    old.service.exportTo(two.path, Desk::secret("another")); // ignored: one at a time
    old.service.cancel();
    CHECK(old.wait().outcome == Outcome::Cancelled);
    QThreadPool::globalInstance()->waitForDone();
    runAll();
    CHECK(contentOf(two.path) == "from before");
    CHECK(old.ends == 1);
    SECTION("and begun anew")
    {
        CHECK(old.save(two.path).outcome == Outcome::Done);
        CHECK(crypto::looksLikeKeyExport(contentOf(two.path)));
    }
}

TEST_CASE("the end of a session cancels saving", "[recovery][keyfile]")
{
    Two two;
    two.said(u"Hallo"_s);
    {
        Desk old(two.anna);
        old.service.exportTo(two.path, Desk::secret("correct horse"));
    }
    QThreadPool::globalInstance()->waitForDone();
    runAll();
    CHECK_FALSE(QFile::exists(two.path));
}

TEST_CASE("reading can be cancelled", "[recovery][keyfile]")
{
    Two two;
    two.said(u"Hallo"_s);
    REQUIRE(Desk(two.anna).save(two.path).outcome == Outcome::Done);
    Desk fresh(two.fresh);
    fresh.service.importFrom(two.path, Desk::secret("correct horse"));
    fresh.service.cancel();
    CHECK(fresh.wait().outcome == Outcome::Cancelled);
    QThreadPool::globalInstance()->waitForDone();
    runAll();
    CHECK(fresh.ends == 1);
    CHECK(*two.fresh.machine->countRoomKeys() == 0);
    CHECK(fresh.read(two.path).outcome == Outcome::Done);
}
