#include "ui/login/InsurerListModel.h"

#include "core/session/ServerAddress.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ui {

namespace {

using namespace Qt::StringLiterals;

/// A text, or an object of texts by language.
QString textOf(const QJsonValue& value, const QString& language)
{
    if (value.isObject())
        return value.toObject().value(language).toString();
    return value.toString();
}

} // namespace

InsurerListModel::InsurerListModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

int InsurerListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant InsurerListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != ItemRole)
        return {};
    return QVariant::fromValue(m_shown.at(index.row()));
}

QHash<int, QByteArray> InsurerListModel::roleNames() const
{
    return {{ItemRole, QByteArrayLiteral("item")}};
}

void InsurerListModel::setFilter(const QString& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT filterChanged();
    applyFilter();
}

QList<Insurer> InsurerListModel::parse(const QByteArray& json, const QString& language)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonArray entries = document.isArray() ? document.array() : document.object().value("providers"_L1).toArray();
    QList<Insurer> insurers;
    for (const auto& entry : entries) {
        const QJsonObject object = entry.toObject();
        const QJsonObject support = object.value("support"_L1).toObject();
        Insurer insurer{.id = object.value("id"_L1).toString(),
                        .name = textOf(object.value("name"_L1), language),
                        .homeserver = object.value("homeserver"_L1).toString(),
                        .note = textOf(object.value("note"_L1), language),
                        .phone = support.value("phone"_L1).toString(),
                        .hours = textOf(support.value("hours"_L1), language)};
        if (!insurer.name.isEmpty() && !insurer.homeserver.isEmpty())
            insurers.append(std::move(insurer));
    }
    return insurers;
}

void InsurerListModel::setInsurers(const QList<Insurer>& insurers)
{
    m_all = insurers;
    applyFilter();
    Q_EMIT insurersChanged();
}

std::optional<Insurer> InsurerListModel::at(const QString& serverName) const
{
    for (const auto& insurer : m_all) {
        const auto address = core::ServerAddress::parse(insurer.homeserver, core::LoopbackHttp::Allowed);
        if (address && address->name == serverName)
            return insurer;
    }
    return std::nullopt;
}

void InsurerListModel::load(const QString& language)
{
    QFile file(u":/provider/providers.json"_s);
    setInsurers(file.open(QIODevice::ReadOnly) ? parse(file.readAll(), language) : QList<Insurer>());
}

void InsurerListModel::setLoopbackAllowed(bool allowed)
{
    m_loopbackAllowed = allowed;
    applyFilter();
}

void InsurerListModel::applyFilter()
{
    const QStringList words = m_filter.split(u' ', Qt::SkipEmptyParts);
    beginResetModel();
    m_shown.clear();
    std::copy_if(m_all.cbegin(), m_all.cend(), std::back_inserter(m_shown), [&words, this](const Insurer& insurer) {
        if (insurer.homeserver.startsWith("http:"_L1) && !m_loopbackAllowed)
            return false;
        return std::all_of(words.cbegin(), words.cend(),
                           [&insurer](const QString& word) { return insurer.name.contains(word, Qt::CaseInsensitive); });
    });
    endResetModel();
    Q_EMIT countChanged();
}

} // namespace ui
