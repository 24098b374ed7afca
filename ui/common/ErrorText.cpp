#include "ui/common/ErrorText.h"

#include "ui/common/Format.h"

#include <QCoreApplication>

namespace ui {

namespace {

/// Text ids of one error. A number is never used for another error.
struct Entry {
    core::ErrorCode error;
    int number;
    const char* cause;
    const char* effect;
    const char* next;
};

using enum core::ErrorCode;

//% "Nothing has changed."
constexpr auto nothingChanged = QT_TRID_NOOP("error.effect.nothingChanged");
//% "Without a connection nothing can be sent or fetched. What is already here stays readable."
constexpr auto offline = QT_TRID_NOOP("error.effect.offline");
//% "Your chats on this device are kept."
constexpr auto chatsKept = QT_TRID_NOOP("error.effect.chatsKept");
//% "For your protection the connection was not used."
constexpr auto refused = QT_TRID_NOOP("error.effect.refused");
//% "Your chats cannot be opened at the moment."
constexpr auto notOpened = QT_TRID_NOOP("error.effect.notOpened");
//% "Nothing was sent."
constexpr auto nothingSent = QT_TRID_NOOP("error.effect.nothingSent");

//% "Try again when you are ready."
constexpr auto whenReady = QT_TRID_NOOP("error.next.whenReady");
//% "Check your internet connection and try again."
constexpr auto checkConnection = QT_TRID_NOOP("error.next.checkConnection");
//% "Wait a moment and try again."
constexpr auto waitAndRetry = QT_TRID_NOOP("error.next.waitAndRetry");
//% "Sign in again."
constexpr auto signIn = QT_TRID_NOOP("error.next.signIn");
//% "Please call your health insurer and give them the code."
constexpr auto callInsurer = QT_TRID_NOOP("error.next.callInsurer");
//% "Check what you have typed and try again."
constexpr auto checkInput = QT_TRID_NOOP("error.next.checkInput");

// clang-format off
constexpr Entry entries[] = {
    //% "You have stopped this step."
    {Cancelled, 101, QT_TRID_NOOP("error.cancelled"), nothingChanged, whenReady},
    //% "There is no connection to the server."
    {Network, 102, QT_TRID_NOOP("error.network"), offline, checkConnection},
    //% "The server takes too long to answer."
    {Timeout, 103, QT_TRID_NOOP("error.timeout"), offline, waitAndRetry},
    //% "The server cannot prove that it is the right one."
    {Tls, 104, QT_TRID_NOOP("error.tls"), refused,
     //% "Check the date and time of this device, or use another network. If it stays like this, call your health insurer."
     QT_TRID_NOOP("error.tls.next")},
    //% "The server has too many requests at the moment."
    {RateLimited, 105, QT_TRID_NOOP("error.rateLimited"), nothingChanged, waitAndRetry},
    //% "The server has signed you out."
    {Unauthorized, 106, QT_TRID_NOOP("error.unauthorized"), chatsKept, signIn},
    //% "Your sign-in has expired."
    {SoftLoggedOut, 107, QT_TRID_NOOP("error.softLoggedOut"), chatsKept, signIn},
    //% "The server does not allow this."
    {Forbidden, 108, QT_TRID_NOOP("error.forbidden"), nothingChanged,
     //% "Ask the other person or your health insurer whether contact is possible."
     QT_TRID_NOOP("error.forbidden.next")},
    //% "The user name or the password is not right."
    {WrongCredentials, 109, QT_TRID_NOOP("error.wrongCredentials"),
     //% "You are not signed in yet."
     QT_TRID_NOOP("error.effect.notSignedIn"), checkInput},
    //% "The server does not know what we are looking for."
    {NotFound, 110, QT_TRID_NOOP("error.notFound"), nothingChanged, checkInput},
    //% "The server reports a fault of its own."
    {Server, 111, QT_TRID_NOOP("error.server"), nothingChanged, waitAndRetry},
    //% "The server's answer cannot be understood."
    {Protocol, 112, QT_TRID_NOOP("error.protocol"), nothingChanged, callInsurer},
    //% "The server's answer is larger than we accept."
    {TooLarge, 113, QT_TRID_NOOP("error.tooLarge"), refused, callInsurer},
    //% "There is no messenger server at this address."
    {UnknownServer, 114, QT_TRID_NOOP("error.unknownServer"), nothingChanged,
     //% "Check the address, or choose your health insurer from the list."
     QT_TRID_NOOP("error.unknownServer.next")},
    //% "This server offers no way of signing in that this program can use."
    {NotSupported, 115, QT_TRID_NOOP("error.notSupported"), nothingChanged,
     //% "Choose your health insurer from the list, or call them."
     QT_TRID_NOOP("error.notSupported.next")},
    //% "The server answered for another account than yours."
    {WrongAccount, 116, QT_TRID_NOOP("error.wrongAccount"), refused, callInsurer},
    //% "A key or a signature is not valid."
    {Crypto, 117, QT_TRID_NOOP("error.crypto"), refused, callInsurer},
    //% "The storage of this device cannot be read or written."
    {Storage, 118, QT_TRID_NOOP("error.storage"), nothingChanged,
     //% "Restart the program. If it stays like this, have the device checked."
     QT_TRID_NOOP("error.storage.next")},
    //% "The file with your chats cannot be opened. It may be damaged."
    {StorageDamaged, 119, QT_TRID_NOOP("error.storageDamaged"),
     //% "Your chats cannot be opened. We have not deleted anything."
     QT_TRID_NOOP("error.storageDamaged.effect"),
     //% "Close the program and start it again. If it stays like this, call your health insurer before you delete anything."
     QT_TRID_NOOP("error.storageDamaged.next")},
    //% "The storage of this device is full."
    {StorageFull, 120, QT_TRID_NOOP("error.storageFull"),
     //% "New messages cannot be stored."
     QT_TRID_NOOP("error.storageFull.effect"),
     //% "Delete files you no longer need and try again."
     QT_TRID_NOOP("error.storageFull.next")},
    //% "Your chats were last opened with a newer version of this program."
    {StorageNewer, 121, QT_TRID_NOOP("error.storageNewer"), notOpened,
     //% "Install the newest version of this program."
     QT_TRID_NOOP("error.storageNewer.next")},
    //% "The program is already running with this profile."
    {ProfileInUse, 122, QT_TRID_NOOP("error.profileInUse"), notOpened,
     //% "Use the window that is already open, or close it and try again."
     QT_TRID_NOOP("error.profileInUse.next")},
    //% "The key store of this device is locked."
    {KeyStoreLocked, 123, QT_TRID_NOOP("error.keyStoreLocked"),
     //% "Your chats are there, but we cannot open them yet."
     QT_TRID_NOOP("error.keyStore.effect"),
     //% "Unlock the key store with the password of this device, then try again."
     QT_TRID_NOOP("error.keyStoreLocked.next")},
    //% "This program may not use the key store of this device."
    {KeyStoreDenied, 124, QT_TRID_NOOP("error.keyStoreDenied"), QT_TRID_NOOP("error.keyStore.effect"),
     //% "Try again and allow the access when the device asks you."
     QT_TRID_NOOP("error.keyStoreDenied.next")},
    //% "This device has no key store."
    {KeyStoreMissing, 125, QT_TRID_NOOP("error.keyStoreMissing"),
     //% "Without it we cannot protect your chats, so we do not start."
     QT_TRID_NOOP("error.keyStoreMissing.effect"),
     //% "Set up the key store of this device (on Linux for example “Passwords and Keys”), then try again."
     QT_TRID_NOOP("error.keyStoreMissing.next")},
    //% "The key to your chats is not in the key store of this device."
    {KeyMissing, 126, QT_TRID_NOOP("error.keyMissing"),
     //% "Your chats are still there, but locked. We have not deleted anything."
     QT_TRID_NOOP("error.keyMissing.effect"),
     //% "Sign in to this device with the same user as before, then try again. If it stays like this, call your health insurer."
     QT_TRID_NOOP("error.keyMissing.next")},
    //% "This chat is not encrypted."
    {NotEncrypted, 127, QT_TRID_NOOP("error.notEncrypted"), nothingSent,
     //% "Start a new chat. New chats are always encrypted."
     QT_TRID_NOOP("error.notEncrypted.next")},
    //% "We do not know yet on which devices this message may be read."
    {DevicesOutdated, 128, QT_TRID_NOOP("error.devicesOutdated"),
     //% "The message was not sent and is kept."
     QT_TRID_NOOP("error.effect.messageKept"), waitAndRetry},
    //% "This key code does not fit your account."
    {WrongRecoveryKey, 129, QT_TRID_NOOP("error.wrongRecoveryKey"), nothingChanged, checkInput},
    //% "The keys of somebody in this chat have changed."
    {IdentityChanged, 130, QT_TRID_NOOP("error.identityChanged"), QT_TRID_NOOP("error.effect.messageKept"),
     //% "Open the chat and compare the keys."
     QT_TRID_NOOP("error.identityChanged.next")},
};
// clang-format on

const Entry& find(core::ErrorCode code)
{
    const Entry* fallback = nullptr;
    for (const Entry& entry : entries) {
        if (entry.error == code)
            return entry;
        if (entry.error == Protocol)
            fallback = &entry;
    }
    return *fallback;
}

} // namespace

ErrorText ErrorText::of(core::ErrorCode code)
{
    const Entry& entry = find(code);
    return ofTexts(entry.number, entry.cause, entry.effect, entry.next);
}

ErrorText ErrorText::ofTexts(int number, const char* cause, const char* effect, const char* next)
{
    const QString code = QStringLiteral("TIM-%1").arg(number);
    return {.cause = qtTrId(cause),
            .effect = qtTrId(effect),
            .next = qtTrId(next),
            .code = code,
            .codeSpoken = Format::spelled(code)};
}

ErrorText ErrorText::of(const core::Error& error)
{
    ErrorText text = of(error.code);
    if (error.code == RateLimited && error.retryAfter && error.retryAfter->count() > 0) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(*error.retryAfter).count();
        //% "Try again in %n second(s)."
        text.next = qtTrId("error.next.retryAfter", static_cast<int>(seconds));
    }
    return text;
}

ErrorText ErrorText::ofNumber(int code)
{
    for (const Entry& entry : entries) {
        if (static_cast<int>(entry.error) == code)
            return of(entry.error);
    }
    return of(Protocol);
}

} // namespace ui
