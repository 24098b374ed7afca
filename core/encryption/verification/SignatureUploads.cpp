#include "core/encryption/verification/SignatureUploads.h"

#include <QJsonDocument>

namespace core {

namespace {
constexpr char valueName[] = "signatures-to-upload";
}

SignatureUploads::SignatureUploads(MachineContext& context)
    : m_context(context)
{
}

Result<QJsonObject> SignatureUploads::stored()
{
    const auto value = m_context.store.value(valueName);
    if (!value)
        return failureOf(value);
    return *value ? QJsonDocument::fromJson((*value)->bytes().toByteArray()).object() : QJsonObject();
}

Result<> SignatureUploads::add(const UserId& user, const QString& name, const QJsonObject& signedObject)
{
    auto all = stored();
    if (!all)
        return failureOf(all);
    auto ofUser = all->value(user.toString()).toObject();
    ofUser.insert(name, signedObject);
    all->insert(user.toString(), ofUser);
    m_mayBeDue = true;
    return m_context.store.saveValue(valueName, crypto::SecretBytes::fromBytes(toCompactJson(*all)));
}

Result<std::optional<QJsonObject>> SignatureUploads::due()
{
    if (!m_mayBeDue)
        return std::nullopt;
    const auto all = stored();
    if (!all)
        return failureOf(all);
    m_mayBeDue = !all->isEmpty();
    return m_mayBeDue ? std::optional(*all) : std::nullopt;
}

Result<bool> SignatureUploads::answered(const QJsonObject& sent, JsonValue response)
{
    const auto all = stored();
    if (!all)
        return failureOf(all);
    if (*all == sent) { // else more was added meanwhile: all of it goes again
        if (const auto removed = m_context.store.removeValue(valueName); !removed)
            return failureOf(removed);
    }
    bool tookAll = true;
    response["failures"].members([&](std::string_view, JsonValue ofUser) {
        ofUser.members([&](std::string_view, JsonValue) {
            tookAll = false;
            return false;
        });
        return tookAll;
    });
    return tookAll;
}

} // namespace core
