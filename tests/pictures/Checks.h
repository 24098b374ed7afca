#pragma once

#include <QQuickWindow>
#include <QStringList>

/// Accessibility checks of a window as it is now. Each answers with what is wrong, in words; an empty list means all is well.
namespace checks {

/// A1: what can have the focus or be pressed has a name and a role. A2: no unnamed graphic.
QStringList namesAndRoles(QQuickWindow& window);
/// A11: what can be pressed is at least 44 px in both directions.
QStringList targets(QQuickWindow& window);
/// A12: no text is cut off or leaves the window, except names and previews that may take two lines.
QStringList truncation(QQuickWindow& window);
/// A13: what is chosen, failed, new or wrong is also said by a word or a symbol, not by its colour alone.
QStringList notByColourOnly(QQuickWindow& window);
/// A9: each stop of the Tab key shows a ring that is inside the window. Moves the focus.
QStringList focusRings(QQuickWindow& window);

} // namespace checks
