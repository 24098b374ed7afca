#include "ui/common/DiffListModel.h"

#include <QRandomGenerator>

#include <catch2/catch_test_macros.hpp>

using namespace ui;

namespace {

using Model = DiffListModel<int>;

/// A copy of a model that is told of changes as a view is: by signals only.
class Mirror : public QObject {
public:
    explicit Mirror(Model& model)
        : m_model(model)
    {
        connect(&model, &Model::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
            for (int row = first; row <= last; ++row)
                rows.insert(row, valueAt(row));
        });
        connect(&model, &Model::rowsRemoved, this,
                [this](const QModelIndex&, int first, int last) { rows.remove(first, last - first + 1); });
        connect(&model, &Model::rowsMoved, this, [this](const QModelIndex&, int from, int, const QModelIndex&, int before) {
            rows.move(from, before > from ? before - 1 : before);
        });
        connect(&model, &Model::dataChanged, this, [this](const QModelIndex& first, const QModelIndex& last) {
            for (int row = first.row(); row <= last.row(); ++row)
                rows[row] = valueAt(row);
        });
        connect(&model, &Model::modelReset, this, [this] {
            rows.clear();
            for (int row = 0; row < m_model.rowCount(); ++row)
                rows.append(valueAt(row));
        });
    }

    QList<int> rows;

private:
    [[nodiscard]] int valueAt(int row) const { return m_model.data(m_model.index(row), Model::ItemRole).toInt(); }

    Model& m_model;
};

using Diffs = core::ListDiffs<int>;

} // namespace

TEST_CASE("a list replays each kind of change, and who watches it sees the same")
{
    Model model;
    const Mirror mirror(model);
    model.apply({core::ResetItems<int>{{1, 2, 3}}});
    CHECK(mirror.rows == QList{1, 2, 3});
    model.apply({core::InsertItems<int>{1, {7, 8}}});
    CHECK(mirror.rows == QList{1, 7, 8, 2, 3});
    model.apply({core::MoveItem{0, 4}});
    CHECK(mirror.rows == QList{7, 8, 2, 3, 1});
    model.apply({core::MoveItem{3, 1}});
    CHECK(mirror.rows == QList{7, 3, 8, 2, 1});
    model.apply({core::UpdateItem<int>{2, 9}, core::RemoveItems{0, 2}});
    CHECK(mirror.rows == QList{9, 2, 1});
    CHECK(model.items() == mirror.rows);
}

TEST_CASE("changes that do not fit the list are left out, and the rest is applied")
{
    Model model;
    const Mirror mirror(model);
    model.apply({core::ResetItems<int>{{1, 2, 3}}});
    model.apply(Diffs{core::InsertItems<int>{4, {5}}, core::InsertItems<int>{-1, {5}}, core::InsertItems<int>{0, {}},
                      core::UpdateItem<int>{3, 5}, core::UpdateItem<int>{-1, 5}, core::RemoveItems{2, 2},
                      core::RemoveItems{-1, 1}, core::RemoveItems{0, 0}, core::RemoveItems{0, -1},
                      core::RemoveItems{1, std::numeric_limits<qsizetype>::max()}, core::MoveItem{0, 3}, core::MoveItem{3, 0},
                      core::MoveItem{1, 1}, core::UpdateItem<int>{0, 4}});
    CHECK(model.items() == QList{4, 2, 3});
    CHECK(mirror.rows == model.items());
    CHECK(!model.data(model.index(3), Model::ItemRole).isValid());
    CHECK(!model.data(model.index(0), Qt::DisplayRole).isValid());
}

TEST_CASE("ten thousand random changes leave the list and who watches it equal")
{
    QRandomGenerator random(20261124);
    Model model;
    const Mirror mirror(model);
    QList<int> expected;
    for (int step = 0; step < 10'000; ++step) {
        const int size = static_cast<int>(expected.size());
        const int row = random.bounded(size + 1);
        switch (size == 0 ? 0 : random.bounded(4)) {
        case 0:
            if (size < 40) {
                expected.insert(row, step);
                model.apply({core::InsertItems<int>{row, {step}}});
            }
            break;
        case 1:
            if (row < size) {
                expected.remove(row);
                model.apply({core::RemoveItems{row, 1}});
            }
            break;
        case 2:
            if (row < size) {
                expected[row] = step;
                model.apply({core::UpdateItem<int>{row, step}});
            }
            break;
        default:
            if (row < size) {
                const int to = random.bounded(size);
                expected.move(row, to);
                model.apply({core::MoveItem{row, to}});
            }
        }
        if (model.items() != expected || mirror.rows != expected)
            FAIL("differs at step " << step);
    }
    CHECK(mirror.rows == expected);
}
