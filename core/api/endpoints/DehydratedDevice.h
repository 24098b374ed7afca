#pragma once

#include "core/api/endpoints/Common.h"
#include "core/base/Identifiers.h"

#include <string_view>
#include <vector>

namespace core {

/// The dehydrated device of the account as the server gives it. Nothing in it is trusted.
struct ServedDehydratedDevice {
    DeviceId device;
    QJsonObject data; ///< `device_data`
    bool operator==(const ServedDehydratedDevice&) const = default;
};

/// A page of its to-device events. Views into `body`.
struct DehydratedEvents {
    QByteArray body;
    std::vector<std::string_view> events;
    QString next; ///< empty on the last page
};

/// Spec: MSC3814. A server that does not have it answers NotFound, with M_UNRECOGNIZED; see isUnknownEndpoint().
namespace endpoints {

/// Errors: NotFound if there is none; Protocol if what is there is malformed.
Endpoint<ServedDehydratedDevice> dehydratedDevice();
/// Takes the place of the one that is there. `upload`: dehydratedDeviceUpload(). Sent twice it does the same as once.
Endpoint<Empty> putDehydratedDevice(const QJsonObject& upload);
/// Errors: NotFound if there is none.
Endpoint<Empty> deleteDehydratedDevice();
/// `from`: DehydratedEvents::next of the page before; empty for the first one. Errors: Forbidden if it is not the newest one.
Endpoint<DehydratedEvents> dehydratedEvents(const DeviceId& device, const QString& from);

} // namespace endpoints

/// Whether the server says that it does not have the endpoint at all.
bool isUnknownEndpoint(const Error& error);

} // namespace core
