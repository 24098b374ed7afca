#pragma once

#include "core/base/Result.h"

#include <QString>

namespace app {

/// The folder of one profile, for this user only (S-103), and the name under which the key store knows it.
class ProfileDirectory {
public:
    /// Makes the folder if it is not there and closes it for others. Errors: Storage if it cannot be made, written or closed.
    static core::Result<ProfileDirectory> open(const QString& path);

    [[nodiscard]] const QString& path() const { return m_path; }
    /// Random, made with the folder and kept in it: moving or copying the folder does not lose the key.
    [[nodiscard]] const QString& id() const { return m_id; }
    /// Whether there are chats already: then a missing key is a loss and never a first start (S-99).
    [[nodiscard]] bool hasDatabase() const;

private:
    ProfileDirectory(QString path, QString id);

    QString m_path;
    QString m_id;
};

} // namespace app
