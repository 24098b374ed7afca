#pragma once

#include "ui/recovery/CodeVault.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace ui {

/// A place for key codes that can be locked, refuse or be absent. Answers at once, or by answer().
class FakeCodeVault final : public CodeVault {
public:
    QHash<QString, QByteArray> entries;
    std::optional<core::ErrorCode> always; ///< the answer to every operation
    bool waits = false;
    int operations = 0;

    void read(const core::UserId& account, QObject* context, Read done) override
    {
        say(context, [this, account, done = std::move(done)] {
            const auto found = entries.constFind(account.toString());
            if (always)
                done(core::fail(*always));
            else if (found == entries.constEnd())
                done(core::fail(core::ErrorCode::KeyMissing));
            else
                done(crypto::SecretBytes::fromBytes(*found));
        });
    }
    void write(const core::UserId& account, crypto::SecretBytes code, QObject* context, Done done) override
    {
        say(context, [this, account, bytes = code.bytes().toByteArray(), done = std::move(done)] {
            if (always)
                return done(core::fail(*always));
            entries.insert(account.toString(), bytes);
            done({});
        });
    }
    void remove(const core::UserId& account, QObject* context, Done done) override
    {
        say(context, [this, account, done = std::move(done)] {
            if (always)
                return done(core::fail(*always));
            entries.remove(account.toString());
            done({});
        });
    }

    /// Everything that waits gets its answer.
    void answer()
    {
        for (const auto& step : std::exchange(m_waiting, {}))
            step();
    }

private:
    void say(QObject* context, const std::function<void()>& step)
    {
        ++operations;
        const auto whileThere = [context = QPointer(context), step] {
            if (context)
                step();
        };
        if (waits)
            m_waiting.emplace_back(whileThere);
        else
            whileThere();
    }

    std::vector<std::function<void()>> m_waiting;
};

} // namespace ui
