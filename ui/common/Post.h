#pragma once

#include <QMetaObject>
#include <QObject>

#include <type_traits>
#include <utility>

namespace ui {

/// Calls `work(*service)` on the thread of `service`, later. Does nothing without a service or when it dies first.
///
/// The only way from view models to the core. Lifetime: `service` must be alive now; `work` owns what it uses.
template <typename Service, typename Work>
void post(Service* service, Work&& work)
{
    if (!service)
        return;
    QMetaObject::invokeMethod(
        service, [service, call = std::forward<Work>(work)]() mutable { call(*service); }, Qt::QueuedConnection);
}

} // namespace ui
