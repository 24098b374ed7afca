#include "tests/bench/Profile.h"

#include "tests/bench/Measure.h"

#include <algorithm>

namespace bench {

namespace {

std::unique_ptr<core::Database> openDatabase(const QString& folder)
{
    crypto::SecretBytes key(32);
    std::fill(key.data(), key.data() + key.size(), static_cast<unsigned char>(7));
    auto opened = core::Database::open(folder + QStringLiteral("/bench.db"), key);
    require(opened.has_value(), "opening the database");
    return std::move(*opened);
}

} // namespace

Profile::Profile(const QString& folder)
    : database(openDatabase(folder))
{
    require(rooms.load().has_value(), "reading the rooms");
}

TwoParties::TwoParties(const QString& folder)
    : profile(folder)
{
    for (auto* side : {&own, &practice}) {
        side->bootstrap();
        require(side->machine->trackUsers(members).has_value(), "tracking");
    }
    for (auto* side : {&own, &practice})
        side->sync({own.user.toString(), practice.user.toString()});
}

} // namespace bench
