#pragma once

#include "core/encryption/verification/VerificationTypes.h"
#include "crypto/X25519.h"

#include <expected>

namespace core {

/// The exchange of keys and MACs of one short authentication string: pure, one step for each message (S-32 to S-35).
///
/// Knows only the methods that are not known to be weak; a step out of order, or with anything else than expected, ends it.
/// Spec: Matrix v1.11, Client-Server API, "Short Authentication String (SAS) verification".
class SasExchange {
public:
    using Step = std::expected<QList<VerificationMessage>, VerificationCancel>; ///< what to send next, or why it ends

    /// This side begins. `addressing`: the members that name the verification; they are part of what is committed to.
    /// first() is to be sent.
    static SasExchange begin(const VerificationParty& own, const VerificationParty& other, const QString& transaction,
                             const QJsonObject& addressing);
    [[nodiscard]] VerificationMessage first() const;
    /// The other side has begun with `start`, the content of its message. The step is the answer.
    static std::expected<SasExchange, VerificationCancel> answer(const VerificationParty& own, const VerificationParty& other,
                                                                 const QString& transaction, const QJsonObject& start);

    /// `type`: accept, key or mac, with its prefix.
    [[nodiscard]] Step receive(const QString& type, const QJsonObject& content);
    /// The person says that both sides show the same. Empty if there is nothing to compare.
    [[nodiscard]] Step confirm();

    /// What to show; empty before the keys are exchanged.
    [[nodiscard]] std::optional<crypto::SasBytes> shown() const { return m_shown; }
    /// Set when both sides have confirmed and all MACs are right.
    [[nodiscard]] std::optional<VerificationProof> proof() const;

private:
    enum class Awaits { Accept, Key, Mac, Nothing };
    SasExchange(const VerificationParty& own, const VerificationParty& other, const QString& transaction, bool weBegan);
    [[nodiscard]] Step receiveAccept(const QJsonObject& content);
    [[nodiscard]] Step receiveKey(const QJsonObject& content);
    [[nodiscard]] Step receiveMac(const QJsonObject& content);
    [[nodiscard]] VerificationMessage keyMessage() const;
    [[nodiscard]] QByteArray macInfo(const VerificationParty& from, const VerificationParty& to) const;
    void makeSas();

    VerificationParty m_own;
    VerificationParty m_other;
    QString m_transaction;
    bool m_weBegan = false;
    QJsonObject m_start;     // the whole content
    QByteArray m_commitment; // of the other side; only if we began
    crypto::X25519KeyPair m_pair = crypto::X25519KeyPair::generate();
    std::optional<crypto::Curve25519Key> m_theirs;
    std::optional<crypto::Sas> m_sas;
    std::optional<crypto::SasBytes> m_shown;
    Awaits m_awaits = Awaits::Nothing;
    bool m_confirmed = false;
    std::optional<VerificationProof> m_theirProof; // their MACs are right
};

} // namespace core
