#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Result.h"
#include "crypto/SecretBytes.h"

#include <QJsonObject>
#include <QStringList>
#include <QUrl>

namespace core {

/// One request that the server wants confirmed by the person, from its first question to the end: says what is next, and makes
/// the `auth` object for the next attempt. Sends nothing itself.
///
/// Knows the stages m.login.dummy, m.login.password, m.login.sso, m.oauth (MSC4312, also under its name of before). Goes only
/// into flows that can be finished with these. Spec: Matrix v1.11, Client-Server API, "User-Interactive Authentication API",
/// "Fallback".
class InteractiveAuth {
public:
    /// What the server wants next. At least one of the first three is set; of the last two the person chooses.
    struct Step {
        bool nothing = false;  ///< send withNothing() without asking the person
        bool password = false; ///< withPassword()
        QUrl browser;          ///< there; then afterBrowser(). https, or http to this device. Empty if it is no way.
        bool refused = false;  ///< what was answered last has not confirmed anything
        bool operator==(const Step&) const = default;
    };

    /// `baseUrl`: of the homeserver.
    InteractiveAuth(UserId user, QUrl baseUrl);

    /// Takes in the body of a 401. Errors: NotSupported if no flow can be finished by us; Protocol if the question cannot be
    /// read, or if it goes on asking for nothing.
    Result<Step> ask(const QByteArray& question);

    [[nodiscard]] QJsonObject withNothing();
    /// The object holds the password: send it and let go of it.
    [[nodiscard]] QJsonObject withPassword(const crypto::SecretBytes& password);
    /// The session alone: the server knows what happened in the browser.
    [[nodiscard]] QJsonObject afterBrowser();

private:
    enum class Answer { None, Nothing, Password, Browser };
    [[nodiscard]] QJsonObject authObject(const QString& type) const;

    UserId m_user;
    QUrl m_baseUrl;
    QString m_session;
    QString m_browserStage;
    Answer m_last = Answer::None;
    int m_answeredNothing = 0;
};

} // namespace core
