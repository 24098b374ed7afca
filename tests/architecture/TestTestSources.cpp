#include "tests/support/SourceFolder.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;

namespace {

/// Sections of a test file that are never run: Catch2 finds a section by passing it, and one before it has left the test case.
QStringList unreachableSections(const QString& text)
{
    static const QRegularExpression sectionLine(u"^( *)SECTION\\((.*)$"_s);
    QStringList unreachable;
    QString indent; // of the section we are in
    bool isIn = false, hasReturned = false;
    for (const auto& line : text.split(u'\n')) {
        if (line == u"}")
            isIn = hasReturned = false;
        const auto section = sectionLine.match(line);
        if (section.hasMatch()) {
            if (hasReturned && section.captured(1) == indent)
                unreachable.append(section.captured(2));
            if (!hasReturned)
                indent = section.captured(1);
            isIn = true;
        } else if (isIn && line == indent + u"    return;"_s) {
            hasReturned = true;
        } else if (line == indent + u'}') {
            isIn = false;
        }
    }
    return unreachable;
}

} // namespace

TEST_CASE("no section of a test leaves the test case while others follow, which would never run")
{
    QDirIterator files(sourceFolder() + u"/tests"_s, {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        INFO(file.fileName().toStdString());
        CHECK(unreachableSections(QString::fromUtf8(file.readAll())).isEmpty());
        ++count;
    }
    CHECK(count > 100);
    // The test itself: what it looks for is found, and nothing else.
    const QString first = u"{\n    SECTION(\"a\")\n    {\n        return;\n    }\n"_s;
    CHECK(unreachableSections(first + u"    SECTION(\"b\")\n    {\n    }\n}\n"_s).size() == 1);
    CHECK(unreachableSections(first + u"}\n{\n    SECTION(\"b\")\n    {\n    }\n}\n"_s).isEmpty());
}
