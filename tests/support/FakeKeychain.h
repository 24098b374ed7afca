#pragma once

#include "app/KeychainBackend.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

namespace app {

/// A key store that can be locked, refuse, lie or be absent, as those that were tried.
class FakeKeychain final : public KeychainBackend {
public:
    struct State {
        QHash<QString, QByteArray> entries;
        bool locked = false;         // reads say NotFound, writes are refused
        bool tellsLocked = false;    // reads of what is there say Locked instead
        bool unlocksOnWrite = false; // the person answers the question that a write brings up
        bool forgetful = false;      // says Done and keeps nothing
        bool garbles = false;
        KeychainAnswer always = KeychainAnswer::Done; // anything else: the answer to every operation
        int operations = 0;
    };
    explicit FakeKeychain(std::shared_ptr<State> state)
        : m_state(std::move(state))
    {
    }

    void read(const QString& entry, Read done) override
    {
        later([this, entry, done] {
            const auto found = m_state->entries.constFind(entry);
            if (m_state->always != KeychainAnswer::Done)
                done(m_state->always, {});
            else if (m_state->locked && m_state->tellsLocked && found != m_state->entries.constEnd())
                done(KeychainAnswer::Locked, {});
            else if (m_state->locked || found == m_state->entries.constEnd())
                done(KeychainAnswer::NotFound, {});
            else
                done(KeychainAnswer::Done, crypto::SecretBytes::fromBytes(m_state->garbles ? found->toUpper() + "x" : *found));
        });
    }

    void write(const QString& entry, crypto::SecretBytes value, Written done) override
    {
        later([this, entry, bytes = value.bytes().toByteArray(), done] {
            if (m_state->always != KeychainAnswer::Done)
                return done(m_state->always);
            if (m_state->locked && !m_state->unlocksOnWrite)
                return done(KeychainAnswer::Denied);
            m_state->locked = false;
            if (!m_state->forgetful)
                m_state->entries.insert(entry, bytes);
            done(KeychainAnswer::Done);
        });
    }

    void remove(const QString& entry, Written done) override
    {
        later([this, entry, done] {
            if (m_state->always != KeychainAnswer::Done)
                done(m_state->always);
            else
                done(!m_state->locked && m_state->entries.remove(entry) ? KeychainAnswer::Done : KeychainAnswer::NotFound);
        });
    }

private:
    template <typename Step>
    void later(Step step)
    {
        ++m_state->operations;
        QTimer::singleShot(0, &m_operations, step);
    }

    std::shared_ptr<State> m_state;
    QObject m_operations;
};

} // namespace app
