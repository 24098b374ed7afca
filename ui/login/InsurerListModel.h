#pragma once

#include <QAbstractListModel>
#include <QtQml/qqml.h>

#include <optional>

namespace ui {

/// One health insurer of the provider file.
struct Insurer {
    Q_GADGET
    QML_VALUE_TYPE(insurer)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString homeserver MEMBER homeserver)
    Q_PROPERTY(QString note MEMBER note)
public:
    QString id;
    QString name;
    QString homeserver; ///< server name as a person would type it
    QString note;       ///< one line below the name: what is special about it; may be empty
    QString phone = {}; ///< of its support, as it is printed; may be empty
    QString hours = {}; ///< when somebody answers there; may be empty
    bool operator==(const Insurer&) const = default;
};

/// The insurers one can sign in to, from the provider file in the resources. Role "item" is an `insurer`.
/// Those whose homeserver is reached by plain http are for demo and tests and not shown unless allowed.
class InsurerListModel final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
public:
    enum Role { ItemRole = Qt::UserRole };

    explicit InsurerListModel(QObject* parent);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_shown.size()); }

    /// Shows only insurers whose name contains all words of the filter.
    [[nodiscard]] const QString& filter() const { return m_filter; }
    void setFilter(const QString& filter);

    /// Reads a provider file: an array, or an object with the array "providers", of {id, name, homeserver, note,
    /// support: {phone, hours}}.
    /// Entries without a name or homeserver are left out; a file that is not JSON gives an empty list.
    [[nodiscard]] static QList<Insurer> parse(const QByteArray& json, const QString& language);

    /// The insurer that was signed in to with `serverName`, as the session keeps it; empty if it is in no list. Looks also at
    /// those that are not shown.
    [[nodiscard]] std::optional<Insurer> at(const QString& serverName) const;

    /// Shows also insurers on this device itself, which demo and tests have.
    void setLoopbackAllowed(bool allowed);

public Q_SLOTS:
    void setInsurers(const QList<ui::Insurer>& insurers);
    /// Reads the file of the resources in this language.
    void load(const QString& language);

Q_SIGNALS:
    void insurersChanged();
    void countChanged();
    void filterChanged();

private:
    void applyFilter();

    QList<Insurer> m_all;
    QList<Insurer> m_shown;
    QString m_filter;
    bool m_loopbackAllowed = false;
};

} // namespace ui
