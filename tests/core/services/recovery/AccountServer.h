#pragma once

#include "core/net/HttpClient.h"
#include "tests/core/encryption/TestParty.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

/// As much of a homeserver as recovery needs: account data, versions of the backup and their keys, the devices, and what a
/// party::Server does.
/// It remembers what it is told; its members are there to be lied with. Must outlive the requests' contexts.
class AccountServer final : public core::HttpClient {
public:
    AccountServer(party::Server& keys, QString user, QString device);

    struct Backup {
        QString version;
        QJsonObject authData;
        QJsonObject rooms; ///< room → {"sessions": …}
    };
    QMap<QString, QJsonObject> accountData;
    std::vector<Backup> backups;  ///< the last one is the newest
    bool refusesKeys = false;     ///< for the backup, as a server that has no room
    bool isOffline = false;       ///< every request ends with an error of the network
    int hiddenVersions = 0;       ///< so many times more there seems to be no backup
    bool wholeIsTooLarge = false; ///< all keys at once are more than a client takes
    QStringList log;              ///< "PUT m.cross_signing.master", oldest first
    QString password;             ///< if not empty, new signing keys and signing out have to be confirmed with it
    bool loseSigningKeys = false; ///< says that it has taken them, and has not
    bool hasDehydrated = false;   ///< offers dehydrated devices (MSC3814); they are in party::Server::dehydrated
    bool isEndless = false;       ///< there is always another page of what a dehydrated device has received, the same again
    int pageSize = 100;           ///< of these
    std::optional<QJsonObject> servedDehydrated; ///< instead of the one that is there
    bool signsOutElsewhere = false;              ///< devices cannot be signed out with this API (MSC3861)

    /// After this many more requests nothing is answered any more: as if the program had been killed. The last of them still
    /// takes effect, with (`loseAnswer`) or without its answer. Negative: for ever.
    void dieAfter(int requests) { m_left = requests; }
    [[nodiscard]] bool isDead() const { return m_left == 0; }
    /// The next `times` times account data of this type is shown as it was before it was written last.
    void showOld(const QString& type, int times) { m_stale[type] = times; }

    /// Counts its versions of the backup from the beginning again.
    void forgetVersions() { m_countsAnew = true; }

    void send(core::HttpRequest request, QObject* context, Callback done) override;

private:
    struct Answer {
        int status = 200;
        QJsonObject body;
    };
    Answer answer(const core::HttpRequest& request);
    Answer answerAccountData(const QByteArray& method, const QString& type, const QJsonObject& body);
    std::optional<Answer> askForPassword(const QString& path, const QJsonObject& body) const;
    Answer answerDevices(const QByteArray& method, const QJsonObject& body);
    Answer answerDehydrated(const core::HttpRequest& request, const QJsonObject& body);
    Answer answerDehydratedEvents(const QString& device, const QString& from);
    Answer answerVersion(const QByteArray& method, const QString& version, const QJsonObject& body);
    Answer answerKeys(const core::HttpRequest& request, const QString& room, const QJsonObject& body);

    party::Server& m_keys;
    QString m_user;
    QString m_device;
    QMap<QString, QJsonObject> m_before;
    QMap<QString, int> m_stale;
    size_t m_madeVersions = 0;
    bool m_countsAnew = false;
    int m_left = -1;
    int m_pages = 0;
};
