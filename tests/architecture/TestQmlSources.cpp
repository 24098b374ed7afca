#include "tests/support/SourceFolder.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;

namespace {

struct Source {
    QString path; // relative to qml/
    QString text;
};

QList<Source> qmlSources()
{
    const QDir folder(sourceFolder() + u"/qml"_s);
    QList<Source> sources;
    QDirIterator files(folder.path(), {u"*.qml"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        sources.append({.path = folder.relativeFilePath(file.fileName()), .text = QString::fromUtf8(file.readAll())});
    }
    CHECK(sources.size() > 40);
    return sources;
}

/// What stands between the braces that open at `at`, without what stands in inner braces.
QString bodyAt(const QString& text, qsizetype at)
{
    QString body;
    int depth = 0;
    for (qsizetype i = at; i < text.size(); ++i) {
        if (text.at(i) == u'{')
            ++depth;
        else if (text.at(i) == u'}' && --depth == 0)
            return body;
        else if (depth == 1)
            body += text.at(i);
    }
    return body;
}

/// Elements of `types` in `text` that do not say that their text is plain.
QStringList notPlain(const QString& text, const QString& types, const QString& plain)
{
    const QRegularExpression element(u"\\b(%1)\\s*\\{"_s.arg(types));
    QStringList wrong;
    auto matches = element.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (!bodyAt(text, match.capturedEnd() - 1).contains(plain))
            wrong.append(match.captured(1));
    }
    return wrong;
}

} // namespace

TEST_CASE("every element that shows text shows it plain: nobody's name or message is ever markup (S-78)")
{
    static const QRegularExpression marked(u"\\b(RichText|StyledText|MarkdownText|AutoText)\\b"_s);
    for (const Source& source : qmlSources()) {
        INFO(source.path.toStdString());
        CHECK(!marked.match(source.text).hasMatch());
        CHECK(notPlain(source.text, u"Text|Label"_s, u"textFormat: Text.PlainText"_s).isEmpty());
        CHECK(notPlain(source.text, u"TextArea|TextEdit"_s, u"textFormat: TextEdit.PlainText"_s).isEmpty());
        // A tooltip shows its text in an element of its own, which must be ours.
        CHECK(notPlain(source.text, u"ToolTip"_s, u"contentItem: Txt"_s).isEmpty());
        CHECK(!source.text.contains(u"ToolTip.text"));
    }
    // The test itself: what it looks for is found.
    CHECK(notPlain(u"Text { text: root.name }"_s, u"Text|Label"_s, u"textFormat: Text.PlainText"_s) == QStringList{u"Text"_s});
    CHECK(notPlain(u"Label { Item { textFormat: Text.PlainText } }"_s, u"Text|Label"_s, u"textFormat: Text.PlainText"_s) ==
          QStringList{u"Label"_s});
}

TEST_CASE("colours, fonts and addresses of the net are named in the theme only, or nowhere")
{
    static const QRegularExpression colour(u"\"#[0-9a-fA-F]{3,8}\""_s);
    static const QRegularExpression pixels(u"font\\.(pixelSize|pointSize): *\\d"_s);
    static const QRegularExpression net(u"\\bhttps?://"_s);
    for (const Source& source : qmlSources()) {
        INFO(source.path.toStdString());
        if (!source.path.startsWith(u"theme/")) {
            CHECK(!colour.match(source.text).hasMatch());
            CHECK(!pixels.match(source.text).hasMatch());
        }
        CHECK(!net.match(source.text).hasMatch());
        CHECK(!source.text.contains(u"XMLHttpRequest"));
        CHECK(!source.text.contains(u"console."));
    }
}

TEST_CASE("every text of the interface goes through a translation")
{
    static const QRegularExpression literal(
        u"\\b(text|title|label|note|help|placeholderText|Accessible\\.name|Accessible\\.description)"
        ": \"(?!Deutsch\"|English\"|#)[^\"]*[A-Za-z]{2,}"_s); // a language has its own name
    for (const Source& source : qmlSources()) {
        INFO(source.path.toStdString());
        CHECK(!literal.match(source.text).hasMatch());
        // qsTr would look for a translation by its English text, which we do not have.
        CHECK(!source.text.contains(u"qsTr("));
    }
}

TEST_CASE("each file of the interface says first what it is")
{
    for (const Source& source : qmlSources()) {
        INFO(source.path.toStdString());
        CHECK(source.text.contains(u"\n/// "));
        CHECK(source.text.size() < 12'000);
    }
}
