#pragma once

#include "core/base/ListDiff.h"

#include <QHash>

#include <algorithm>
#include <type_traits>
#include <vector>

namespace core {

/// Finds the changes that turn one list into another: applied in order to `before` they give `after`. Rows are the same if their
/// keys are; a row that has moved is moved, not removed and inserted. Without changes the answer is empty.
///
/// `keyOf(item)` gives something that QHash takes, different for every row of a list. If it is not, the answer is ResetItems.
template <typename Item, typename KeyOf>
class ListDiffer {
public:
    ListDiffer(const QList<Item>& before, const QList<Item>& after, KeyOf keyOf)
        : m_before(before)
        , m_after(after)
        , m_keyOf(std::move(keyOf))
    {
    }

    ListDiffs<Item> run()
    {
        const qsizetype common = std::min(m_before.size(), m_after.size());
        while (m_head < common && sameRow(m_head, m_head))
            ++m_head;
        while (m_tail < common - m_head && sameRow(m_before.size() - 1 - m_tail, m_after.size() - 1 - m_tail))
            ++m_tail;
        if (!match())
            return {ResetItems<Item>{m_after}};
        remove();
        keepInOrder();
        arrange();
        update();
        return std::move(m_diffs);
    }

private:
    using Key = std::decay_t<std::invoke_result_t<KeyOf, const Item&>>;
    static constexpr qsizetype none = -1;

    bool sameRow(qsizetype before, qsizetype after) const { return m_keyOf(m_before[before]) == m_keyOf(m_after[after]); }

    // Pairs the rows between the common head and tail. False if a key is there twice.
    bool match()
    {
        m_oldOf.assign(static_cast<size_t>(m_after.size()), none);
        m_newOf.assign(static_cast<size_t>(m_before.size()), none);
        for (qsizetype i = 0; i < m_head; ++i)
            pair(i, i);
        for (qsizetype i = 1; i <= m_tail; ++i)
            pair(m_before.size() - i, m_after.size() - i);
        QHash<Key, qsizetype> places;
        const qsizetype end = m_after.size() - m_tail;
        for (qsizetype i = m_head; i < end; ++i)
            places.insert(m_keyOf(m_after[i]), i);
        if (places.size() != end - m_head)
            return false;
        for (qsizetype i = m_head; i < m_before.size() - m_tail; ++i) {
            const auto place = places.constFind(m_keyOf(m_before[i]));
            if (place == places.cend())
                continue;
            if (oldOf(*place) != none)
                return false;
            pair(i, *place);
        }
        return true;
    }

    void pair(qsizetype before, qsizetype after)
    {
        m_oldOf[static_cast<size_t>(after)] = before;
        m_newOf[static_cast<size_t>(before)] = after;
    }
    [[nodiscard]] qsizetype oldOf(qsizetype after) const { return m_oldOf[static_cast<size_t>(after)]; }
    [[nodiscard]] qsizetype newOf(qsizetype before) const { return m_newOf[static_cast<size_t>(before)]; }

    // Runs from the back, so that the places of the others stay.
    void remove()
    {
        for (qsizetype end = m_before.size() - m_tail; end > m_head;) {
            if (newOf(end - 1) != none) {
                --end;
                continue;
            }
            qsizetype begin = end - 1;
            while (begin > m_head && newOf(begin - 1) == none)
                --begin;
            m_diffs.append(RemoveItems{.index = begin, .count = end - begin});
            end = begin;
        }
        for (qsizetype i = m_head; i < m_before.size() - m_tail; ++i) {
            if (newOf(i) != none)
                m_list.push_back(newOf(i));
        }
    }

    // Marks a longest increasing run of m_list: those rows stay where they are and the fewest move.
    void keepInOrder()
    {
        m_stays.assign(static_cast<size_t>(m_after.size()), false);
        std::vector<size_t> ends; // of runs of each length, the smallest
        std::vector<size_t> previous(m_list.size());
        for (size_t i = 0; i < m_list.size(); ++i) {
            const auto place =
                std::lower_bound(ends.begin(), ends.end(), i, [this](size_t a, size_t b) { return m_list[a] < m_list[b]; });
            previous[i] = place == ends.begin() ? m_list.size() : *(place - 1);
            if (place == ends.end())
                ends.push_back(i);
            else
                *place = i;
        }
        for (size_t i = ends.empty() ? m_list.size() : ends.back(); i < m_list.size(); i = previous[i])
            m_stays[static_cast<size_t>(m_list[i])] = true;
    }

    // From the front: afterwards m_list is m_head, m_head + 1, … up to the common tail.
    void arrange()
    {
        const qsizetype end = m_after.size() - m_tail;
        for (qsizetype wanted = m_head; wanted < end;) {
            const auto at = static_cast<size_t>(wanted - m_head);
            if (at < m_list.size() && m_list[at] == wanted)
                ++wanted;
            else if (oldOf(wanted) == none)
                wanted = insertFrom(wanted, end);
            else if (stays(wanted))
                makeWay(at);
            else
                fetch(at, wanted);
        }
    }

    [[nodiscard]] bool stays(qsizetype row) const { return m_stays[static_cast<size_t>(row)]; }

    qsizetype insertFrom(qsizetype wanted, qsizetype end)
    {
        qsizetype last = wanted;
        while (last < end && oldOf(last) == none)
            ++last;
        std::vector<qsizetype> rows;
        for (qsizetype row = wanted; row < last; ++row)
            rows.push_back(row);
        m_list.insert(m_list.begin() + (wanted - m_head), rows.begin(), rows.end());
        m_diffs.append(InsertItems<Item>{.index = wanted, .items = m_after.mid(wanted, last - wanted)});
        return last;
    }

    // The row at `at` belongs further down and stands before one that stays: it goes behind the last staying row before its
    // place.
    void makeWay(size_t at)
    {
        const qsizetype row = m_list[at];
        size_t to = at;
        for (size_t i = at + 1; i < m_list.size() && (!stays(m_list[i]) || m_list[i] < row); ++i) {
            if (stays(m_list[i]))
                to = i;
        }
        move(at, to);
    }

    void fetch(size_t at, qsizetype wanted)
    {
        const auto found = std::find(m_list.begin() + static_cast<qsizetype>(at), m_list.end(), wanted);
        move(static_cast<size_t>(found - m_list.begin()), at);
    }

    void move(size_t from, size_t to)
    {
        const qsizetype row = m_list[from];
        m_list.erase(m_list.begin() + static_cast<qsizetype>(from));
        m_list.insert(m_list.begin() + static_cast<qsizetype>(to), row);
        m_diffs.append(MoveItem{.from = m_head + static_cast<qsizetype>(from), .to = m_head + static_cast<qsizetype>(to)});
    }

    void update()
    {
        for (qsizetype i = 0; i < m_after.size(); ++i) {
            if (const qsizetype old = oldOf(i); old != none && !(m_before[old] == m_after[i]))
                m_diffs.append(UpdateItem<Item>{.index = i, .item = m_after[i]});
        }
    }

    const QList<Item>& m_before;
    const QList<Item>& m_after;
    KeyOf m_keyOf;
    qsizetype m_head = 0;           // rows at the front that have the same keys
    qsizetype m_tail = 0;           // … at the back
    std::vector<qsizetype> m_oldOf; // row of m_after → row of m_before
    std::vector<qsizetype> m_newOf;
    std::vector<qsizetype> m_list; // the rows in between as they stand by now, as rows of m_after
    std::vector<bool> m_stays;     // by row of m_after
    ListDiffs<Item> m_diffs;
};

template <typename Item, typename KeyOf>
ListDiffs<Item> findDiffs(const QList<Item>& before, const QList<Item>& after, KeyOf keyOf)
{
    return ListDiffer<Item, KeyOf>(before, after, std::move(keyOf)).run();
}

} // namespace core
