#include "tests/pictures/Checks.h"

#include "tests/pictures/Walk.h"

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
        if (place.left() < -1 || (place.right() > window.width() + 1 && item.property("horizontalAlignment").toInt() == Qt::AlignLeft))
            wrong.append(u"A12 outside the window (%1…%2): %3"_s.arg(place.left()).arg(place.right()).arg(describe(&item)));
        else if (item.property("contentWidth").toReal() > item.width() + 2)
            wrong.append(u"A12 wider than its place: "_s + describe(&item));
    });
    return wrong;
}

QStringList focusRings(QQuickWindow& window)
{
    QStringList wrong;
    QSet<const QQuickItem*> seen;
    QQuickItem* const before = window.activeFocusItem();
    // A focus that is there already does not come by the keyboard.
    window.contentItem()->forceActiveFocus(Qt::OtherFocusReason);
    QQuickItem* stop = window.contentItem();
    for (int i = 0; i < 60; ++i) {
        stop = stop->nextItemInFocusChain();
        if (!stop || stop == window.contentItem() || seen.contains(stop))
            break;
        seen.insert(stop);
        stop->forceActiveFocus(Qt::TabFocusReason);
        settle();
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
    if (before)
        before->forceActiveFocus(Qt::OtherFocusReason);
    settle();
    return wrong;
}

} // namespace checks
