#include "tests/pictures/Checks.h"

#include "tests/pictures/Walk.h"
#include "ui/room/TimelineRow.h"
#include "ui/rooms/RoomRow.h"

#include <QSet>

namespace checks {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal smallestTarget = 44;

QString describe(const QQuickItem* item)
{
    QString type = QString::fromLatin1(item->metaObject()->className()).section(u"_QML"_s, 0, 0);
    const QString text = item->property("text").toString();
    return text.isEmpty() ? type : u"%1 “%2”"_s.arg(type, text.left(40));
}

bool isPressable(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::PageTab:
    case QAccessible::ListItem:
    case QAccessible::EditableText:
    case QAccessible::Link:
        return true;
    default:
        return false;
    }
}

/// A row that only holds words is no target.
bool isPressable(QAccessibleInterface& object, const QQuickItem* item)
{
    if (object.role() == QAccessible::ListItem)
        return item && item->metaObject()->indexOfSignal("opened()") >= 0;
    return isPressable(object.role());
}

bool isText(const QQuickItem& item)
{
    return item.inherits("QQuickText");
}

bool holds(QQuickItem& item, const std::function<bool(QQuickItem&)>& fits)
{
    if (!item.isVisible())
        return false;
    if (fits(item))
        return true;
    const auto children = item.childItems();
    return std::any_of(children.cbegin(), children.cend(), [&](QQuickItem* child) { return holds(*child, fits); });
}

bool showsSymbol(QQuickItem& item, const QString& symbol)
{
    return holds(item, [&](QQuickItem& part) { return part.property("source").toString().contains(u"icon/"_s + symbol + u'/'); });
}

bool showsText(QQuickItem& item, const QString& text)
{
    return holds(item, [&](QQuickItem& part) { return isText(part) && part.property("text").toString() == text; });
}

/// The ring that belongs to `item`, wherever it hangs in the tree.
const QQuickItem* ringOf(const QQuickWindow& window, const QQuickItem* item)
{
    const QQuickItem* found = nullptr;
    walkItems(window, [&](QQuickItem& candidate) {
        if (candidate.objectName() == u"focusRing" && candidate.property("target").value<QQuickItem*>() == item)
            found = &candidate;
    });
    return found;
}

} // namespace

QStringList namesAndRoles(QQuickWindow& window)
{
    QStringList wrong;
    walkAccessible(window, [&](QAccessibleInterface& object, QQuickItem* item) {
        if (!item)
            return;
        const QAccessible::State state = object.state();
        QString name = object.text(QAccessible::Name);
        // Qt 6.4 drops the name of a password field; its description says the same.
        if (state.passwordEdit && name.isEmpty())
            name = object.text(QAccessible::Description);
        const bool needsName = isPressable(object.role()) || state.focusable;
        if (needsName && name.trimmed().isEmpty())
            wrong.append(u"A1 no name: "_s + describe(item));
        if (needsName && (object.role() == QAccessible::NoRole || object.role() == QAccessible::Client))
            wrong.append(u"A1 no role: "_s + describe(item));
        if (object.role() == QAccessible::Graphic && name.trimmed().isEmpty())
            wrong.append(u"A2 unnamed graphic: "_s + describe(item));
    });
    return wrong;
}

QStringList targets(QQuickWindow& window)
{
    QStringList wrong;
    walkAccessible(window, [&](QAccessibleInterface& object, QQuickItem* item) {
        if (!item || !isPressable(object, item))
            return;
        if (item->width() < smallestTarget - 0.5 || item->height() < smallestTarget - 0.5)
            wrong.append(u"A11 %1 × %2 px: %3"_s.arg(item->width()).arg(item->height()).arg(describe(item)));
    });
    return wrong;
}

QStringList truncation(QQuickWindow& window)
{
    QStringList wrong;
    walkItems(window, [&](QQuickItem& item) {
        if (!isText(item) || item.property("text").toString().isEmpty() || item.width() <= 0)
            return;
        if (item.objectName() != u"mayElide" && item.property("truncated").toBool())
            wrong.append(u"A12 cut off: "_s + describe(&item));
        const QRectF place = item.mapRectToScene(QRectF(0, 0, item.property("contentWidth").toReal(), item.height()));
        if (place.left() < -1 ||
            (place.right() > window.width() + 1 && item.property("horizontalAlignment").toInt() == Qt::AlignLeft))
            wrong.append(u"A12 outside the window (%1…%2): %3"_s.arg(place.left()).arg(place.right()).arg(describe(&item)));
        else if (item.property("contentWidth").toReal() > item.width() + 2)
            wrong.append(u"A12 wider than its place: "_s + describe(&item));
    });
    return wrong;
}

QStringList notByColourOnly(QQuickWindow& window)
{
    QStringList wrong;
    const auto isType = [](const QQuickItem& item, const char* type) {
        return QByteArray(item.metaObject()->className()).startsWith(QByteArray(type) + "_QML");
    };
    walkItems(window, [&](QQuickItem& item) {
        if (isType(item, "ToggleButton") && item.property("checked").toBool() && !showsSymbol(item, u"check2"_s))
            wrong.append(u"A13 chosen without a tick: "_s + describe(&item));
        if (isType(item, "NavItem") && item.property("current").toBool() &&
            item.property("activeSymbol") == item.property("symbol"))
            wrong.append(u"A13 the place one is at has no symbol of its own: "_s + describe(&item));
        if ((isType(item, "Notice") || isType(item, "ErrorNotice") || isType(item, "Banner")) &&
            item.property("symbol").toString().isEmpty())
            wrong.append(u"A13 notice without a symbol: "_s + describe(&item));
        if (isType(item, "Field") && !item.property("error").toString().isEmpty() && !showsSymbol(item, u"exclamation-circle"_s))
            wrong.append(u"A13 error without a symbol: "_s + describe(&item));
        if (isType(item, "RoomRow")) {
            const auto row = item.property("item").value<ui::RoomRow>();
            if (row.failed && (row.symbol.isEmpty() || row.preview.isEmpty()))
                wrong.append(u"A13 failure without words or symbol: "_s + describe(&item));
            if (row.unread > 0 && !showsText(item, QString::number(row.unread)))
                wrong.append(u"A13 new messages without their number: "_s + describe(&item));
        }
        if (isType(item, "MessageBubble")) {
            const auto row = item.property("item").value<ui::TimelineRow>();
            if (row.failed && (row.stateSymbol.isEmpty() || row.stateText.isEmpty()))
                wrong.append(u"A13 failure without words or symbol: "_s + describe(&item));
        }
    });
    return wrong;
}

QStringList focusRings(QQuickWindow& window)
{
    QStringList wrong;
    QSet<const QQuickItem*> seen;
    QQuickItem* stop = window.contentItem();
    for (int i = 0; i < 60; ++i) {
        stop = stop->nextItemInFocusChain();
        if (!stop || stop == window.contentItem() || seen.contains(stop))
            break;
        seen.insert(stop);
        // A focus that is there already does not come by the keyboard.
        if (stop == window.activeFocusItem())
            stop->nextItemInFocusChain()->forceActiveFocus(Qt::TabFocusReason);
        stop->forceActiveFocus(Qt::TabFocusReason);
        settle(window);
        const QQuickItem* focused = window.activeFocusItem();
        if (!focused || !focused->isVisible())
            continue;
        const QQuickItem* ring = ringOf(window, focused);
        if (!ring) {
            wrong.append(u"A9 no focus ring: "_s + describe(focused));
            continue;
        }
        const QRectF place = ring->mapRectToScene(ring->boundingRect());
        if (place.width() < 20 || !QRectF(QPointF(-5, -5), window.size() + QSize(10, 10)).intersects(place))
            wrong.append(u"A9 focus ring not in view: "_s + describe(focused));
    }
    return wrong;
}

} // namespace checks
