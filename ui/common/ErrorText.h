#pragma once

#include "core/base/Result.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace ui {

/// An error in words for the person: what happened, what it means, what to do, and a code for the phone.
///
/// The only place where an ErrorCode becomes text. Texts are in the language of the moment.
struct ErrorText {
    Q_GADGET
    QML_VALUE_TYPE(errorText)
    Q_PROPERTY(QString cause MEMBER cause)
    Q_PROPERTY(QString effect MEMBER effect)
    Q_PROPERTY(QString next MEMBER next)
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(QString codeSpoken MEMBER codeSpoken)
    Q_PROPERTY(bool isNull READ isNull)
public:
    QString cause;
    QString effect;
    QString next;
    QString code;       ///< "TIM-104": stays the same in every version and language
    QString codeSpoken; ///< the code with its digits one by one, for screen readers (A19)

    [[nodiscard]] bool isNull() const { return code.isEmpty(); }
    bool operator==(const ErrorText&) const = default;

    static ErrorText of(core::ErrorCode code);
    /// Adds how long to wait, if the server said so.
    static ErrorText of(const core::Error& error);
    /// An ErrorCode as number, as TimelineItem::failure holds it; unknown numbers are shown as Protocol.
    static ErrorText ofNumber(int code);
    /// What has texts of its own: `number` is that of the code, the others are ids of texts.
    static ErrorText ofTexts(int number, const char* cause, const char* effect, const char* next);
};

} // namespace ui
