#include "tests/support/RunUntil.h"
#include "tests/ui/Speaking.h"
#include "tests/ui/recovery/CodePicture.h"
#include "ui/recovery/RestoreWords.h"
#include "ui/recovery/SheetCheckViewModel.h"

#include <QThreadPool>

using namespace ui;
using namespace Qt::StringLiterals;
using Result = SheetCheckViewModel::Result;

namespace {

const QByteArray code = "EsTj3ySTy93FSLpBjJszeAXc2XzAygD3w69HfGaNTKBjjXEd";
const QByteArray otherCode = "EsSzykH7LCZx7CaecmKDwcmYJRXiYbtu8iQ3t8EznRwKpUY1";

struct Fixture {
    Speaking german{u"de"_s};
    QTemporaryDir folder;
    SheetCheckViewModel check{nullptr};
    QList<bool> compared;
    Fixture()
    {
        QObject::connect(&check, &SheetCheckViewModel::compared, &check, [this](bool isRight) { compared.append(isRight); });
    }
    void expect() { check.expect(crypto::SecretBytes::fromBytes(code)); }
    void give(const QUrl& file)
    {
        check.checkPicture(file);
        CHECK(check.busy());
        REQUIRE(core::runUntil([&] { return !check.busy(); }));
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "there is nothing to check until the sheet was shown", "[sheetcheck]")
{
    CHECK(!check.offered());
    check.checkLastFour(u"jXEd"_s);
    check.checkLastFour({});
    check.checkPicture(pictureOf(folder, code));
    CHECK(!check.busy());
    CHECK(!check.checkScanned(crypto::SecretBytes::fromBytes(code)));
    CHECK(check.result() == Result::NotYet);
    CHECK(compared.isEmpty());
}

TEST_CASE_METHOD(Fixture, "the last four characters prove that the paper is there", "[sheetcheck]")
{
    expect();
    CHECK(check.offered());
    for (const QString& wrong : {u"jxed"_s, u""_s, u"jXE"_s, u"jXEdd"_s, u"EsTj"_s, u"jXEđ"_s}) {
        check.checkLastFour(wrong);
        CHECK(check.result() == Result::Wrong);
    }
    check.checkLastFour(u" jX Ed "_s);
    CHECK(check.result() == Result::Right);
    CHECK(compared == QList<bool>{false, false, false, false, false, false, true});
    check.forget();
    CHECK(check.result() == Result::NotYet);
    CHECK(!check.offered());
}

TEST_CASE_METHOD(Fixture, "a picture of the sheet proves it, too", "[sheetcheck]")
{
    expect();
    give(pictureOf(folder, code));
    CHECK(check.result() == Result::Right);
    CHECK(check.trouble().isNull());
    CHECK(compared == QList<bool>{true});
}

TEST_CASE_METHOD(Fixture, "what a picture shows instead is said, and proves nothing", "[sheetcheck]")
{
    expect();
    give(pictureOf(folder, otherCode));
    CHECK(check.trouble() == RestoreWords::ofOtherSheet());
    give(pictureOf(folder, "BEGIN:VCARD\nEND:VCARD"));
    CHECK(check.trouble() == RestoreWords::of(CodeReader::Kind::Contact));
    give(pictureOf(folder, "hello"));
    CHECK(check.trouble() == RestoreWords::of(CodeReader::Kind::Other));
    give(QUrl::fromLocalFile(folder.filePath(u"missing.png"_s)));
    CHECK(check.trouble() == RestoreWords::of(CodeReader::Failure::NotReadable));
    give(QUrl(u"https://kasse.example/Blatt.png"_s));
    CHECK(check.trouble() == RestoreWords::of(CodeReader::Failure::NotReadable));
    CHECK(check.result() == Result::NotYet);
    CHECK(compared.isEmpty());
    give(pictureOf(folder, code));
    CHECK(check.trouble().isNull());
    CHECK(check.result() == Result::Right);
}

TEST_CASE_METHOD(Fixture, "a picture that is read after the page was left proves nothing", "[sheetcheck]")
{
    expect();
    check.checkPicture(pictureOf(folder, code));
    check.forget();
    CHECK(!check.busy());
    expect();
    QThreadPool::globalInstance()->waitForDone();
    core::runAll();
    CHECK(check.result() == Result::NotYet);
    CHECK(compared.isEmpty());
}

TEST_CASE_METHOD(Fixture, "what was wrong with a picture is said in the language of the moment", "[sheetcheck]")
{
    expect();
    give(pictureOf(folder, otherCode));
    const QString before = check.trouble().cause;
    const Speaking english(u"en"_s);
    CHECK(check.trouble().cause != before);
}
