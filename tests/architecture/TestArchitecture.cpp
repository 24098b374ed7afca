// The dependency rule of the code base, as a test.
#include "tests/architecture/IncludeGraph.h"
#include "tests/support/SourceFolder.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace {

const std::filesystem::path root = sourceFolder().toStdString();
const std::filesystem::path wrong = root / "tests/architecture/wrong";

bool reported(const std::vector<architecture::Violation>& found, const std::string& file)
{
    return std::any_of(found.begin(), found.end(), [&](const auto& violation) { return violation.file == file; });
}

} // namespace

TEST_CASE("every include follows the dependency rule", "[architecture]")
{
    for (const auto& violation : architecture::violations(root)) {
        INFO(violation.file << ": " << violation.detail);
        CHECK(false);
    }
    CHECK(architecture::filesSeen(root) > 100);
}

TEST_CASE("no two units include each other in a circle", "[architecture]")
{
    std::string text;
    for (const auto& unit : architecture::cycle(root))
        text += unit + " > ";
    CHECK(text == "");
}

TEST_CASE("the rule finds what is deliberately wrong", "[architecture]")
{
    const auto found = architecture::violations(wrong);
    CHECK(reported(found, "core/base/ReachesUp.h"));       // core includes ui
    CHECK(reported(found, "core/room/OpensDatabase.cpp")); // a library header outside its home
    CHECK(reported(found, "core/event/AsksStore.h"));      // a pure band includes a door
    CHECK(reported(found, "core/services/left/Left.h"));   // one service includes another
    CHECK(found.size() == 4);
    CHECK(!architecture::cycle(wrong).empty());
}
