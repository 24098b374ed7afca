#pragma once

#include <QAccessible>
#include <QQuickItem>
#include <QQuickWindow>

#include <functional>

/// Goes through every visible item of a window, parents first.
void walkItems(const QQuickWindow& window, const std::function<void(QQuickItem&)>& visit);

/// Goes through what assistive technology sees, parents first, without what is invisible.
void walkAccessible(QQuickWindow& window, const std::function<void(QAccessibleInterface&, QQuickItem*)>& visit);

/// Handles what is waiting: bindings, layouts, timers of no length, rows that are being made.
void settle(const QQuickWindow& window);
