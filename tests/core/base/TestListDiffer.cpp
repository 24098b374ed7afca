#include "core/base/ListDiffer.h"

#include <catch2/catch_test_macros.hpp>
#include <random>

using namespace core;

namespace {

struct Row {
    int key = 0;
    int value = 0;
    bool operator==(const Row&) const = default;
};

ListDiffs<Row> diffs(const QList<Row>& before, const QList<Row>& after)
{
    return findDiffs(before, after, [](const Row& row) { return row.key; });
}

// The same as every list model does it.
void replay(QList<Row>& rows, const ListDiff<Row>& diff)
{
    if (const auto* insert = std::get_if<InsertItems<Row>>(&diff)) {
        REQUIRE((insert->index >= 0 && insert->index <= rows.size() && !insert->items.isEmpty()));
        for (qsizetype i = 0; i < insert->items.size(); ++i)
            rows.insert(insert->index + i, insert->items[i]);
    } else if (const auto* update = std::get_if<UpdateItem<Row>>(&diff)) {
        REQUIRE((update->index >= 0 && update->index < rows.size()));
        rows[update->index] = update->item;
    } else if (const auto* remove = std::get_if<RemoveItems>(&diff)) {
        REQUIRE((remove->index >= 0 && remove->count > 0 && remove->index + remove->count <= rows.size()));
        rows.remove(remove->index, remove->count);
    } else if (const auto* move = std::get_if<MoveItem>(&diff)) {
        REQUIRE((move->from >= 0 && move->from < rows.size() && move->to >= 0 && move->to < rows.size()));
        REQUIRE(move->from != move->to);
        rows.move(move->from, move->to);
    } else {
        rows = std::get<ResetItems<Row>>(diff).items;
    }
}

QList<Row> replayed(QList<Row> rows, const ListDiffs<Row>& changes)
{
    for (const auto& change : changes)
        replay(rows, change);
    return rows;
}

QList<Row> keys(std::initializer_list<int> list)
{
    QList<Row> rows;
    for (const int key : list)
        rows.append(Row{.key = key});
    return rows;
}

} // namespace

TEST_CASE("equal lists have no changes")
{
    CHECK(diffs({}, {}).isEmpty());
    CHECK(diffs(keys({1, 2, 3}), keys({1, 2, 3})).isEmpty());
}

TEST_CASE("one change of a list is one diff")
{
    CHECK(diffs(keys({1, 2}), keys({1, 2, 3, 4})) == ListDiffs<Row>{InsertItems<Row>{.index = 2, .items = keys({3, 4})}});
    CHECK(diffs(keys({3, 4}), keys({1, 2, 3, 4})) == ListDiffs<Row>{InsertItems<Row>{.index = 0, .items = keys({1, 2})}});
    CHECK(diffs(keys({1, 2, 3}), keys({1, 3})) == ListDiffs<Row>{RemoveItems{.index = 1, .count = 1}});
    CHECK(diffs(keys({1, 2, 3}), {}) == ListDiffs<Row>{RemoveItems{.index = 0, .count = 3}});
    CHECK(diffs({{1, 0}, {2, 0}}, {{1, 0}, {2, 5}}) == ListDiffs<Row>{UpdateItem<Row>{.index = 1, .item = {2, 5}}});
}

TEST_CASE("a row that moves is moved once, in either direction")
{
    CHECK(diffs(keys({1, 9, 2, 3, 4}), keys({1, 2, 3, 4, 9})) == ListDiffs<Row>{MoveItem{.from = 1, .to = 4}});
    CHECK(diffs(keys({1, 2, 3, 4, 9}), keys({1, 9, 2, 3, 4})) == ListDiffs<Row>{MoveItem{.from = 4, .to = 1}});
    CHECK(diffs(keys({1, 9, 2}), keys({1, 2, 5, 9})).size() == 2);
}

TEST_CASE("lists whose keys are not distinct are replaced")
{
    const auto twice = keys({1, 2, 3, 2, 4});
    CHECK(replayed(keys({4, 3, 2, 1}), diffs(keys({4, 3, 2, 1}), twice)) == twice);
    CHECK(replayed(twice, diffs(twice, keys({3, 2, 1}))) == keys({3, 2, 1}));
}

TEST_CASE("applied to the old list the changes give the new one, whatever the lists are")
{
    std::mt19937 random(4711); // NOLINT(bugprone-random-generator-seed): the same lists every time
    const auto below = [&](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
    for (int round = 0; round < 20'000; ++round) {
        const int range = 1 + below(30);
        const auto list = [&] {
            QList<Row> rows;
            for (int key = 0; key < range; ++key) {
                if (below(3) > 0)
                    rows.append(Row{.key = key, .value = below(3)});
            }
            std::shuffle(rows.begin(), rows.end(), random);
            return rows;
        };
        const QList<Row> before = list();
        QList<Row> after = list();
        if (below(2) == 0) { // mostly the same, as in life
            after = before;
            for (int change = below(4); change > 0 && !after.isEmpty(); --change) {
                const qsizetype at = below(static_cast<int>(after.size()));
                switch (below(4)) {
                case 0:
                    after.removeAt(at);
                    break;
                case 1:
                    after.insert(at, Row{.key = 1'000 + round * 10 + change, .value = 0});
                    break;
                case 2:
                    after.move(at, below(static_cast<int>(after.size())));
                    break;
                default:
                    after[at].value += 1;
                }
            }
        }
        const auto changes = diffs(before, after);
        REQUIRE(replayed(before, changes) == after);
        REQUIRE(changes.size() <= before.size() + 2 * after.size());
    }
}
