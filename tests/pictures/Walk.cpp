#include "tests/pictures/Walk.h"

#include <QCoreApplication>
#include <QQmlIncubationController>

namespace {

void walk(QQuickItem& item, const std::function<void(QQuickItem&)>& visit)
{
    if (!item.isVisible() || item.opacity() == 0)
        return;
    visit(item);
    const auto children = item.childItems();
    for (QQuickItem* child : children)
        walk(*child, visit);
}

void walk(QAccessibleInterface& object, const std::function<void(QAccessibleInterface&, QQuickItem*)>& visit)
{
    if (!object.isValid() || object.state().invisible)
        return;
    visit(object, qobject_cast<QQuickItem*>(object.object()));
    for (int i = 0; i < object.childCount(); ++i) {
        if (QAccessibleInterface* child = object.child(i))
            walk(*child, visit);
    }
}

} // namespace

void walkItems(const QQuickWindow& window, const std::function<void(QQuickItem&)>& visit)
{
    walk(*window.contentItem(), visit);
}

void walkAccessible(QQuickWindow& window, const std::function<void(QAccessibleInterface&, QQuickItem*)>& visit)
{
    if (QAccessibleInterface* root = QAccessible::queryAccessibleInterface(&window))
        walk(*root, visit);
}

void settle(const QQuickWindow& window)
{
    constexpr int turns = 4;
    constexpr int longest = 400;
    int quiet = 0;
    for (int i = 0; i < longest && quiet < turns; ++i) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
        window.incubationController()->incubateFor(5);
        quiet = window.incubationController()->incubatingObjectCount() == 0 ? quiet + 1 : 0;
    }
}
