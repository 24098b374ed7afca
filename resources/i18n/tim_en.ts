<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name></name>
    <message id="account.line">
        <source>Account: %1 (%2). Health insurer: %3.</source>
        <extracomment>%1 is the person's name, %2 the address, %3 the health insurer</extracomment>
        <translation>Account: %1 (%2). Health insurer: %3.</translation>
    </message>
    <message id="account.line.noName">
        <source>Account: %1. Health insurer: %2.</source>
        <extracomment>%1 is the address, %2 the health insurer</extracomment>
        <translation>Account: %1. Health insurer: %2.</translation>
    </message>
    <message id="action.back">
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message id="action.cancel">
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message id="action.close">
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message id="action.continue">
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message id="action.done">
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message id="action.later">
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message id="action.quit">
        <source>Close the program</source>
        <translation>Close the program</translation>
    </message>
    <message id="action.retry">
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message id="app.title">
        <source>FdV Messenger</source>
        <translation>FdV Messenger</translation>
    </message>
    <message id="composer.help">
        <source>Enter sends, Shift and Enter begin a new line.</source>
        <translation>Enter sends, Shift and Enter begin a new line.</translation>
    </message>
    <message id="composer.placeholder">
        <source>Message to %1</source>
        <translation>Message to %1</translation>
    </message>
    <message id="composer.placeholderShort">
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message id="composer.send">
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message id="confirm.asking">
        <source>Your computer asks whether it is you.</source>
        <translation>Your computer asks whether it is you.</translation>
    </message>
    <message id="confirm.asking.next">
        <source>Look for its window, and answer there.</source>
        <translation>Look for its window, and answer there.</translation>
    </message>
    <message id="confirm.refused">
        <source>Your computer has not confirmed that it is you.</source>
        <translation>Your computer has not confirmed that it is you.</translation>
    </message>
    <message id="confirm.refused.next">
        <source>%1 You can try again at any time.</source>
        <translation>%1 You can try again at any time.</translation>
    </message>
    <message id="connection.connecting">
        <source>Fetching new messages …</source>
        <translation>Fetching new messages …</translation>
    </message>
    <message id="connection.offline">
        <source>No connection. You can read and write. We send as soon as the connection is back.</source>
        <translation>No connection. You can read and write. We send as soon as the connection is back.</translation>
    </message>
    <message id="connection.offlineSince">
        <source>No connection. Last connected: %1. You can read and write. We send as soon as the connection is back.</source>
        <translation>No connection. Last connected: %1. You can read and write. We send as soon as the connection is back.</translation>
    </message>
    <message id="connection.retry">
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message id="connection.serverBusy">
        <source>The server is overloaded. We keep trying. You can read and write.</source>
        <translation>The server is overloaded. We keep trying. You can read and write.</translation>
    </message>
    <message id="devices.confirm.browser">
        <source>Confirm in the browser</source>
        <translation>Confirm in the browser</translation>
    </message>
    <message id="devices.confirm.browser.note">
        <source>Your browser opens a page of your health insurer. Confirm there and then come back to this window.</source>
        <translation>Your browser opens a page of your health insurer. Confirm there and then come back to this window.</translation>
    </message>
    <message id="devices.confirm.browserDone">
        <source>I have confirmed</source>
        <translation>I have confirmed</translation>
    </message>
    <message id="devices.confirm.copy">
        <source>Copy the address</source>
        <translation>Copy the address</translation>
    </message>
    <message id="devices.confirm.intro">
        <source>Your health insurer asks for this before these devices are signed out: %1</source>
        <translation>Your health insurer asks for this before these devices are signed out: %1</translation>
    </message>
    <message id="devices.confirm.noBrowser">
        <source>No browser could be opened. Copy the address and open it in a browser on this device.</source>
        <translation>No browser could be opened. Copy the address and open it in a browser on this device.</translation>
    </message>
    <message id="devices.confirm.notYet">
        <source>Nothing was confirmed in the browser yet. Please confirm there first.</source>
        <translation>Nothing was confirmed in the browser yet. Please confirm there first.</translation>
    </message>
    <message id="devices.confirm.password">
        <source>Password of your account</source>
        <translation>Password of your account</translation>
    </message>
    <message id="devices.confirm.title">
        <source>Confirm that it is you</source>
        <translation>Confirm that it is you</translation>
    </message>
    <message id="devices.confirm.withPassword">
        <source>Sign out with the password</source>
        <translation>Sign out with the password</translation>
    </message>
    <message id="devices.confirm.wrongPassword">
        <source>This password is not right. Please try again.</source>
        <translation>This password is not right. Please try again.</translation>
    </message>
    <message id="devices.confirmed">
        <source>Confirmed</source>
        <translation>Confirmed</translation>
    </message>
    <message id="devices.confirmed.note">
        <source>You have confirmed that this device is yours. It can read your chats.</source>
        <translation>You have confirmed that this device is yours. It can read your chats.</translation>
    </message>
    <message id="devices.done">
        <source>Signed out. Access from there has ended.</source>
        <translation>Signed out. Access from there has ended.</translation>
    </message>
    <message id="devices.firstSeen">
        <source>First seen from here: %1</source>
        <translation>First seen from here: %1</translation>
    </message>
    <message id="devices.inUse">
        <source>In use now</source>
        <translation>In use now</translation>
    </message>
    <message id="devices.intro">
        <source>You are signed in on these devices. Sign out devices that you do not know or no longer have.</source>
        <translation>You are signed in on these devices. Sign out devices that you do not know or no longer have.</translation>
    </message>
    <message id="devices.lastUsed">
        <source>Last used: %1</source>
        <translation>Last used: %1</translation>
    </message>
    <message id="devices.lastUsedUnknown">
        <source>It is not known when it was last used</source>
        <translation>It is not known when it was last used</translation>
    </message>
    <message id="devices.link.note">
        <source>See where you are signed in, and sign out devices</source>
        <translation>See where you are signed in, and sign out devices</translation>
    </message>
    <message id="devices.loading">
        <source>Your devices are being fetched …</source>
        <translation>Your devices are being fetched …</translation>
    </message>
    <message id="devices.new.no">
        <source>No</source>
        <translation>No</translation>
    </message>
    <message id="devices.new.text">
        <source>Seen for the first time: %1. Was that you?</source>
        <translation>Seen for the first time: %1. Was that you?</translation>
    </message>
    <message id="devices.new.title">
        <source>A new device is signed in: %1</source>
        <translation>A new device is signed in: %1</translation>
    </message>
    <message id="devices.new.yes">
        <source>Yes, that was me</source>
        <translation>Yes, that was me</translation>
    </message>
    <message id="devices.noName">
        <source>Device without a name</source>
        <translation>Device without a name</translation>
    </message>
    <message id="devices.none">
        <source>You are not signed in on any other device.</source>
        <translation>You are not signed in on any other device.</translation>
    </message>
    <message id="devices.notSupported">
        <source>This program cannot sign out devices at your health insurer.</source>
        <translation>This program cannot sign out devices at your health insurer.</translation>
    </message>
    <message id="devices.notSupported.next">
        <source>Sign out the device on the website of your health insurer, or call them.</source>
        <translation>Sign out the device on the website of your health insurer, or call them.</translation>
    </message>
    <message id="devices.others">
        <source>Other devices</source>
        <translation>Other devices</translation>
    </message>
    <message id="devices.signOut.text">
        <source>After that nobody can fetch or send messages of this account from there. To use it again, one has to sign in again.</source>
        <translation>After that nobody can fetch or send messages of this account from there. To use it again, one has to sign in again.</translation>
    </message>
    <message id="devices.signOut.title">
        <source>Sign out “%1”?</source>
        <translation>Sign out “%1”?</translation>
    </message>
    <message id="devices.signOutOthers">
        <source>Sign out all others</source>
        <translation>Sign out all others</translation>
    </message>
    <message id="devices.signOutOthers.title">
        <source>Sign out all other devices?</source>
        <translation>Sign out all other devices?</translation>
    </message>
    <message id="devices.title">
        <source>My devices</source>
        <translation>My devices</translation>
    </message>
    <message id="devices.unchecked">
        <source>Cannot be checked yet</source>
        <translation>Cannot be checked yet</translation>
    </message>
    <message id="devices.unchecked.note">
        <source>Bring your chats back to this device first. After that we can check your devices.</source>
        <translation>Bring your chats back to this device first. After that we can check your devices.</translation>
    </message>
    <message id="devices.unconfirmed">
        <source>Not confirmed</source>
        <translation>Not confirmed</translation>
    </message>
    <message id="devices.unconfirmed.note">
        <source>This device gets no keys to your new messages. If you do not know it, sign it out.</source>
        <translation>This device gets no keys to your new messages. If you do not know it, sign it out.</translation>
    </message>
    <message id="devices.unconfirmed.this">
        <source>This device gets no keys to your new messages from others yet.</source>
        <translation>This device gets no keys to your new messages from others yet.</translation>
    </message>
    <message id="devices.working">
        <source>Signing out …</source>
        <translation>Signing out …</translation>
    </message>
    <message id="error.cancelled">
        <source>You have stopped this step.</source>
        <translation>You have stopped this step.</translation>
    </message>
    <message id="error.code">
        <source>Code for questions: %1</source>
        <translation>Code for questions: %1</translation>
    </message>
    <message id="error.crypto">
        <source>A key or a signature is not valid.</source>
        <translation>A key or a signature is not valid.</translation>
    </message>
    <message id="error.devicesOutdated">
        <source>We do not know yet on which devices this message may be read.</source>
        <translation>We do not know yet on which devices this message may be read.</translation>
    </message>
    <message id="error.effect.chatsKept">
        <source>Your chats on this device are kept.</source>
        <translation>Your chats on this device are kept.</translation>
    </message>
    <message id="error.effect.messageKept">
        <source>The message was not sent and is kept.</source>
        <translation>The message was not sent and is kept.</translation>
    </message>
    <message id="error.effect.notOpened">
        <source>Your chats cannot be opened at the moment.</source>
        <translation>Your chats cannot be opened at the moment.</translation>
    </message>
    <message id="error.effect.notSignedIn">
        <source>You are not signed in yet.</source>
        <translation>You are not signed in yet.</translation>
    </message>
    <message id="error.effect.nothingChanged">
        <source>Nothing has changed.</source>
        <translation>Nothing has changed.</translation>
    </message>
    <message id="error.effect.nothingSent">
        <source>Nothing was sent.</source>
        <translation>Nothing was sent.</translation>
    </message>
    <message id="error.effect.offline">
        <source>Without a connection nothing can be sent or fetched. What is already here stays readable.</source>
        <translation>Without a connection nothing can be sent or fetched. What is already here stays readable.</translation>
    </message>
    <message id="error.effect.refused">
        <source>For your protection the connection was not used.</source>
        <translation>For your protection the connection was not used.</translation>
    </message>
    <message id="error.forbidden">
        <source>The server does not allow this.</source>
        <translation>The server does not allow this.</translation>
    </message>
    <message id="error.forbidden.next">
        <source>Ask the other person or your health insurer whether contact is possible.</source>
        <translation>Ask the other person or your health insurer whether contact is possible.</translation>
    </message>
    <message id="error.identityChanged">
        <source>The keys of somebody in this chat have changed.</source>
        <translation>The keys of somebody in this chat have changed.</translation>
    </message>
    <message id="error.identityChanged.next">
        <source>Open the chat and compare the keys.</source>
        <translation>Open the chat and compare the keys.</translation>
    </message>
    <message id="error.keyMissing">
        <source>The key to your chats is not in the key store of this device.</source>
        <translation>The key to your chats is not in the key store of this device.</translation>
    </message>
    <message id="error.keyMissing.effect">
        <source>Your chats are still there, but locked. We have not deleted anything.</source>
        <translation>Your chats are still there, but locked. We have not deleted anything.</translation>
    </message>
    <message id="error.keyMissing.next">
        <source>Sign in to this device with the same user as before, then try again. If it stays like this, call your health insurer.</source>
        <translation>Sign in to this device with the same user as before, then try again. If it stays like this, call your health insurer.</translation>
    </message>
    <message id="error.keyStore.effect">
        <source>Your chats are there, but we cannot open them yet.</source>
        <translation>Your chats are there, but we cannot open them yet.</translation>
    </message>
    <message id="error.keyStoreDenied">
        <source>This program may not use the key store of this device.</source>
        <translation>This program may not use the key store of this device.</translation>
    </message>
    <message id="error.keyStoreDenied.next">
        <source>Try again and allow the access when the device asks you.</source>
        <translation>Try again and allow the access when the device asks you.</translation>
    </message>
    <message id="error.keyStoreLocked">
        <source>The key store of this device is locked.</source>
        <translation>The key store of this device is locked.</translation>
    </message>
    <message id="error.keyStoreLocked.next">
        <source>Unlock the key store with the password of this device, then try again.</source>
        <translation>Unlock the key store with the password of this device, then try again.</translation>
    </message>
    <message id="error.keyStoreMissing">
        <source>This device has no key store.</source>
        <translation>This device has no key store.</translation>
    </message>
    <message id="error.keyStoreMissing.effect">
        <source>Without it we cannot protect your chats, so we do not start.</source>
        <translation>Without it we cannot protect your chats, so we do not start.</translation>
    </message>
    <message id="error.keyStoreMissing.next">
        <source>Set up the key store of this device (on Linux for example “Passwords and Keys”), then try again.</source>
        <translation>Set up the key store of this device (on Linux for example “Passwords and Keys”), then try again.</translation>
    </message>
    <message id="error.network">
        <source>There is no connection to the server.</source>
        <translation>There is no connection to the server.</translation>
    </message>
    <message id="error.next.callInsurer">
        <source>Please call your health insurer and give them the code.</source>
        <translation>Please call your health insurer and give them the code.</translation>
    </message>
    <message id="error.next.checkConnection">
        <source>Check your internet connection and try again.</source>
        <translation>Check your internet connection and try again.</translation>
    </message>
    <message id="error.next.checkInput">
        <source>Check what you have typed and try again.</source>
        <translation>Check what you have typed and try again.</translation>
    </message>
    <message id="error.next.retryAfter" numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message id="error.next.signIn">
        <source>Sign in again.</source>
        <translation>Sign in again.</translation>
    </message>
    <message id="error.next.waitAndRetry">
        <source>Wait a moment and try again.</source>
        <translation>Wait a moment and try again.</translation>
    </message>
    <message id="error.next.whenReady">
        <source>Try again when you are ready.</source>
        <translation>Try again when you are ready.</translation>
    </message>
    <message id="error.notEncrypted">
        <source>This chat is not encrypted.</source>
        <translation>This chat is not encrypted.</translation>
    </message>
    <message id="error.notEncrypted.next">
        <source>Start a new chat. New chats are always encrypted.</source>
        <translation>Start a new chat. New chats are always encrypted.</translation>
    </message>
    <message id="error.notFound">
        <source>The server does not know what we are looking for.</source>
        <translation>The server does not know what we are looking for.</translation>
    </message>
    <message id="error.notSupported">
        <source>This server offers no way of signing in that this program can use.</source>
        <translation>This server offers no way of signing in that this program can use.</translation>
    </message>
    <message id="error.notSupported.next">
        <source>Choose your health insurer from the list, or call them.</source>
        <translation>Choose your health insurer from the list, or call them.</translation>
    </message>
    <message id="error.profileInUse">
        <source>The program is already running with this profile.</source>
        <translation>The program is already running with this profile.</translation>
    </message>
    <message id="error.profileInUse.next">
        <source>Use the window that is already open, or close it and try again.</source>
        <translation>Use the window that is already open, or close it and try again.</translation>
    </message>
    <message id="error.protocol">
        <source>The server's answer cannot be understood.</source>
        <translation>The server's answer cannot be understood.</translation>
    </message>
    <message id="error.rateLimited">
        <source>The server has too many requests at the moment.</source>
        <translation>The server has too many requests at the moment.</translation>
    </message>
    <message id="error.server">
        <source>The server reports a fault of its own.</source>
        <translation>The server reports a fault of its own.</translation>
    </message>
    <message id="error.softLoggedOut">
        <source>Your sign-in has expired.</source>
        <translation>Your sign-in has expired.</translation>
    </message>
    <message id="error.storage">
        <source>The storage of this device cannot be read or written.</source>
        <translation>The storage of this device cannot be read or written.</translation>
    </message>
    <message id="error.storage.next">
        <source>Restart the program. If it stays like this, have the device checked.</source>
        <translation>Restart the program. If it stays like this, have the device checked.</translation>
    </message>
    <message id="error.storageDamaged">
        <source>The file with your chats cannot be opened. It may be damaged.</source>
        <translation>The file with your chats cannot be opened. It may be damaged.</translation>
    </message>
    <message id="error.storageDamaged.effect">
        <source>Your chats cannot be opened. We have not deleted anything.</source>
        <translation>Your chats cannot be opened. We have not deleted anything.</translation>
    </message>
    <message id="error.storageDamaged.next">
        <source>Close the program and start it again. If it stays like this, call your health insurer before you delete anything.</source>
        <translation>Close the program and start it again. If it stays like this, call your health insurer before you delete anything.</translation>
    </message>
    <message id="error.storageFull">
        <source>The storage of this device is full.</source>
        <translation>The storage of this device is full.</translation>
    </message>
    <message id="error.storageFull.effect">
        <source>New messages cannot be stored.</source>
        <translation>New messages cannot be stored.</translation>
    </message>
    <message id="error.storageFull.next">
        <source>Delete files you no longer need and try again.</source>
        <translation>Delete files you no longer need and try again.</translation>
    </message>
    <message id="error.storageNewer">
        <source>Your chats were last opened with a newer version of this program.</source>
        <translation>Your chats were last opened with a newer version of this program.</translation>
    </message>
    <message id="error.storageNewer.next">
        <source>Install the newest version of this program.</source>
        <translation>Install the newest version of this program.</translation>
    </message>
    <message id="error.timeout">
        <source>The server takes too long to answer.</source>
        <translation>The server takes too long to answer.</translation>
    </message>
    <message id="error.tls">
        <source>The server cannot prove that it is the right one.</source>
        <translation>The server cannot prove that it is the right one.</translation>
    </message>
    <message id="error.tls.next">
        <source>Check the date and time of this device, or use another network. If it stays like this, call your health insurer.</source>
        <translation>Check the date and time of this device, or use another network. If it stays like this, call your health insurer.</translation>
    </message>
    <message id="error.tooLarge">
        <source>The server's answer is larger than we accept.</source>
        <translation>The server's answer is larger than we accept.</translation>
    </message>
    <message id="error.unauthorized">
        <source>The server has signed you out.</source>
        <translation>The server has signed you out.</translation>
    </message>
    <message id="error.unknownServer">
        <source>There is no messenger server at this address.</source>
        <translation>There is no messenger server at this address.</translation>
    </message>
    <message id="error.unknownServer.next">
        <source>Check the address, or choose your health insurer from the list.</source>
        <translation>Check the address, or choose your health insurer from the list.</translation>
    </message>
    <message id="error.wrongAccount">
        <source>The server answered for another account than yours.</source>
        <translation>The server answered for another account than yours.</translation>
    </message>
    <message id="error.wrongCredentials">
        <source>The user name or the password is not right.</source>
        <translation>The user name or the password is not right.</translation>
    </message>
    <message id="error.wrongRecoveryKey">
        <source>This key code does not fit your account.</source>
        <translation>This key code does not fit your account.</translation>
    </message>
    <message id="format.dateAt">
        <source>%1 at %2</source>
        <translation>%1 at %2</translation>
    </message>
    <message id="format.dateBrief">
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message id="format.dateWithYear">
        <source>d MMMM yyyy</source>
        <extracomment>QDate format of a day with its year, for example "3 November 2025"</extracomment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message id="format.dateWithoutYear">
        <source>d MMMM</source>
        <extracomment>QDate format of a day without its year, for example "3 November"</extracomment>
        <translation>d MMMM</translation>
    </message>
    <message id="format.dayWithYear">
        <source>dddd, d MMMM yyyy</source>
        <extracomment>QDate format of a weekday and day with the year</extracomment>
        <translation>dddd, d MMMM yyyy</translation>
    </message>
    <message id="format.dayWithoutYear">
        <source>dddd, d MMMM</source>
        <extracomment>QDate format of a weekday and day, for example "Monday, 23 November"</extracomment>
        <translation>dddd, d MMMM</translation>
    </message>
    <message id="format.today">
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message id="format.todayAt">
        <source>today at %1</source>
        <translation>today at %1</translation>
    </message>
    <message id="format.yesterday">
        <source>yesterday</source>
        <translation>yesterday</translation>
    </message>
    <message id="format.yesterdayAt">
        <source>yesterday at %1</source>
        <translation>yesterday at %1</translation>
    </message>
    <message id="format.yesterdayDay">
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message id="health.backupBehind">
        <source>For two days your chats have not been saved.</source>
        <translation>For two days your chats have not been saved.</translation>
    </message>
    <message id="health.backupBehind.effect">
        <source>On a new device you could not read the newest messages.</source>
        <translation>On a new device you could not read the newest messages.</translation>
    </message>
    <message id="health.backupBehind.next">
        <source>“Save now” tries it at once.</source>
        <translation>“Save now” tries it at once.</translation>
    </message>
    <message id="health.backupMissing">
        <source>The saved keys of your chats are gone.</source>
        <translation>The saved keys of your chats are gone.</translation>
    </message>
    <message id="health.backupMissing.effect">
        <source>On a new device you could not read older messages.</source>
        <translation>On a new device you could not read older messages.</translation>
    </message>
    <message id="health.backupMissing.next">
        <source>“Repair” saves them anew. Your key sheet stays valid.</source>
        <translation>“Repair” saves them anew. Your key sheet stays valid.</translation>
    </message>
    <message id="health.check">
        <source>Check now</source>
        <translation>Check now</translation>
    </message>
    <message id="health.checked">
        <source>Checked: your chats would come back completely on a new device.</source>
        <translation>Checked: your chats would come back completely on a new device.</translation>
    </message>
    <message id="health.checking">
        <source>Being checked …</source>
        <translation>Being checked …</translation>
    </message>
    <message id="health.enterCode">
        <source>Enter key code</source>
        <translation>Enter key code</translation>
    </message>
    <message id="health.foreignBackup">
        <source>Another program now saves your chats.</source>
        <translation>Another program now saves your chats.</translation>
    </message>
    <message id="health.foreignBackup.effect">
        <source>This device saves nothing there.</source>
        <translation>This device saves nothing there.</translation>
    </message>
    <message id="health.foreignBackup.next">
        <source>Enter the key code that you got there. If you do not know of it, please call your health insurer.</source>
        <translation>Enter the key code that you got there. If you do not know of it, please call your health insurer.</translation>
    </message>
    <message id="health.identityChanged">
        <source>Another device has set up the keys of your account anew.</source>
        <translation>Another device has set up the keys of your account anew.</translation>
    </message>
    <message id="health.identityChanged.effect">
        <source>This device goes on with the old keys.</source>
        <translation>This device goes on with the old keys.</translation>
    </message>
    <message id="health.identityChanged.next">
        <source>Was that not you? Then please call your health insurer at once.</source>
        <translation>Was that not you? Then please call your health insurer at once.</translation>
    </message>
    <message id="health.lastChecked">
        <source>Last checked: %1.</source>
        <translation>Last checked: %1.</translation>
    </message>
    <message id="health.lastSaved">
        <source>Last saved: %1.</source>
        <translation>Last saved: %1.</translation>
    </message>
    <message id="health.neverChecked">
        <source>Not checked yet.</source>
        <translation>Not checked yet.</translation>
    </message>
    <message id="health.newerKey">
        <source>There is a newer key sheet.</source>
        <translation>There is a newer key sheet.</translation>
    </message>
    <message id="health.newerKey.effect">
        <source>Your old sheet does not open your chats any more.</source>
        <translation>Your old sheet does not open your chats any more.</translation>
    </message>
    <message id="health.newerKey.next">
        <source>Enter the code of the new sheet. If you have not made one, please call your health insurer.</source>
        <translation>Enter the code of the new sheet. If you have not made one, please call your health insurer.</translation>
    </message>
    <message id="health.next.above">
        <source>This is settled with the notice above.</source>
        <translation>This is settled with the notice above.</translation>
    </message>
    <message id="health.next.code">
        <source>For this, enter the code of your key sheet.</source>
        <translation>For this, enter the code of your key sheet.</translation>
    </message>
    <message id="health.notChecked">
        <source>We could not check at the moment.</source>
        <translation>We could not check at the moment.</translation>
    </message>
    <message id="health.olderState">
        <source>The server shows an old state of your keys.</source>
        <translation>The server shows an old state of your keys.</translation>
    </message>
    <message id="health.olderState.effect">
        <source>To protect you, we change nothing. Your chats stay readable on this device.</source>
        <translation>To protect you, we change nothing. Your chats stay readable on this device.</translation>
    </message>
    <message id="health.olderState.next">
        <source>If this is still so tomorrow, please call your health insurer.</source>
        <translation>If this is still so tomorrow, please call your health insurer.</translation>
    </message>
    <message id="health.others">
        <source>More notices in the settings: %1</source>
        <extracomment>%1 is a number</extracomment>
        <translation>More notices in the settings: %1</translation>
    </message>
    <message id="health.privateKeysMissing">
        <source>Some keys of your account are missing on this device.</source>
        <translation>Some keys of your account are missing on this device.</translation>
    </message>
    <message id="health.privateKeysMissing.effect">
        <source>You cannot confirm new devices at the moment.</source>
        <translation>You cannot confirm new devices at the moment.</translation>
    </message>
    <message id="health.privateKeysMissing.next">
        <source>“Repair” brings them back. This takes a few seconds.</source>
        <translation>“Repair” brings them back. This takes a few seconds.</translation>
    </message>
    <message id="health.repair">
        <source>Repair</source>
        <translation>Repair</translation>
    </message>
    <message id="health.repair.done">
        <source>Everything is all right again.</source>
        <translation>Everything is all right again.</translation>
    </message>
    <message id="health.repair.done.note">
        <source>Your chats would come back completely on a new device.</source>
        <translation>Your chats would come back completely on a new device.</translation>
    </message>
    <message id="health.repair.later">
        <source>The server could not be reached.</source>
        <translation>The server could not be reached.</translation>
    </message>
    <message id="health.repair.later.next">
        <source>You need not do anything. We go on by ourselves.</source>
        <translation>You need not do anything. We go on by ourselves.</translation>
    </message>
    <message id="health.repair.notKept">
        <source>The server does not keep what we save.</source>
        <translation>The server does not keep what we save.</translation>
    </message>
    <message id="health.repair.otherKey">
        <source>Meanwhile another device has made a new key sheet.</source>
        <translation>Meanwhile another device has made a new key sheet.</translation>
    </message>
    <message id="health.repair.otherKey.effect">
        <source>We have overwritten nothing of it.</source>
        <translation>We have overwritten nothing of it.</translation>
    </message>
    <message id="health.repair.otherKey.next">
        <source>Enter the code of the new sheet.</source>
        <translation>Enter the code of the new sheet.</translation>
    </message>
    <message id="health.repair.running">
        <source>Being repaired …</source>
        <translation>Being repaired …</translation>
    </message>
    <message id="health.repair.running.note">
        <source>This takes a few seconds. You can read and write meanwhile.</source>
        <translation>This takes a few seconds. You can read and write meanwhile.</translation>
    </message>
    <message id="health.saveNow">
        <source>Save now</source>
        <translation>Save now</translation>
    </message>
    <message id="health.section">
        <source>Saving of your chats</source>
        <translation>Saving of your chats</translation>
    </message>
    <message id="health.staysReadable">
        <source>Your chats stay readable on this device.</source>
        <translation>Your chats stay readable on this device.</translation>
    </message>
    <message id="health.storageIncomplete">
        <source>Your key sheet does not open everything at the moment.</source>
        <translation>Your key sheet does not open everything at the moment.</translation>
    </message>
    <message id="health.storageIncomplete.effect">
        <source>On a new device not all chats would come back.</source>
        <translation>On a new device not all chats would come back.</translation>
    </message>
    <message id="health.storageIncomplete.next">
        <source>“Repair” adds what is missing. Your sheet stays valid.</source>
        <translation>“Repair” adds what is missing. Your sheet stays valid.</translation>
    </message>
    <message id="health.title.allSaved">
        <source>Everything is saved</source>
        <translation>Everything is saved</translation>
    </message>
    <message id="health.title.findings">
        <source>Not everything is all right</source>
        <translation>Not everything is all right</translation>
    </message>
    <message id="health.title.needsCode">
        <source>The keys of your chats are still missing</source>
        <translation>The keys of your chats are still missing</translation>
    </message>
    <message id="health.title.notSaved">
        <source>New keys are not being saved</source>
        <translation>New keys are not being saved</translation>
    </message>
    <message id="health.title.restoring">
        <source>Your chats are coming back …</source>
        <translation>Your chats are coming back …</translation>
    </message>
    <message id="health.title.settingUp">
        <source>Being set up …</source>
        <translation>Being set up …</translation>
    </message>
    <message id="health.title.toSave">
        <source>Not saved yet: %1 keys</source>
        <translation>Not saved yet: %1 keys</translation>
    </message>
    <message id="health.title.unknown">
        <source>Not known yet</source>
        <translation>Not known yet</translation>
    </message>
    <message id="health.understood">
        <source>Understood</source>
        <translation>Understood</translation>
    </message>
    <message id="insurers.intro">
        <source>Choose your health insurer. You sign in there next.</source>
        <translation>Choose your health insurer. You sign in there next.</translation>
    </message>
    <message id="insurers.noneFound">
        <source>No health insurer with this name is in the list. Check the spelling, or type the address of the server.</source>
        <translation>No health insurer with this name is in the list. Check the spelling, or type the address of the server.</translation>
    </message>
    <message id="insurers.other">
        <source>My health insurer is not in the list</source>
        <translation>My health insurer is not in the list</translation>
    </message>
    <message id="insurers.other.note">
        <source>Type the address of the server that your health insurer gave you.</source>
        <translation>Type the address of the server that your health insurer gave you.</translation>
    </message>
    <message id="insurers.search">
        <source>Search for your health insurer</source>
        <translation>Search for your health insurer</translation>
    </message>
    <message id="insurers.server">
        <source>Address of the server</source>
        <translation>Address of the server</translation>
    </message>
    <message id="insurers.server.empty">
        <source>Please type the address first.</source>
        <translation>Please type the address first.</translation>
    </message>
    <message id="insurers.server.help">
        <source>For example: messenger.insurer.de</source>
        <translation>For example: messenger.insurer.de</translation>
    </message>
    <message id="insurers.title">
        <source>Where are you insured?</source>
        <translation>Where are you insured?</translation>
    </message>
    <message id="invitation.accept">
        <source>Accept and open the chat</source>
        <translation>Accept and open the chat</translation>
    </message>
    <message id="invitation.busy">
        <source>Your answer is being sent …</source>
        <translation>Your answer is being sent …</translation>
    </message>
    <message id="invitation.decline">
        <source>Decline</source>
        <translation>Decline</translation>
    </message>
    <message id="invitation.institution">
        <source>Institution</source>
        <translation>Institution</translation>
    </message>
    <message id="invitation.nameless">
        <source>Somebody without a name</source>
        <translation>Somebody without a name</translation>
    </message>
    <message id="invitation.notEncrypted">
        <source>This chat is not encrypted. You can read there, but for your protection not write.</source>
        <translation>This chat is not encrypted. You can read there, but for your protection not write.</translation>
    </message>
    <message id="invitation.person">
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message id="invitation.privacy">
        <source>The other side sees your name and your address only after you accept. Nobody else can read what you write.</source>
        <translation>The other side sees your name and your address only after you accept. Nobody else can read what you write.</translation>
    </message>
    <message id="invitation.roomName">
        <source>Name of the chat</source>
        <translation>Name of the chat</translation>
    </message>
    <message id="invitation.title">
        <source>%1 invites you</source>
        <translation>%1 invites you</translation>
    </message>
    <message id="invitation.topic">
        <source>What it is about</source>
        <translation>What it is about</translation>
    </message>
    <message id="invitation.who">
        <source>Who invites you</source>
        <translation>Who invites you</translation>
    </message>
    <message id="kept.damaged">
        <source>The key code on this device is damaged.</source>
        <translation>The key code on this device is damaged.</translation>
    </message>
    <message id="kept.effect.notKept">
        <source>Your key code is not kept on this device. Nothing is lost: your key sheet is valid.</source>
        <translation>Your key code is not kept on this device. Nothing is lost: your key sheet is valid.</translation>
    </message>
    <message id="kept.effect.notRead">
        <source>We cannot look for your key code now. Nothing is lost: your key sheet is valid.</source>
        <translation>We cannot look for your key code now. Nothing is lost: your key sheet is valid.</translation>
    </message>
    <message id="kept.effect.notRemoved">
        <source>Your key code is still kept on this device.</source>
        <translation>Your key code is still kept on this device.</translation>
    </message>
    <message id="kept.effect.notReplaced">
        <source>An older key code may still be kept on this device. Your newest key sheet is valid.</source>
        <translation>An older key code may still be kept on this device. Your newest key sheet is valid.</translation>
    </message>
    <message id="kept.next.remove">
        <source>Take your key sheet instead. You can remove this code from the device.</source>
        <translation>Take your key sheet instead. You can remove this code from the device.</translation>
    </message>
    <message id="kept.remove">
        <source>Remove this code from the device</source>
        <translation>Remove this code from the device</translation>
    </message>
    <message id="kept.replaced">
        <source>The key code on this device is out of date: there is a newer key sheet.</source>
        <translation>The key code on this device is out of date: there is a newer key sheet.</translation>
    </message>
    <message id="kept.state.kept">
        <source>Kept in the key store of this device. You get your chats back here without paper. Signing out removes it.</source>
        <translation>Kept in the key store of this device. You get your chats back here without paper. Signing out removes it.</translation>
    </message>
    <message id="kept.state.looking">
        <source>We are looking into the key store of this device …</source>
        <translation>We are looking into the key store of this device …</translation>
    </message>
    <message id="kept.state.notKept">
        <source>Not kept here. Recommended: then you get your chats back on this device without paper, too.</source>
        <translation>Not kept here. Recommended: then you get your chats back on this device without paper, too.</translation>
    </message>
    <message id="kept.state.suggested">
        <source>Recommended. We keep your key code in the key store of this device when you show the sheet or leave this page.</source>
        <translation>Recommended. We keep your key code in the key store of this device when you show the sheet or leave this page.</translation>
    </message>
    <message id="kept.state.unknown">
        <source>We do not know whether your key code is kept here.</source>
        <translation>We do not know whether your key code is kept here.</translation>
    </message>
    <message id="kept.title">
        <source>Keep it on this device, too</source>
        <translation>Keep it on this device, too</translation>
    </message>
    <message id="kept.way">
        <source>Kept on this device</source>
        <translation>Kept on this device</translation>
    </message>
    <message id="kept.way.kept">
        <source>You do not need any paper.</source>
        <translation>You do not need any paper.</translation>
    </message>
    <message id="kept.way.none">
        <source>No key code is kept here.</source>
        <translation>No key code is kept here.</translation>
    </message>
    <message id="kept.wrong">
        <source>The key code on this device does not fit your account.</source>
        <translation>The key code on this device does not fit your account.</translation>
    </message>
    <message id="keyfile.cancelled.read">
        <source>Cancelled. What was read until then stays.</source>
        <translation>Cancelled. What was read until then stays.</translation>
    </message>
    <message id="keyfile.cancelled.save">
        <source>Cancelled. No file was written.</source>
        <translation>Cancelled. No file was written.</translation>
    </message>
    <message id="keyfile.cancelling">
        <source>Being cancelled …</source>
        <translation>Being cancelled …</translation>
    </message>
    <message id="keyfile.cannotRead">
        <source>This file cannot be opened.</source>
        <translation>This file cannot be opened.</translation>
    </message>
    <message id="keyfile.cannotRead.next">
        <source>Check whether the file is still there, and whether the USB stick is plugged in.</source>
        <translation>Check whether the file is still there, and whether the USB stick is plugged in.</translation>
    </message>
    <message id="keyfile.cannotWrite">
        <source>The file could not be written there.</source>
        <translation>The file could not be written there.</translation>
    </message>
    <message id="keyfile.cannotWrite.effect">
        <source>Nothing was saved. A file of the same name is unchanged.</source>
        <translation>Nothing was saved. A file of the same name is unchanged.</translation>
    </message>
    <message id="keyfile.cannotWrite.next">
        <source>Perhaps you may not save there. Choose another folder.</source>
        <translation>Perhaps you may not save there. Choose another folder.</translation>
    </message>
    <message id="keyfile.choose">
        <source>Choose the file</source>
        <translation>Choose the file</translation>
    </message>
    <message id="keyfile.choose.note">
        <source>You have saved it on the old device, for example on a USB stick.</source>
        <translation>You have saved it on the old device, for example on a USB stick.</translation>
    </message>
    <message id="keyfile.chooseOther">
        <source>Choose another file</source>
        <translation>Choose another file</translation>
    </message>
    <message id="keyfile.chosen">
        <source>Chosen: %1</source>
        <translation>Chosen: %1</translation>
    </message>
    <message id="keyfile.damaged">
        <source>This file is damaged or incomplete.</source>
        <translation>This file is damaged or incomplete.</translation>
    </message>
    <message id="keyfile.damaged.next">
        <source>Choose another copy, or save the keys again on the old device.</source>
        <translation>Choose another copy, or save the keys again on the old device.</translation>
    </message>
    <message id="keyfile.encrypting">
        <source>The file is being encrypted. This takes some seconds …</source>
        <translation>The file is being encrypted. This takes some seconds …</translation>
    </message>
    <message id="keyfile.failed.next">
        <source>Close the program and start it again. Then try once more.</source>
        <translation>Close the program and start it again. Then try once more.</translation>
    </message>
    <message id="keyfile.fileName">
        <source>Message keys</source>
        <translation>Message keys</translation>
    </message>
    <message id="keyfile.filter">
        <source>Key files</source>
        <translation>Key files</translation>
    </message>
    <message id="keyfile.leftOut">
        <source>Damaged and left out: %1. A few older messages may stay unreadable.</source>
        <translation>Damaged and left out: %1. A few older messages may stay unreadable.</translation>
    </message>
    <message id="keyfile.leftOut.title">
        <source>Some keys are damaged.</source>
        <translation>Some keys are damaged.</translation>
    </message>
    <message id="keyfile.noFile">
        <source>No file was written.</source>
        <translation>No file was written.</translation>
    </message>
    <message id="keyfile.noRoom">
        <source>There is no room left for the file.</source>
        <translation>There is no room left for the file.</translation>
    </message>
    <message id="keyfile.noRoom.next">
        <source>Delete files you no longer need, or choose another disk or USB stick.</source>
        <translation>Delete files you no longer need, or choose another disk or USB stick.</translation>
    </message>
    <message id="keyfile.nothing">
        <source>There are no keys on this device yet.</source>
        <translation>There are no keys on this device yet.</translation>
    </message>
    <message id="keyfile.nothing.next">
        <source>Bring your chats back first, or try again when you have received messages.</source>
        <translation>Bring your chats back first, or try again when you have received messages.</translation>
    </message>
    <message id="keyfile.nothingNew">
        <source>This file brought nothing new.</source>
        <translation>This file brought nothing new.</translation>
    </message>
    <message id="keyfile.opening">
        <source>The file is being opened. This takes some seconds …</source>
        <translation>The file is being opened. This takes some seconds …</translation>
    </message>
    <message id="keyfile.other">
        <source>This is not a file with message keys.</source>
        <translation>This is not a file with message keys.</translation>
    </message>
    <message id="keyfile.other.next">
        <source>Choose the file that you saved yourself. Often its name ends with .txt.</source>
        <translation>Choose the file that you saved yourself. Often its name ends with .txt.</translation>
    </message>
    <message id="keyfile.password">
        <source>Password of the file</source>
        <translation>Password of the file</translation>
    </message>
    <message id="keyfile.password.again">
        <source>The same password again</source>
        <translation>The same password again</translation>
    </message>
    <message id="keyfile.password.different">
        <source>The two passwords are not the same.</source>
        <translation>The two passwords are not the same.</translation>
    </message>
    <message id="keyfile.password.help">
        <source>At least 12 characters. Several words are easy to remember.</source>
        <translation>At least 12 characters. Several words are easy to remember.</translation>
    </message>
    <message id="keyfile.password.missing">
        <source>Please type the password.</source>
        <translation>Please type the password.</translation>
    </message>
    <message id="keyfile.password.new">
        <source>Password for the file</source>
        <translation>Password for the file</translation>
    </message>
    <message id="keyfile.password.old.help">
        <source>You have chosen it when you saved the file.</source>
        <translation>You have chosen it when you saved the file.</translation>
    </message>
    <message id="keyfile.password.tooShort">
        <source>This password is too short. It needs at least 12 characters.</source>
        <translation>This password is too short. It needs at least 12 characters.</translation>
    </message>
    <message id="keyfile.progress">
        <source>Keys: %1 of %2</source>
        <translation>Keys: %1 of %2</translation>
    </message>
    <message id="keyfile.read">
        <source>The keys are on this device now.</source>
        <translation>The keys are on this device now.</translation>
    </message>
    <message id="keyfile.read.count">
        <source>New keys: %1. Known already: %2.</source>
        <translation>New keys: %1. Known already: %2.</translation>
    </message>
    <message id="keyfile.read.intro">
        <source>The keys in the file make earlier messages readable on this device.</source>
        <translation>The keys in the file make earlier messages readable on this device.</translation>
    </message>
    <message id="keyfile.read.now">
        <source>Read in</source>
        <translation>Read in</translation>
    </message>
    <message id="keyfile.read.title">
        <source>Read in message keys</source>
        <translation>Read in message keys</translation>
    </message>
    <message id="keyfile.readFailed">
        <source>The keys could not be stored on this device.</source>
        <translation>The keys could not be stored on this device.</translation>
    </message>
    <message id="keyfile.readFailed.effect">
        <source>What was read until then stays. The file is unchanged.</source>
        <translation>What was read until then stays. The file is unchanged.</translation>
    </message>
    <message id="keyfile.readFailed.next">
        <source>Check whether there is room left on your disk, and try again.</source>
        <translation>Check whether there is room left on your disk, and try again.</translation>
    </message>
    <message id="keyfile.save">
        <source>Save message keys</source>
        <translation>Save message keys</translation>
    </message>
    <message id="keyfile.save.intro">
        <source>With this file you can read your earlier messages on another device or in another program. It holds the keys, not the messages.</source>
        <translation>With this file you can read your earlier messages on another device or in another program. It holds the keys, not the messages.</translation>
    </message>
    <message id="keyfile.save.now">
        <source>Save as a file …</source>
        <translation>Save as a file …</translation>
    </message>
    <message id="keyfile.saveFailed">
        <source>Your keys could not be read on this device.</source>
        <translation>Your keys could not be read on this device.</translation>
    </message>
    <message id="keyfile.saved">
        <source>Saved as “%1”.</source>
        <translation>Saved as “%1”.</translation>
    </message>
    <message id="keyfile.saved.count">
        <source>Keys in the file: %1. Keep file and password well, and apart from each other.</source>
        <translation>Keys in the file: %1. Keep file and password well, and apart from each other.</translation>
    </message>
    <message id="keyfile.tooLarge">
        <source>This file is too large.</source>
        <translation>This file is too large.</translation>
    </message>
    <message id="keyfile.tooLarge.next">
        <source>Files with message keys have at most 200 megabytes. Check whether it is the right file.</source>
        <translation>Files with message keys have at most 200 megabytes. Check whether it is the right file.</translation>
    </message>
    <message id="keyfile.tooMany">
        <source>Your keys are too many for one file.</source>
        <translation>Your keys are too many for one file.</translation>
    </message>
    <message id="keyfile.tooMany.next">
        <source>Use your key sheet instead: it brings back all chats.</source>
        <translation>Use your key sheet instead: it brings back all chats.</translation>
    </message>
    <message id="keyfile.unproven">
        <source>Messages that you read with these keys are marked.</source>
        <translation>Messages that you read with these keys are marked.</translation>
    </message>
    <message id="keyfile.unproven.text">
        <source>Nobody can prove who wrote them, because the keys come from a file.</source>
        <translation>Nobody can prove who wrote them, because the keys come from a file.</translation>
    </message>
    <message id="keyfile.warning">
        <source>Who has this file and its password can read your chats.</source>
        <translation>Who has this file and its password can read your chats.</translation>
    </message>
    <message id="keyfile.warning.text">
        <source>Keep both well and apart from each other. Do not send the file to anybody. Without the password nobody can open it, not even your health insurer.</source>
        <translation>Keep both well and apart from each other. Do not send the file to anybody. Without the password nobody can open it, not even your health insurer.</translation>
    </message>
    <message id="keyfile.wrongPassword">
        <source>The password does not fit this file.</source>
        <translation>The password does not fit this file.</translation>
    </message>
    <message id="keyfile.wrongPassword.next">
        <source>Capital and small letters matter. If you are sure of it, the file was changed: choose another copy.</source>
        <translation>Capital and small letters matter. If you are sure of it, the file was changed: choose another copy.</translation>
    </message>
    <message id="keysheet.capital">
        <source>capital %1</source>
        <translation>capital %1</translation>
    </message>
    <message id="keysheet.check.camera">
        <source>Check with the camera</source>
        <translation>Check with the camera</translation>
    </message>
    <message id="keysheet.check.now">
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message id="keysheet.check.picture">
        <source>Check with a picture or the PDF</source>
        <translation>Check with a picture or the PDF</translation>
    </message>
    <message id="keysheet.checked">
        <source>That is right.</source>
        <translation>That is right.</translation>
    </message>
    <message id="keysheet.checked.next">
        <source>Your key sheet is complete. Keep it well.</source>
        <translation>Your key sheet is complete. Keep it well.</translation>
    </message>
    <message id="keysheet.cover">
        <source>Cover it now</source>
        <translation>Cover it now</translation>
    </message>
    <message id="keysheet.coverNote">
        <source>We cover the sheet after two minutes. You can show it again at any time.</source>
        <translation>We cover the sheet after two minutes. You can show it again at any time.</translation>
    </message>
    <message id="keysheet.covered">
        <source>Your key sheet is covered. Show it when nobody looks over your shoulder.</source>
        <translation>Your key sheet is covered. Show it when nobody looks over your shoulder.</translation>
    </message>
    <message id="keysheet.created">
        <source>Made on</source>
        <translation>Made on</translation>
    </message>
    <message id="keysheet.fetching">
        <source>Your key sheet is being fetched …</source>
        <translation>Your key sheet is being fetched …</translation>
    </message>
    <message id="keysheet.fileName">
        <source>Key-sheet.pdf</source>
        <translation>Key-sheet.pdf</translation>
    </message>
    <message id="keysheet.group">
        <source>Group %1: %2</source>
        <translation>Group %1: %2</translation>
    </message>
    <message id="keysheet.groups">
        <source>Key code in twelve groups</source>
        <translation>Key code in twelve groups</translation>
    </message>
    <message id="keysheet.intro">
        <source>With this sheet you open your chats on a new device. You do not have to remember anything.</source>
        <translation>With this sheet you open your chats on a new device. You do not have to remember anything.</translation>
    </message>
    <message id="keysheet.keep">
        <source>Keep it like an identity card: do not take a photo of it and do not send it.</source>
        <translation>Keep it like an identity card: do not take a photo of it and do not send it.</translation>
    </message>
    <message id="keysheet.lastFour">
        <source>The last four characters</source>
        <translation>The last four characters</translation>
    </message>
    <message id="keysheet.lastFour.wrong">
        <source>These are not the last four characters. Capital and small letters matter.</source>
        <translation>These are not the last four characters. Capital and small letters matter.</translation>
    </message>
    <message id="keysheet.letters">
        <source>Capital and small letters matter. Capital O, capital I, small L and the digit 0 never occur.</source>
        <translation>Capital and small letters matter. Capital O, capital I, small L and the digit 0 never occur.</translation>
    </message>
    <message id="keysheet.longer">
        <source>Two more minutes</source>
        <translation>Two more minutes</translation>
    </message>
    <message id="keysheet.madeOn">
        <source>Made on %1, mark %2</source>
        <translation>Made on %1, mark %2</translation>
    </message>
    <message id="keysheet.mark">
        <source>Mark of this sheet</source>
        <translation>Mark of this sheet</translation>
    </message>
    <message id="keysheet.missing">
        <source>Your key code is not on this device.</source>
        <translation>Your key code is not on this device.</translation>
    </message>
    <message id="keysheet.missing.needsCode">
        <source>First bring your chats back.</source>
        <translation>First bring your chats back.</translation>
    </message>
    <message id="keysheet.missing.needsCode.next">
        <source>For this you need the sheet that you already have.</source>
        <translation>For this you need the sheet that you already have.</translation>
    </message>
    <message id="keysheet.missing.next">
        <source>The sheet that you already have stays valid. Keep it well.</source>
        <translation>The sheet that you already have stays valid. Keep it well.</translation>
    </message>
    <message id="keysheet.missing.unknown">
        <source>We do not know yet how it stands with your key sheet.</source>
        <translation>We do not know yet how it stands with your key sheet.</translation>
    </message>
    <message id="keysheet.missing.unknown.next">
        <source>For this we need a connection to the server. Look again a little later.</source>
        <translation>For this we need a connection to the server. Look again a little later.</translation>
    </message>
    <message id="keysheet.noRoom.next">
        <source>Nothing has changed. Delete files you no longer need, or choose another disk or USB stick.</source>
        <translation>Nothing has changed. Delete files you no longer need, or choose another disk or USB stick.</translation>
    </message>
    <message id="keysheet.notEnough">
        <source>The code alone is not enough: one also needs your sign-in.</source>
        <translation>The code alone is not enough: one also needs your sign-in.</translation>
    </message>
    <message id="keysheet.otherSheet">
        <source>This is a key sheet, but not the one that is in use now.</source>
        <translation>This is a key sheet, but not the one that is in use now.</translation>
    </message>
    <message id="keysheet.otherSheet.next">
        <source>Take the sheet that you have printed last.</source>
        <translation>Take the sheet that you have printed last.</translation>
    </message>
    <message id="keysheet.phone">
        <source>Help by phone</source>
        <extracomment>Where to call, on the printed page: a phone number and when somebody answers</extracomment>
        <translation>Help by phone</translation>
    </message>
    <message id="keysheet.print">
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message id="keysheet.printCancelled">
        <source>The sheet was not printed: printing was cancelled.</source>
        <translation>The sheet was not printed: printing was cancelled.</translation>
    </message>
    <message id="keysheet.printCancelled.next">
        <source>You can print it at any time.</source>
        <translation>You can print it at any time.</translation>
    </message>
    <message id="keysheet.printFailed">
        <source>The sheet could not be printed.</source>
        <translation>The sheet could not be printed.</translation>
    </message>
    <message id="keysheet.printFailed.next">
        <source>Check whether the printer is switched on, and try again. Or save the sheet as a PDF.</source>
        <translation>Check whether the printer is switched on, and try again. Or save the sheet as a PDF.</translation>
    </message>
    <message id="keysheet.printed">
        <source>The sheet is on its way to the printer.</source>
        <translation>The sheet is on its way to the printer.</translation>
    </message>
    <message id="keysheet.printed.next">
        <source>Fetch it at once, and look whether the code is complete.</source>
        <translation>Fetch it at once, and look whether the code is complete.</translation>
    </message>
    <message id="keysheet.printing">
        <source>The print dialog of your computer is open.</source>
        <translation>The print dialog of your computer is open.</translation>
    </message>
    <message id="keysheet.printing.next">
        <source>Choose your printer there.</source>
        <translation>Choose your printer there.</translation>
    </message>
    <message id="keysheet.purpose">
        <source>With this sheet you get your chats back on a new device.</source>
        <translation>With this sheet you get your chats back on a new device.</translation>
    </message>
    <message id="keysheet.qr">
        <source>QR code of your key code. The twelve groups below say the same.</source>
        <translation>QR code of your key code. The twelve groups below say the same.</translation>
    </message>
    <message id="keysheet.qr.spoken">
        <source>The key code as a QR code</source>
        <translation>The key code as a QR code</translation>
    </message>
    <message id="keysheet.remind">
        <source>Do you have your key sheet on paper? With it your chats come to a new device.</source>
        <translation>Do you have your key sheet on paper? With it your chats come to a new device.</translation>
    </message>
    <message id="keysheet.remind.open">
        <source>See key sheet</source>
        <translation>See key sheet</translation>
    </message>
    <message id="keysheet.save">
        <source>Save as PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message id="keysheet.save.accept">
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message id="keysheet.save.html">
        <source>Save for a screen reader</source>
        <translation>Save for a screen reader</translation>
    </message>
    <message id="keysheet.saveFailed">
        <source>The file could not be saved.</source>
        <translation>The file could not be saved.</translation>
    </message>
    <message id="keysheet.saveFailed.next">
        <source>Nothing has changed. Choose another folder and try again.</source>
        <translation>Nothing has changed. Choose another folder and try again.</translation>
    </message>
    <message id="keysheet.saved">
        <source>Saved as “%1”.</source>
        <translation>Saved as “%1”.</translation>
    </message>
    <message id="keysheet.saved.next">
        <source>Print it soon. Who has this file has your key code.</source>
        <translation>Print it soon. Who has this file has your key code.</translation>
    </message>
    <message id="keysheet.show">
        <source>Show the key sheet</source>
        <translation>Show the key sheet</translation>
    </message>
    <message id="keysheet.showAgain">
        <source>Show the sheet again</source>
        <translation>Show the sheet again</translation>
    </message>
    <message id="keysheet.staysCovered">
        <source>The sheet stays covered.</source>
        <translation>The sheet stays covered.</translation>
    </message>
    <message id="keysheet.step.check">
        <source>Check it quickly</source>
        <translation>Check it quickly</translation>
    </message>
    <message id="keysheet.step.check.camera">
        <source>Type the last four characters from your paper, or hold it in front of the camera.</source>
        <translation>Type the last four characters from your paper, or hold it in front of the camera.</translation>
    </message>
    <message id="keysheet.step.check.note">
        <source>Type the last four characters from your paper.</source>
        <translation>Type the last four characters from your paper.</translation>
    </message>
    <message id="keysheet.step.keep">
        <source>Keep it well</source>
        <translation>Keep it well</translation>
    </message>
    <message id="keysheet.step.keep.note">
        <source>For example with your identity card. Please do not take a photo of it and do not send it.</source>
        <translation>For example with your identity card. Please do not take a photo of it and do not send it.</translation>
    </message>
    <message id="keysheet.step.print">
        <source>Print it</source>
        <translation>Print it</translation>
    </message>
    <message id="keysheet.step.print.note">
        <source>One sheet of paper is enough. Your computer asks for the printer.</source>
        <translation>One sheet of paper is enough. Your computer asks for the printer.</translation>
    </message>
    <message id="keysheet.step.save">
        <source>Save it as a PDF and print it</source>
        <translation>Save it as a PDF and print it</translation>
    </message>
    <message id="keysheet.step.save.note">
        <source>One sheet of paper is enough. Then delete the file.</source>
        <translation>One sheet of paper is enough. Then delete the file.</translation>
    </message>
    <message id="keysheet.title">
        <source>Key sheet</source>
        <translation>Key sheet</translation>
    </message>
    <message id="keysheet.yours">
        <source>Your key sheet</source>
        <translation>Your key sheet</translation>
    </message>
    <message id="list.position">
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message id="login.again.notice">
        <source>Your sign-in has expired</source>
        <translation>Your sign-in has expired</translation>
    </message>
    <message id="login.again.text">
        <source>Your chats are still here. After signing in you go on where you were.</source>
        <translation>Your chats are still here. After signing in you go on where you were.</translation>
    </message>
    <message id="login.again.title">
        <source>Please sign in again</source>
        <translation>Please sign in again</translation>
    </message>
    <message id="login.asking">
        <source>We are asking how you can sign in …</source>
        <translation>We are asking how you can sign in …</translation>
    </message>
    <message id="login.browser">
        <source>Sign in with the browser</source>
        <translation>Sign in with the browser</translation>
    </message>
    <message id="login.browser.note">
        <source>Opens your browser</source>
        <translation>Opens your browser</translation>
    </message>
    <message id="login.checklist">
        <source>You need</source>
        <translation>You need</translation>
    </message>
    <message id="login.checklist.account">
        <source>Your sign-in</source>
        <translation>Your sign-in</translation>
    </message>
    <message id="login.checklist.account.text">
        <source>The health ID or the account of your health insurer</source>
        <translation>The health ID or the account of your health insurer</translation>
    </message>
    <message id="login.checklist.time">
        <source>A few minutes</source>
        <translation>A few minutes</translation>
    </message>
    <message id="login.checklist.time.text">
        <source>You can stop at any time and go on later.</source>
        <translation>You can stop at any time and go on later.</translation>
    </message>
    <message id="login.chooseAnother">
        <source>Choose another health insurer</source>
        <translation>Choose another health insurer</translation>
    </message>
    <message id="login.inBrowser.again">
        <source>Open the browser again</source>
        <translation>Open the browser again</translation>
    </message>
    <message id="login.inBrowser.text">
        <source>Your browser has opened the page of your health insurer. Sign in there and then come back to this window. You have as much time as you need.</source>
        <translation>Your browser has opened the page of your health insurer. Sign in there and then come back to this window. You have as much time as you need.</translation>
    </message>
    <message id="login.inBrowser.title">
        <source>Go on in the browser</source>
        <translation>Go on in the browser</translation>
    </message>
    <message id="login.loggingIn">
        <source>Signing in …</source>
        <translation>Signing in …</translation>
    </message>
    <message id="login.noBrowser.copy">
        <source>Copy the address</source>
        <translation>Copy the address</translation>
    </message>
    <message id="login.noBrowser.text">
        <source>Copy the address and open it in a browser on this device. Sign in there and then come back to this window.</source>
        <translation>Copy the address and open it in a browser on this device. Sign in there and then come back to this window.</translation>
    </message>
    <message id="login.noBrowser.title">
        <source>No browser has opened</source>
        <translation>No browser has opened</translation>
    </message>
    <message id="login.password">
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message id="login.password.empty">
        <source>Please type your password.</source>
        <translation>Please type your password.</translation>
    </message>
    <message id="login.password.hide">
        <source>Hide password</source>
        <translation>Hide password</translation>
    </message>
    <message id="login.password.show">
        <source>Show password</source>
        <translation>Show password</translation>
    </message>
    <message id="login.title">
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message id="login.user">
        <source>User name</source>
        <translation>User name</translation>
    </message>
    <message id="login.user.empty">
        <source>Please type your user name.</source>
        <translation>Please type your user name.</translation>
    </message>
    <message id="login.withPassword">
        <source>Sign in with the password</source>
        <translation>Sign in with the password</translation>
    </message>
    <message id="main.nothingOpen.text">
        <source>Then you see the messages here.</source>
        <translation>Then you see the messages here.</translation>
    </message>
    <message id="main.nothingOpen.title">
        <source>Choose a chat</source>
        <translation>Choose a chat</translation>
    </message>
    <message id="nav.chats">
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message id="nav.places">
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message id="nav.profile">
        <source>My profile</source>
        <translation>My profile</translation>
    </message>
    <message id="nav.settings">
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message id="nav.withCount">
        <source>%1, %2 new</source>
        <extracomment>%1 is the place, %2 how many new things are there</extracomment>
        <translation>%1, %2 new</translation>
    </message>
    <message id="newchat.address.empty">
        <source>Please type the address first.</source>
        <translation>Please type the address first.</translation>
    </message>
    <message id="newchat.address.help">
        <source>For example: @name:server.de</source>
        <translation>For example: @name:server.de</translation>
    </message>
    <message id="newchat.address.wrong">
        <source>This is not a TI-M address. It looks like this: @name:server.de</source>
        <translation>This is not a TI-M address. It looks like this: @name:server.de</translation>
    </message>
    <message id="newchat.busy">
        <source>The chat is being started …</source>
        <translation>The chat is being started …</translation>
    </message>
    <message id="newchat.intro">
        <source>Type the TI-M address of a person or practice. You find it for example on their letter or on their website.</source>
        <translation>Type the TI-M address of a person or practice. You find it for example on their letter or on their website.</translation>
    </message>
    <message id="newchat.start">
        <source>Start the chat</source>
        <translation>Start the chat</translation>
    </message>
    <message id="newchat.unreachable">
        <source>This person cannot be reached, or does not allow new chats.</source>
        <translation>This person cannot be reached, or does not allow new chats.</translation>
    </message>
    <message id="newchat.unreachable.effect">
        <source>No chat was started.</source>
        <translation>No chat was started.</translation>
    </message>
    <message id="newchat.unreachable.next">
        <source>Check the address. You can also call the practice and ask them to write to you.</source>
        <translation>Check the address. You can also call the practice and ask them to write to you.</translation>
    </message>
    <message id="opening.text">
        <source>Your chats are being opened …</source>
        <translation>Your chats are being opened …</translation>
    </message>
    <message id="opening.title">
        <source>One moment</source>
        <translation>One moment</translation>
    </message>
    <message id="page.step">
        <source>Step %1 of %2</source>
        <translation>Step %1 of %2</translation>
    </message>
    <message id="preparing.text">
        <source>This takes a few seconds. Keys are made on this device and never leave it unprotected.</source>
        <translation>This takes a few seconds. Keys are made on this device and never leave it unprotected.</translation>
    </message>
    <message id="preparing.title">
        <source>One moment – your safe chat is being prepared</source>
        <translation>One moment – your safe chat is being prepared</translation>
    </message>
    <message id="profile.address">
        <source>TI-M address</source>
        <translation>TI-M address</translation>
    </message>
    <message id="profile.device">
        <source>This device</source>
        <translation>This device</translation>
    </message>
    <message id="profile.deviceId">
        <source>Identifier</source>
        <translation>Identifier</translation>
    </message>
    <message id="profile.fingerprint">
        <source>Security code of this device</source>
        <translation>Security code of this device</translation>
    </message>
    <message id="profile.insurer">
        <source>Health insurer</source>
        <translation>Health insurer</translation>
    </message>
    <message id="profile.insurer.server">
        <source>%1 (%2)</source>
        <extracomment>%1 is the health insurer, %2 its server</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message id="profile.logOut">
        <source>Sign out on this device</source>
        <translation>Sign out on this device</translation>
    </message>
    <message id="profile.logOut.confirm">
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message id="profile.logOut.note">
        <source>Removes your chats from this device</source>
        <translation>Removes your chats from this device</translation>
    </message>
    <message id="profile.logOut.text">
        <source>All chats and keys are removed from this device. Messages that were not sent are lost. After signing in again you may not be able to read older messages on this device.</source>
        <translation>All chats and keys are removed from this device. Messages that were not sent are lost. After signing in again you may not be able to read older messages on this device.</translation>
    </message>
    <message id="profile.logOut.text.kept">
        <source>The key code that is kept on this device is removed, too. You need your key sheet to get your chats back.</source>
        <translation>The key code that is kept on this device is removed, too. You need your key sheet to get your chats back.</translation>
    </message>
    <message id="profile.logOut.title">
        <source>Sign out on this device?</source>
        <translation>Sign out on this device?</translation>
    </message>
    <message id="profile.name">
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message id="profile.name.note">
        <source>Your name comes from your health insurer. You cannot change it here.</source>
        <translation>Your name comes from your health insurer. You cannot change it here.</translation>
    </message>
    <message id="profile.public">
        <source>What others see</source>
        <translation>What others see</translation>
    </message>
    <message id="profile.recovery">
        <source>For a new device</source>
        <translation>For a new device</translation>
    </message>
    <message id="profile.server">
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message id="recovery.allSaved">
        <source>All keys of your chats are saved.</source>
        <translation>All keys of your chats are saved.</translation>
    </message>
    <message id="recovery.allSavedAt">
        <source>All keys of your chats are saved. Last saved: %1.</source>
        <translation>All keys of your chats are saved. Last saved: %1.</translation>
    </message>
    <message id="recovery.needsCode">
        <source>Your earlier chats cannot be read on this device yet.</source>
        <translation>Your earlier chats cannot be read on this device yet.</translation>
    </message>
    <message id="recovery.notSaved">
        <source>New keys are not being saved at the moment. Your chats stay readable on this device.</source>
        <translation>New keys are not being saved at the moment. Your chats stay readable on this device.</translation>
    </message>
    <message id="recovery.restored">
        <source>Keys brought back: %1.</source>
        <translation>Keys brought back: %1.</translation>
    </message>
    <message id="recovery.restoring">
        <source>Keys brought back so far: %1. The newest chats come first.</source>
        <translation>Keys brought back so far: %1. The newest chats come first.</translation>
    </message>
    <message id="recovery.restoringOf">
        <source>Keys brought back so far: %1 of %2. The newest chats come first.</source>
        <translation>Keys brought back so far: %1 of %2. The newest chats come first.</translation>
    </message>
    <message id="recovery.settingUp">
        <source>Your key sheet is being prepared …</source>
        <translation>Your key sheet is being prepared …</translation>
    </message>
    <message id="recovery.toSave">
        <source>Keys that are not saved yet: %1. This goes on by itself.</source>
        <translation>Keys that are not saved yet: %1. This goes on by itself.</translation>
    </message>
    <message id="renew.allTheSame">
        <source>Renew all the same</source>
        <translation>Renew all the same</translation>
    </message>
    <message id="renew.begin">
        <source>Renew keys now</source>
        <translation>Renew keys now</translation>
    </message>
    <message id="renew.confirm.withPassword">
        <source>Confirm with the password</source>
        <translation>Confirm with the password</translation>
    </message>
    <message id="renew.countAgain">
        <source>Count again</source>
        <translation>Count again</translation>
    </message>
    <message id="renew.devices.lookThere">
        <source>Look there first. They may still have your keys: %1</source>
        <translation>Look there first. They may still have your keys: %1</translation>
    </message>
    <message id="renew.devices.none">
        <source>No other device is signed in.</source>
        <translation>No other device is signed in.</translation>
    </message>
    <message id="renew.done">
        <source>Your keys are renewed.</source>
        <translation>Your keys are renewed.</translation>
    </message>
    <message id="renew.done.text">
        <source>Print or save your new key sheet now. The old one is no longer valid: destroy it.</source>
        <translation>Print or save your new key sheet now. The old one is no longer valid: destroy it.</translation>
    </message>
    <message id="renew.factsChanged">
        <source>Another device has just changed your keys.</source>
        <translation>Another device has just changed your keys.</translation>
    </message>
    <message id="renew.factsChanged.effect">
        <source>Nothing has been renewed.</source>
        <translation>Nothing has been renewed.</translation>
    </message>
    <message id="renew.factsChanged.next">
        <source>Please look at the numbers again.</source>
        <translation>Please look at the numbers again.</translation>
    </message>
    <message id="renew.goesOn">
        <source>You do not have to wait. It also goes on when you close this page.</source>
        <translation>You do not have to wait. It also goes on when you close this page.</translation>
    </message>
    <message id="renew.intro">
        <source>For %1 · %2. Useful if somebody has got hold of your key sheet or of one of your devices.</source>
        <extracomment>%1 is the person's name, %2 the health insurer</extracomment>
        <translation>For %1 · %2. Useful if somebody has got hold of your key sheet or of one of your devices.</translation>
    </message>
    <message id="renew.intro.nothingLeft">
        <source>For %1 · %2. For you if you find neither your key sheet nor another device.</source>
        <extracomment>%1 is the person's name, %2 the health insurer</extracomment>
        <translation>For %1 · %2. For you if you find neither your key sheet nor another device.</translation>
    </message>
    <message id="renew.leaveOthers">
        <source>Leave the other devices signed in</source>
        <translation>Leave the other devices signed in</translation>
    </message>
    <message id="renew.lookAgain">
        <source>Look once more before: in your papers, in the photos on your phone, on an old phone or computer.</source>
        <translation>Look once more before: in your papers, in the photos on your phone, on an old phone or computer.</translation>
    </message>
    <message id="renew.looking">
        <source>What would be lost is being counted …</source>
        <translation>What would be lost is being counted …</translation>
    </message>
    <message id="renew.loss">
        <source>Chats: %1, messages: %2, files: %3. All that was written up to today. Others keep their copy.</source>
        <translation>Chats: %1, messages: %2, files: %3. All that was written up to today. Others keep their copy.</translation>
    </message>
    <message id="renew.loss.keys">
        <source>Saved message keys that become useless: %1.</source>
        <translation>Saved message keys that become useless: %1.</translation>
    </message>
    <message id="renew.loss.none">
        <source>There is nothing on this device that you could read now.</source>
        <translation>There is nothing on this device that you could read now.</translation>
    </message>
    <message id="renew.loss.nothingLeft">
        <source>Saved message keys: %1. On this device you can go on reading: chats %2, messages %3.</source>
        <translation>Saved message keys: %1. On this device you can go on reading: chats %2, messages %3.</translation>
    </message>
    <message id="renew.loss.nothingLeft.title">
        <source>After that nobody can open any more:</source>
        <translation>After that nobody can open any more:</translation>
    </message>
    <message id="renew.loss.title">
        <source>After that you can no longer read here:</source>
        <translation>After that you can no longer read here:</translation>
    </message>
    <message id="renew.notKept">
        <source>The server of your health insurer does not show what we have sent.</source>
        <translation>The server of your health insurer does not show what we have sent.</translation>
    </message>
    <message id="renew.notKept.effect">
        <source>Your keys are not renewed yet.</source>
        <translation>Your keys are not renewed yet.</translation>
    </message>
    <message id="renew.notKept.next">
        <source>We keep trying. If this stays, call your health insurer.</source>
        <translation>We keep trying. If this stays, call your health insurer.</translation>
    </message>
    <message id="renew.otherKeys">
        <source>Another device has made a key sheet of its own in the meantime.</source>
        <translation>Another device has made a key sheet of its own in the meantime.</translation>
    </message>
    <message id="renew.otherKeys.effect">
        <source>Your keys are only partly renewed.</source>
        <translation>Your keys are only partly renewed.</translation>
    </message>
    <message id="renew.otherKeys.next">
        <source>If you go on, that key sheet becomes invalid, too. If you do not know of it, call your health insurer.</source>
        <translation>If you go on, that key sheet becomes invalid, too. If you do not know of it, call your health insurer.</translation>
    </message>
    <message id="renew.othersStay">
        <source>Your other devices are still signed in.</source>
        <translation>Your other devices are still signed in.</translation>
    </message>
    <message id="renew.othersStay.text">
        <source>Sign them out in the settings, under “My devices”, or call your health insurer.</source>
        <translation>Sign them out in the settings, under “My devices”, or call your health insurer.</translation>
    </message>
    <message id="renew.question.devices">
        <source>Your health insurer asks for this before your other devices are signed out. Your new keys are there already.</source>
        <translation>Your health insurer asks for this before your other devices are signed out. Your new keys are there already.</translation>
    </message>
    <message id="renew.question.identity">
        <source>Your health insurer asks for this before it takes your new keys.</source>
        <translation>Your health insurer asks for this before it takes your new keys.</translation>
    </message>
    <message id="renew.save">
        <source>Save before</source>
        <translation>Save before</translation>
    </message>
    <message id="renew.save.note">
        <source>With a saved file you can make them readable again later.</source>
        <translation>With a saved file you can make them readable again later.</translation>
    </message>
    <message id="renew.status.running">
        <source>It is going on.</source>
        <translation>It is going on.</translation>
    </message>
    <message id="renew.status.waits">
        <source>Not finished: it waits for you.</source>
        <translation>Not finished: it waits for you.</translation>
    </message>
    <message id="renew.step">
        <source>Step %1 of %2: %3</source>
        <extracomment>%1 and %2 are numbers, %3 says what goes on</extracomment>
        <translation>Step %1 of %2: %3</translation>
    </message>
    <message id="renew.step.destroy">
        <source>What the old keys open is being deleted.</source>
        <translation>What the old keys open is being deleted.</translation>
    </message>
    <message id="renew.step.devices">
        <source>Your other devices are being signed out.</source>
        <translation>Your other devices are being signed out.</translation>
    </message>
    <message id="renew.step.identity">
        <source>Your new keys are being made known.</source>
        <translation>Your new keys are being made known.</translation>
    </message>
    <message id="renew.step.sheet">
        <source>Your new key sheet is being made.</source>
        <translation>Your new key sheet is being made.</translation>
    </message>
    <message id="renew.title">
        <source>Renew keys</source>
        <translation>Renew keys</translation>
    </message>
    <message id="renew.title.nothingLeft">
        <source>Begin with new keys</source>
        <translation>Begin with new keys</translation>
    </message>
    <message id="renew.toSheet">
        <source>Go to the new key sheet</source>
        <translation>Go to the new key sheet</translation>
    </message>
    <message id="renew.what">
        <source>This is what happens</source>
        <translation>This is what happens</translation>
    </message>
    <message id="renew.what.devices">
        <source>Your other devices are signed out.</source>
        <translation>Your other devices are signed out.</translation>
    </message>
    <message id="renew.what.devicesStay">
        <source>Your other devices stay signed in.</source>
        <translation>Your other devices stay signed in.</translation>
    </message>
    <message id="renew.what.keys">
        <source>You get new keys and a new key sheet.</source>
        <translation>You get new keys and a new key sheet.</translation>
    </message>
    <message id="renew.what.keys.note">
        <source>The old sheet becomes invalid.</source>
        <translation>The old sheet becomes invalid.</translation>
    </message>
    <message id="renew.what.people">
        <source>Who writes to you sees a note about your new keys.</source>
        <translation>Who writes to you sees a note about your new keys.</translation>
    </message>
    <message id="renew.what.people.note">
        <source>They can go on writing to you.</source>
        <translation>They can go on writing to you.</translation>
    </message>
    <message id="renew.word">
        <source>renew</source>
        <extracomment>one word that the person types to confirm</extracomment>
        <translation>renew</translation>
    </message>
    <message id="renew.word.help">
        <source>This cannot be undone.</source>
        <translation>This cannot be undone.</translation>
    </message>
    <message id="renew.word.label">
        <source>To be on the safe side, type the word “%1”</source>
        <extracomment>%1 is the word</extracomment>
        <translation>To be on the safe side, type the word “%1”</translation>
    </message>
    <message id="renew.word.wrong">
        <source>Please type the word “%1”.</source>
        <extracomment>%1 is the word</extracomment>
        <translation>Please type the word “%1”.</translation>
    </message>
    <message id="restore.busy">
        <source>The code is being checked …</source>
        <translation>The code is being checked …</translation>
    </message>
    <message id="restore.camera">
        <source>Hold the key sheet in front of the camera</source>
        <translation>Hold the key sheet in front of the camera</translation>
    </message>
    <message id="restore.camera.none">
        <source>Not possible: this computer has no camera.</source>
        <translation>Not possible: this computer has no camera.</translation>
    </message>
    <message id="restore.camera.note">
        <source>You need not type anything.</source>
        <translation>You need not type anything.</translation>
    </message>
    <message id="restore.code">
        <source>Key code from your sheet</source>
        <translation>Key code from your sheet</translation>
    </message>
    <message id="restore.code.help">
        <source>48 characters in twelve groups. Spaces do not matter.</source>
        <translation>48 characters in twelve groups. Spaces do not matter.</translation>
    </message>
    <message id="restore.code.hide">
        <source>Hide the code</source>
        <translation>Hide the code</translation>
    </message>
    <message id="restore.code.paste">
        <source>Paste</source>
        <translation>Paste</translation>
    </message>
    <message id="restore.code.show">
        <source>Show the code</source>
        <translation>Show the code</translation>
    </message>
    <message id="restore.device">
        <source>Use another device</source>
        <translation>Use another device</translation>
    </message>
    <message id="restore.device.again">
        <source>Confirm once more</source>
        <translation>Confirm once more</translation>
    </message>
    <message id="restore.device.incomplete">
        <source>This device is confirmed. But the key of your older messages did not come along.</source>
        <translation>This device is confirmed. But the key of your older messages did not come along.</translation>
    </message>
    <message id="restore.device.incomplete.effect">
        <source>You can read and write new messages.</source>
        <translation>You can read and write new messages.</translation>
    </message>
    <message id="restore.device.keepOn">
        <source>Please keep it switched on and online. This often takes less than a minute.</source>
        <translation>Please keep it switched on and online. This often takes less than a minute.</translation>
    </message>
    <message id="restore.device.none">
        <source>Not possible: there is no other device that you have confirmed.</source>
        <translation>Not possible: there is no other device that you have confirmed.</translation>
    </message>
    <message id="restore.device.silent">
        <source>Your other device has not answered yet.</source>
        <translation>Your other device has not answered yet.</translation>
    </message>
    <message id="restore.device.silent.effect">
        <source>We go on waiting.</source>
        <translation>We go on waiting.</translation>
    </message>
    <message id="restore.device.silent.next">
        <source>Please keep it switched on, and look whether it is online.</source>
        <translation>Please keep it switched on, and look whether it is online.</translation>
    </message>
    <message id="restore.device.useCode">
        <source>Rather use the key sheet</source>
        <translation>Rather use the key sheet</translation>
    </message>
    <message id="restore.device.useSheet">
        <source>For older messages, use your key sheet.</source>
        <translation>For older messages, use your key sheet.</translation>
    </message>
    <message id="restore.device.waiting">
        <source>Your other device is sending the keys …</source>
        <translation>Your other device is sending the keys …</translation>
    </message>
    <message id="restore.device.which">
        <source>Hold one of these ready: %1.</source>
        <extracomment>%1 are names of devices</extracomment>
        <translation>Hold one of these ready: %1.</translation>
    </message>
    <message id="restore.device.wrongKey">
        <source>This device is confirmed. But the key that the other device has sent does not fit.</source>
        <translation>This device is confirmed. But the key that the other device has sent does not fit.</translation>
    </message>
    <message id="restore.device.wrongKey.effect">
        <source>For your protection we have not used it.</source>
        <translation>For your protection we have not used it.</translation>
    </message>
    <message id="restore.done">
        <source>Your chats are back.</source>
        <translation>Your chats are back.</translation>
    </message>
    <message id="restore.done.code">
        <source>The code fits. Your chats are being saved again.</source>
        <translation>The code fits. Your chats are being saved again.</translation>
    </message>
    <message id="restore.drop">
        <source>Let go: we read the code from this file.</source>
        <translation>Let go: we read the code from this file.</translation>
    </message>
    <message id="restore.failed">
        <source>Your chats could not be brought back at the moment.</source>
        <translation>Your chats could not be brought back at the moment.</translation>
    </message>
    <message id="restore.failed.effect">
        <source>Nothing is lost. What is back already stays.</source>
        <translation>Nothing is lost. What is back already stays.</translation>
    </message>
    <message id="restore.file.several">
        <source>These are several files.</source>
        <translation>These are several files.</translation>
    </message>
    <message id="restore.file.several.next">
        <source>Choose only the one with your key sheet.</source>
        <translation>Choose only the one with your key sheet.</translation>
    </message>
    <message id="restore.file.tooSlow">
        <source>Reading this file takes too long.</source>
        <translation>Reading this file takes too long.</translation>
    </message>
    <message id="restore.foreignKeys">
        <source>Your code is right, but the stored keys do not belong to your account.</source>
        <translation>Your code is right, but the stored keys do not belong to your account.</translation>
    </message>
    <message id="restore.foreignKeys.effect">
        <source>For your protection we have not used them.</source>
        <translation>For your protection we have not used them.</translation>
    </message>
    <message id="restore.goesOn">
        <source>You do not have to wait. This goes on while you read and write.</source>
        <translation>You do not have to wait. This goes on while you read and write.</translation>
    </message>
    <message id="restore.intro">
        <source>This is how you get your chats onto this device:</source>
        <translation>This is how you get your chats onto this device:</translation>
    </message>
    <message id="restore.intro.code">
        <source>Please use the sheet that you have made last.</source>
        <translation>Please use the sheet that you have made last.</translation>
    </message>
    <message id="restore.kind.contact">
        <source>This is a contact code, not a key code.</source>
        <translation>This is a contact code, not a key code.</translation>
    </message>
    <message id="restore.kind.other">
        <source>This is another code, not a key code.</source>
        <translation>This is another code, not a key code.</translation>
    </message>
    <message id="restore.kind.signIn">
        <source>This is a code for signing in, not a key code.</source>
        <translation>This is a code for signing in, not a key code.</translation>
    </message>
    <message id="restore.kind.verification">
        <source>This is a code for comparing two devices, not a key code.</source>
        <translation>This is a code for comparing two devices, not a key code.</translation>
    </message>
    <message id="restore.next.useSheet">
        <source>Hold your key sheet ready and choose or type its code.</source>
        <translation>Hold your key sheet ready and choose or type its code.</translation>
    </message>
    <message id="restore.noConnection">
        <source>The server could not be asked.</source>
        <translation>The server could not be asked.</translation>
    </message>
    <message id="restore.notACode">
        <source>This is not a key code yet.</source>
        <translation>This is not a key code yet.</translation>
    </message>
    <message id="restore.notACode.next">
        <source>It is no password: twelve groups of four characters, beginning with Es. Compare it with your sheet.</source>
        <translation>It is no password: twelve groups of four characters, beginning with Es. Compare it with your sheet.</translation>
    </message>
    <message id="restore.nothingLeft">
        <source>I have none of these</source>
        <translation>I have none of these</translation>
    </message>
    <message id="restore.nothingLeft.note">
        <source>Begin with new keys. What was written before cannot be read then.</source>
        <translation>Begin with new keys. What was written before cannot be read then.</translation>
    </message>
    <message id="restore.nothingToOpen">
        <source>For your account no keys are stored yet.</source>
        <translation>For your account no keys are stored yet.</translation>
    </message>
    <message id="restore.nothingToOpen.effect">
        <source>There is nothing that a code could open. Your code is not the reason.</source>
        <translation>There is nothing that a code could open. Your code is not the reason.</translation>
    </message>
    <message id="restore.nothingToOpen.next">
        <source>Check whether you are signed in with the right account. Otherwise just go on with “Later”.</source>
        <translation>Check whether you are signed in with the right account. Otherwise just go on with “Later”.</translation>
    </message>
    <message id="restore.partly">
        <source>Most of your chats are back, but some of the saved keys are damaged.</source>
        <translation>Most of your chats are back, but some of the saved keys are damaged.</translation>
    </message>
    <message id="restore.partly.effect">
        <source>A few older messages stay unreadable. New messages are not affected.</source>
        <translation>A few older messages stay unreadable. New messages are not affected.</translation>
    </message>
    <message id="restore.partly.next">
        <source>If you miss something important, ask the other side to send it again.</source>
        <translation>If you miss something important, ask the other side to send it again.</translation>
    </message>
    <message id="restore.passphrase">
        <source>I have a password for my keys</source>
        <translation>I have a password for my keys</translation>
    </message>
    <message id="restore.passphrase.busy">
        <source>The password is being checked. That takes a few seconds …</source>
        <translation>The password is being checked. That takes a few seconds …</translation>
    </message>
    <message id="restore.passphrase.help">
        <source>Capital and small letters matter.</source>
        <translation>Capital and small letters matter.</translation>
    </message>
    <message id="restore.passphrase.label">
        <source>Password for your keys</source>
        <translation>Password for your keys</translation>
    </message>
    <message id="restore.passphrase.none">
        <source>No password is typed yet.</source>
        <translation>No password is typed yet.</translation>
    </message>
    <message id="restore.passphrase.none.next">
        <source>Type the password that you have given your keys in the other program.</source>
        <translation>Type the password that you have given your keys in the other program.</translation>
    </message>
    <message id="restore.passphrase.note">
        <source>It was chosen in another program. It is not the password of your sign-in.</source>
        <translation>It was chosen in another program. It is not the password of your sign-in.</translation>
    </message>
    <message id="restore.passphrase.refused">
        <source>The server gives unsafe rules for this password.</source>
        <translation>The server gives unsafe rules for this password.</translation>
    </message>
    <message id="restore.passphrase.refused.effect">
        <source>With them, others could guess it. For your protection we have not used it.</source>
        <translation>With them, others could guess it. For your protection we have not used it.</translation>
    </message>
    <message id="restore.passphrase.refused.next">
        <source>Take your key code or another device. If you have neither, call your health insurer.</source>
        <translation>Take your key code or another device. If you have neither, call your health insurer.</translation>
    </message>
    <message id="restore.passphrase.replaced">
        <source>This password belongs to keys that were replaced by newer ones.</source>
        <translation>This password belongs to keys that were replaced by newer ones.</translation>
    </message>
    <message id="restore.passphrase.replaced.next">
        <source>Take the password or the key code that was set up last.</source>
        <translation>Take the password or the key code that was set up last.</translation>
    </message>
    <message id="restore.passphrase.start">
        <source>Use this password</source>
        <translation>Use this password</translation>
    </message>
    <message id="restore.passphrase.wrong">
        <source>This password does not fit your keys.</source>
        <translation>This password does not fit your keys.</translation>
    </message>
    <message id="restore.passphrase.wrong.next">
        <source>Capital and small letters matter. It is not the password of your sign-in.</source>
        <translation>Capital and small letters matter. It is not the password of your sign-in.</translation>
    </message>
    <message id="restore.pdf.noCode">
        <source>No QR code was found on the first five pages of this PDF.</source>
        <translation>No QR code was found on the first five pages of this PDF.</translation>
    </message>
    <message id="restore.pdf.notReadable">
        <source>This PDF is damaged and cannot be opened.</source>
        <translation>This PDF is damaged and cannot be opened.</translation>
    </message>
    <message id="restore.pdf.protected">
        <source>This PDF is protected with a password.</source>
        <translation>This PDF is protected with a password.</translation>
    </message>
    <message id="restore.pdf.protected.next">
        <source>Open the PDF in another program, copy the twelve groups and paste them here.</source>
        <translation>Open the PDF in another program, copy the twelve groups and paste them here.</translation>
    </message>
    <message id="restore.pdf.tooLarge">
        <source>This PDF is too large.</source>
        <translation>This PDF is too large.</translation>
    </message>
    <message id="restore.pdf.tooLarge.next">
        <source>Choose a PDF with at most 20 megabytes, or type the code.</source>
        <translation>Choose a PDF with at most 20 megabytes, or type the code.</translation>
    </message>
    <message id="restore.picture">
        <source>Choose a picture or the PDF of the key sheet</source>
        <translation>Choose a picture or the PDF of the key sheet</translation>
    </message>
    <message id="restore.picture.accept">
        <source>Choose</source>
        <translation>Choose</translation>
    </message>
    <message id="restore.picture.allFiles">
        <source>All files</source>
        <translation>All files</translation>
    </message>
    <message id="restore.picture.another">
        <source>Choose a photo, a scan or the PDF of your key sheet, or type the code.</source>
        <translation>Choose a photo, a scan or the PDF of your key sheet, or type the code.</translation>
    </message>
    <message id="restore.picture.filter">
        <source>Pictures and PDF</source>
        <translation>Pictures and PDF</translation>
    </message>
    <message id="restore.picture.noCode">
        <source>No QR code was found in this picture.</source>
        <translation>No QR code was found in this picture.</translation>
    </message>
    <message id="restore.picture.noCode.next">
        <source>Take the picture from straight above and in good light, or type the code.</source>
        <translation>Take the picture from straight above and in good light, or type the code.</translation>
    </message>
    <message id="restore.picture.notReadable">
        <source>This file is neither a picture nor a PDF that can be read.</source>
        <translation>This file is neither a picture nor a PDF that can be read.</translation>
    </message>
    <message id="restore.picture.note">
        <source>A photo, a scan or the saved PDF. You can also drag the file onto this page.</source>
        <translation>A photo, a scan or the saved PDF. You can also drag the file onto this page.</translation>
    </message>
    <message id="restore.picture.tooLarge">
        <source>This picture is too large.</source>
        <translation>This picture is too large.</translation>
    </message>
    <message id="restore.picture.tooLarge.next">
        <source>Choose a picture with at most 50 megapixels, or type the code.</source>
        <translation>Choose a picture with at most 50 megapixels, or type the code.</translation>
    </message>
    <message id="restore.replacedCode">
        <source>This sheet was replaced by a newer one.</source>
        <translation>This sheet was replaced by a newer one.</translation>
    </message>
    <message id="restore.replacedCode.next">
        <source>Look for the sheet with the later date.</source>
        <translation>Look for the sheet with the later date.</translation>
    </message>
    <message id="restore.start">
        <source>Bring my chats back</source>
        <translation>Bring my chats back</translation>
    </message>
    <message id="restore.start.code">
        <source>Use this code</source>
        <translation>Use this code</translation>
    </message>
    <message id="restore.title">
        <source>Welcome back</source>
        <translation>Welcome back</translation>
    </message>
    <message id="restore.toChats">
        <source>Go to my chats</source>
        <translation>Go to my chats</translation>
    </message>
    <message id="restore.typingError">
        <source>At least one character is not right.</source>
        <translation>At least one character is not right.</translation>
    </message>
    <message id="restore.typingError.next">
        <source>Compare group by group with your sheet. Capital and small letters matter.</source>
        <translation>Compare group by group with your sheet. Capital and small letters matter.</translation>
    </message>
    <message id="restore.wrongCode">
        <source>This code is well written, but it belongs to another account.</source>
        <translation>This code is well written, but it belongs to another account.</translation>
    </message>
    <message id="restore.wrongCode.next">
        <source>Look for the sheet that has your address on it.</source>
        <translation>Look for the sheet that has your address on it.</translation>
    </message>
    <message id="room.back">
        <source>Back to the list</source>
        <translation>Back to the list</translation>
    </message>
    <message id="room.cannotWrite.notEncrypted">
        <source>This chat is not encrypted. For your protection you cannot write here.</source>
        <translation>This chat is not encrypted. For your protection you cannot write here.</translation>
    </message>
    <message id="room.cannotWrite.notJoined">
        <source>You are no longer in this chat. You can read what was written until then.</source>
        <translation>You are no longer in this chat. You can read what was written until then.</translation>
    </message>
    <message id="room.cannotWrite.notPermitted">
        <source>In this chat only some people may write. You can read everything.</source>
        <translation>In this chat only some people may write. You can read everything.</translation>
    </message>
    <message id="room.cannotWrite.upgraded">
        <source>This chat goes on in a new chat. You find it in your list.</source>
        <translation>This chat goes on in a new chat. You find it in your list.</translation>
    </message>
    <message id="room.empty.text">
        <source>What you write here can only be read by the people in this chat.</source>
        <translation>What you write here can only be read by the people in this chat.</translation>
    </message>
    <message id="room.empty.title">
        <source>Nobody has written here yet</source>
        <translation>Nobody has written here yet</translation>
    </message>
    <message id="room.encrypted">
        <source>encrypted</source>
        <translation>encrypted</translation>
    </message>
    <message id="room.loading">
        <source>Messages are being loaded …</source>
        <translation>Messages are being loaded …</translation>
    </message>
    <message id="room.loadingOlder">
        <source>Older messages are being fetched …</source>
        <translation>Older messages are being fetched …</translation>
    </message>
    <message id="room.members" numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message id="room.messages">
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message id="room.notEncrypted">
        <source>not encrypted</source>
        <translation>not encrypted</translation>
    </message>
    <message id="room.pane">
        <source>Chat with %1</source>
        <translation>Chat with %1</translation>
    </message>
    <message id="room.start">
        <source>The chat begins here.</source>
        <translation>The chat begins here.</translation>
    </message>
    <message id="room.toNewest">
        <source>To the newest message</source>
        <translation>To the newest message</translation>
    </message>
    <message id="room.typing.many">
        <source>Several people are writing …</source>
        <translation>Several people are writing …</translation>
    </message>
    <message id="room.typing.one">
        <source>%1 is writing …</source>
        <translation>%1 is writing …</translation>
    </message>
    <message id="room.unnamed">
        <source>Chat without a name</source>
        <translation>Chat without a name</translation>
    </message>
    <message id="rooms.empty.text">
        <source>Start a chat with “New”, or wait until somebody writes to you.</source>
        <translation>Start a chat with “New”, or wait until somebody writes to you.</translation>
    </message>
    <message id="rooms.empty.title">
        <source>You have no chats yet</source>
        <translation>You have no chats yet</translation>
    </message>
    <message id="rooms.invitation">
        <source>Invitation</source>
        <translation>Invitation</translation>
    </message>
    <message id="rooms.last">
        <source>last: %1</source>
        <translation>last: %1</translation>
    </message>
    <message id="rooms.loading">
        <source>Your chats are being loaded …</source>
        <translation>Your chats are being loaded …</translation>
    </message>
    <message id="rooms.new">
        <source>New</source>
        <translation>New</translation>
    </message>
    <message id="rooms.newChat">
        <source>New chat</source>
        <translation>New chat</translation>
    </message>
    <message id="rooms.preview.audio">
        <source>Sound recording</source>
        <translation>Sound recording</translation>
    </message>
    <message id="rooms.preview.deleted">
        <source>Message deleted</source>
        <translation>Message deleted</translation>
    </message>
    <message id="rooms.preview.failed">
        <source>Not sent. Please open the chat.</source>
        <translation>Not sent. Please open the chat.</translation>
    </message>
    <message id="rooms.preview.image">
        <source>Picture</source>
        <translation>Picture</translation>
    </message>
    <message id="rooms.preview.invited">
        <source>You are invited to this chat</source>
        <translation>You are invited to this chat</translation>
    </message>
    <message id="rooms.preview.invitedBy">
        <source>%1 invites you to a chat</source>
        <translation>%1 invites you to a chat</translation>
    </message>
    <message id="rooms.preview.location">
        <source>Location</source>
        <translation>Location</translation>
    </message>
    <message id="rooms.preview.membership">
        <source>Somebody joined or left the chat</source>
        <translation>Somebody joined or left the chat</translation>
    </message>
    <message id="rooms.preview.none">
        <source>No message yet</source>
        <translation>No message yet</translation>
    </message>
    <message id="rooms.preview.own">
        <source>You: %1</source>
        <translation>You: %1</translation>
    </message>
    <message id="rooms.preview.sender">
        <source>%1: %2</source>
        <extracomment>%1 is the sender's name, %2 the message</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message id="rooms.preview.undecryptable">
        <source>Message cannot be opened yet</source>
        <translation>Message cannot be opened yet</translation>
    </message>
    <message id="rooms.preview.unsupported">
        <source>Message of an unknown kind</source>
        <translation>Message of an unknown kind</translation>
    </message>
    <message id="rooms.preview.video">
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message id="rooms.preview.waiting">
        <source>Waiting to be sent: %1</source>
        <translation>Waiting to be sent: %1</translation>
    </message>
    <message id="rooms.unread" numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
        </translation>
    </message>
    <message id="sas.aeroplane">
        <source>Aeroplane</source>
        <translation>Aeroplane</translation>
    </message>
    <message id="sas.anchor">
        <source>Anchor</source>
        <translation>Anchor</translation>
    </message>
    <message id="sas.apple">
        <source>Apple</source>
        <translation>Apple</translation>
    </message>
    <message id="sas.ball">
        <source>Ball</source>
        <translation>Ball</translation>
    </message>
    <message id="sas.banana">
        <source>Banana</source>
        <translation>Banana</translation>
    </message>
    <message id="sas.bell">
        <source>Bell</source>
        <translation>Bell</translation>
    </message>
    <message id="sas.bicycle">
        <source>Bicycle</source>
        <translation>Bicycle</translation>
    </message>
    <message id="sas.book">
        <source>Book</source>
        <translation>Book</translation>
    </message>
    <message id="sas.butterfly">
        <source>Butterfly</source>
        <translation>Butterfly</translation>
    </message>
    <message id="sas.cactus">
        <source>Cactus</source>
        <translation>Cactus</translation>
    </message>
    <message id="sas.cake">
        <source>Cake</source>
        <translation>Cake</translation>
    </message>
    <message id="sas.cat">
        <source>Cat</source>
        <translation>Cat</translation>
    </message>
    <message id="sas.clock">
        <source>Clock</source>
        <translation>Clock</translation>
    </message>
    <message id="sas.cloud">
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message id="sas.corn">
        <source>Corn</source>
        <translation>Corn</translation>
    </message>
    <message id="sas.dog">
        <source>Dog</source>
        <translation>Dog</translation>
    </message>
    <message id="sas.elephant">
        <source>Elephant</source>
        <translation>Elephant</translation>
    </message>
    <message id="sas.fire">
        <source>Fire</source>
        <translation>Fire</translation>
    </message>
    <message id="sas.fish">
        <source>Fish</source>
        <translation>Fish</translation>
    </message>
    <message id="sas.flag">
        <source>Flag</source>
        <translation>Flag</translation>
    </message>
    <message id="sas.flower">
        <source>Flower</source>
        <translation>Flower</translation>
    </message>
    <message id="sas.folder">
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message id="sas.gift">
        <source>Gift</source>
        <translation>Gift</translation>
    </message>
    <message id="sas.glasses">
        <source>Glasses</source>
        <translation>Glasses</translation>
    </message>
    <message id="sas.globe">
        <source>Globe</source>
        <translation>Globe</translation>
    </message>
    <message id="sas.guitar">
        <source>Guitar</source>
        <translation>Guitar</translation>
    </message>
    <message id="sas.hammer">
        <source>Hammer</source>
        <translation>Hammer</translation>
    </message>
    <message id="sas.hat">
        <source>Hat</source>
        <translation>Hat</translation>
    </message>
    <message id="sas.headphones">
        <source>Headphones</source>
        <translation>Headphones</translation>
    </message>
    <message id="sas.heart">
        <source>Heart</source>
        <translation>Heart</translation>
    </message>
    <message id="sas.horse">
        <source>Horse</source>
        <translation>Horse</translation>
    </message>
    <message id="sas.hourglass">
        <source>Hourglass</source>
        <translation>Hourglass</translation>
    </message>
    <message id="sas.key">
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message id="sas.lightBulb">
        <source>Light Bulb</source>
        <translation>Light Bulb</translation>
    </message>
    <message id="sas.lion">
        <source>Lion</source>
        <translation>Lion</translation>
    </message>
    <message id="sas.lock">
        <source>Lock</source>
        <translation>Lock</translation>
    </message>
    <message id="sas.moon">
        <source>Moon</source>
        <translation>Moon</translation>
    </message>
    <message id="sas.mushroom">
        <source>Mushroom</source>
        <translation>Mushroom</translation>
    </message>
    <message id="sas.octopus">
        <source>Octopus</source>
        <translation>Octopus</translation>
    </message>
    <message id="sas.panda">
        <source>Panda</source>
        <translation>Panda</translation>
    </message>
    <message id="sas.paperclip">
        <source>Paperclip</source>
        <translation>Paperclip</translation>
    </message>
    <message id="sas.pencil">
        <source>Pencil</source>
        <translation>Pencil</translation>
    </message>
    <message id="sas.penguin">
        <source>Penguin</source>
        <translation>Penguin</translation>
    </message>
    <message id="sas.pig">
        <source>Pig</source>
        <translation>Pig</translation>
    </message>
    <message id="sas.pin">
        <source>Pin</source>
        <translation>Pin</translation>
    </message>
    <message id="sas.pizza">
        <source>Pizza</source>
        <translation>Pizza</translation>
    </message>
    <message id="sas.rabbit">
        <source>Rabbit</source>
        <translation>Rabbit</translation>
    </message>
    <message id="sas.robot">
        <source>Robot</source>
        <translation>Robot</translation>
    </message>
    <message id="sas.rocket">
        <source>Rocket</source>
        <translation>Rocket</translation>
    </message>
    <message id="sas.rooster">
        <source>Rooster</source>
        <translation>Rooster</translation>
    </message>
    <message id="sas.santa">
        <source>Santa</source>
        <translation>Santa</translation>
    </message>
    <message id="sas.scissors">
        <source>Scissors</source>
        <translation>Scissors</translation>
    </message>
    <message id="sas.smiley">
        <source>Smiley</source>
        <translation>Smiley</translation>
    </message>
    <message id="sas.spanner">
        <source>Spanner</source>
        <translation>Spanner</translation>
    </message>
    <message id="sas.strawberry">
        <source>Strawberry</source>
        <translation>Strawberry</translation>
    </message>
    <message id="sas.telephone">
        <source>Telephone</source>
        <translation>Telephone</translation>
    </message>
    <message id="sas.thumbsUp">
        <source>Thumbs Up</source>
        <translation>Thumbs Up</translation>
    </message>
    <message id="sas.train">
        <source>Train</source>
        <translation>Train</translation>
    </message>
    <message id="sas.tree">
        <source>Tree</source>
        <translation>Tree</translation>
    </message>
    <message id="sas.trophy">
        <source>Trophy</source>
        <translation>Trophy</translation>
    </message>
    <message id="sas.trumpet">
        <source>Trumpet</source>
        <translation>Trumpet</translation>
    </message>
    <message id="sas.turtle">
        <source>Turtle</source>
        <translation>Turtle</translation>
    </message>
    <message id="sas.umbrella">
        <source>Umbrella</source>
        <translation>Umbrella</translation>
    </message>
    <message id="sas.unicorn">
        <source>Unicorn</source>
        <translation>Unicorn</translation>
    </message>
    <message id="scan.busy">
        <source>The camera gives no picture. Perhaps another program is using it.</source>
        <translation>The camera gives no picture. Perhaps another program is using it.</translation>
    </message>
    <message id="scan.busy.next">
        <source>Close the other program and try again. Or go back and take another way.</source>
        <translation>Close the other program and try again. Or go back and take another way.</translation>
    </message>
    <message id="scan.gone">
        <source>The camera is not there any more.</source>
        <translation>The camera is not there any more.</translation>
    </message>
    <message id="scan.gone.next">
        <source>Plug it in again and try again. Or go back and take another way.</source>
        <translation>Plug it in again and try again. Or go back and take another way.</translation>
    </message>
    <message id="scan.intro.code">
        <source>Hold the screen with the code upright and still, about as far away as your hand is long.</source>
        <translation>Hold the screen with the code upright and still, about as far away as your hand is long.</translation>
    </message>
    <message id="scan.intro.sheet">
        <source>Hold the sheet upright and still, so that the square code fills about half of the picture.</source>
        <translation>Hold the sheet upright and still, so that the square code fills about half of the picture.</translation>
    </message>
    <message id="scan.looking">
        <source>The camera is on. We are looking for the code …</source>
        <translation>The camera is on. We are looking for the code …</translation>
    </message>
    <message id="scan.next.sheet">
        <source>Hold your key sheet in front of the camera.</source>
        <translation>Hold your key sheet in front of the camera.</translation>
    </message>
    <message id="scan.otherWay">
        <source>Take another way</source>
        <translation>Take another way</translation>
    </message>
    <message id="scan.picture">
        <source>Picture of the camera</source>
        <translation>Picture of the camera</translation>
    </message>
    <message id="scan.private">
        <source>No picture is kept or sent. The camera goes off by itself as soon as the code is read.</source>
        <translation>No picture is kept or sent. The camera goes off by itself as soon as the code is read.</translation>
    </message>
    <message id="scan.refused">
        <source>This program may not use the camera.</source>
        <translation>This program may not use the camera.</translation>
    </message>
    <message id="scan.refused.next">
        <source>Allow it in the settings of your computer. Or go back and take another way.</source>
        <translation>Allow it in the settings of your computer. Or go back and take another way.</translation>
    </message>
    <message id="scan.starting">
        <source>The camera is being switched on …</source>
        <translation>The camera is being switched on …</translation>
    </message>
    <message id="scan.title.code">
        <source>Hold the code in front of the camera</source>
        <translation>Hold the code in front of the camera</translation>
    </message>
    <message id="settings.account">
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message id="settings.colours">
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message id="settings.keys">
        <source>Keys of your messages</source>
        <translation>Keys of your messages</translation>
    </message>
    <message id="settings.keys.read.note">
        <source>From a file that you have saved on another device or with another program.</source>
        <translation>From a file that you have saved on another device or with another program.</translation>
    </message>
    <message id="settings.keys.renew.note">
        <source>If somebody has got hold of your key sheet or of one of your devices.</source>
        <translation>If somebody has got hold of your key sheet or of one of your devices.</translation>
    </message>
    <message id="settings.keys.save.note">
        <source>In a file that a password opens.</source>
        <translation>In a file that a password opens.</translation>
    </message>
    <message id="settings.language">
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message id="settings.motion">
        <source>Movement</source>
        <translation>Movement</translation>
    </message>
    <message id="settings.reducedMotion">
        <source>Less movement</source>
        <translation>Less movement</translation>
    </message>
    <message id="settings.reducedMotion.note">
        <source>Nothing on the screen slides or pulses.</source>
        <translation>Nothing on the screen slides or pulses.</translation>
    </message>
    <message id="settings.textSize">
        <source>Text size</source>
        <translation>Text size</translation>
    </message>
    <message id="settings.textSize.large">
        <source>Large</source>
        <translation>Large</translation>
    </message>
    <message id="settings.textSize.larger">
        <source>A little larger</source>
        <translation>A little larger</translation>
    </message>
    <message id="settings.textSize.largest">
        <source>Largest</source>
        <translation>Largest</translation>
    </message>
    <message id="settings.textSize.normal">
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message id="settings.textSize.veryLarge">
        <source>Very large</source>
        <translation>Very large</translation>
    </message>
    <message id="settings.theme.contrast">
        <source>Strong contrast</source>
        <translation>Strong contrast</translation>
    </message>
    <message id="settings.theme.dark">
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message id="settings.theme.light">
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message id="settings.theme.system">
        <source>Like the device</source>
        <translation>Like the device</translation>
    </message>
    <message id="settings.version">
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message id="startError.next">
        <source>What you can do</source>
        <translation>What you can do</translation>
    </message>
    <message id="startError.title">
        <source>Your chats cannot be opened right now</source>
        <translation>Your chats cannot be opened right now</translation>
    </message>
    <message id="switch.off">
        <source>Off</source>
        <translation>Off</translation>
    </message>
    <message id="switch.on">
        <source>On</source>
        <translation>On</translation>
    </message>
    <message id="timeline.change.banned">
        <source>%1 banned %2 from the chat.</source>
        <translation>%1 banned %2 from the chat.</translation>
    </message>
    <message id="timeline.change.created">
        <source>%1 started the chat.</source>
        <translation>%1 started the chat.</translation>
    </message>
    <message id="timeline.change.encryption">
        <source>Messages in this chat are encrypted from now on.</source>
        <translation>Messages in this chat are encrypted from now on.</translation>
    </message>
    <message id="timeline.change.historyVisibility">
        <source>%1 changed who can read older messages.</source>
        <translation>%1 changed who can read older messages.</translation>
    </message>
    <message id="timeline.change.invited">
        <source>%1 invited %2.</source>
        <translation>%1 invited %2.</translation>
    </message>
    <message id="timeline.change.joined">
        <source>%1 joined the chat.</source>
        <translation>%1 joined the chat.</translation>
    </message>
    <message id="timeline.change.kicked">
        <source>%1 removed %2 from the chat.</source>
        <translation>%1 removed %2 from the chat.</translation>
    </message>
    <message id="timeline.change.left">
        <source>%1 left the chat.</source>
        <translation>%1 left the chat.</translation>
    </message>
    <message id="timeline.change.other">
        <source>%1 changed a setting of the chat.</source>
        <translation>%1 changed a setting of the chat.</translation>
    </message>
    <message id="timeline.change.profileName">
        <source>%1 is now called %2.</source>
        <translation>%1 is now called %2.</translation>
    </message>
    <message id="timeline.change.rejected">
        <source>%1 declined the invitation.</source>
        <translation>%1 declined the invitation.</translation>
    </message>
    <message id="timeline.change.roomName">
        <source>%1 named the chat “%2”.</source>
        <translation>%1 named the chat “%2”.</translation>
    </message>
    <message id="timeline.change.topic">
        <source>%1 changed the topic: “%2”.</source>
        <translation>%1 changed the topic: “%2”.</translation>
    </message>
    <message id="timeline.change.upgraded">
        <source>This chat goes on in a new chat.</source>
        <translation>This chat goes on in a new chat.</translation>
    </message>
    <message id="timeline.deleted.by">
        <source>%1 deleted this message.</source>
        <translation>%1 deleted this message.</translation>
    </message>
    <message id="timeline.deleted.byAt">
        <source>%1 deleted this message – %2.</source>
        <translation>%1 deleted this message – %2.</translation>
    </message>
    <message id="timeline.deleted.own">
        <source>You deleted this message.</source>
        <translation>You deleted this message.</translation>
    </message>
    <message id="timeline.deleted.unknown">
        <source>This message was deleted.</source>
        <translation>This message was deleted.</translation>
    </message>
    <message id="timeline.discard">
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message id="timeline.discard.confirm">
        <source>Discard message</source>
        <translation>Discard message</translation>
    </message>
    <message id="timeline.discard.text">
        <source>The message was not sent. It is removed from this chat and nobody receives it.</source>
        <translation>The message was not sent. It is removed from this chat and nobody receives it.</translation>
    </message>
    <message id="timeline.discard.title">
        <source>Discard this message?</source>
        <translation>Discard this message?</translation>
    </message>
    <message id="timeline.edited">
        <source>edited</source>
        <translation>edited</translation>
    </message>
    <message id="timeline.file.audio">
        <source>Sound recording</source>
        <translation>Sound recording</translation>
    </message>
    <message id="timeline.file.file">
        <source>File</source>
        <translation>File</translation>
    </message>
    <message id="timeline.file.image">
        <source>Picture</source>
        <translation>Picture</translation>
    </message>
    <message id="timeline.file.pdf">
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message id="timeline.file.unnamed">
        <source>File without a name</source>
        <translation>File without a name</translation>
    </message>
    <message id="timeline.file.video">
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message id="timeline.gap">
        <source>Older messages are missing here. They are being fetched.</source>
        <translation>Older messages are missing here. They are being fetched.</translation>
    </message>
    <message id="timeline.location">
        <source>A location was shared: %1</source>
        <translation>A location was shared: %1</translation>
    </message>
    <message id="timeline.reactions">
        <source>Reactions: %1</source>
        <translation>Reactions: %1</translation>
    </message>
    <message id="timeline.reply.spoken">
        <source>in reply to %1: %2</source>
        <translation>in reply to %1: %2</translation>
    </message>
    <message id="timeline.reply.unknown">
        <source>Message not loaded</source>
        <translation>Message not loaded</translation>
    </message>
    <message id="timeline.retry">
        <source>Send again</source>
        <translation>Send again</translation>
    </message>
    <message id="timeline.state.failed">
        <source>not sent</source>
        <translation>not sent</translation>
    </message>
    <message id="timeline.state.read">
        <source>read</source>
        <translation>read</translation>
    </message>
    <message id="timeline.state.sending">
        <source>being sent</source>
        <translation>being sent</translation>
    </message>
    <message id="timeline.state.sent">
        <source>sent</source>
        <translation>sent</translation>
    </message>
    <message id="timeline.state.waiting">
        <source>waiting for connection</source>
        <translation>waiting for connection</translation>
    </message>
    <message id="timeline.timeUncertain">
        <source>Time uncertain</source>
        <translation>Time uncertain</translation>
    </message>
    <message id="timeline.unreadable.askPerson">
        <source>Ask the person in another way whether they wrote to you.</source>
        <translation>Ask the person in another way whether they wrote to you.</translation>
    </message>
    <message id="timeline.unreadable.askSender">
        <source>Ask the sender to send the message again.</source>
        <translation>Ask the sender to send the message again.</translation>
    </message>
    <message id="timeline.unreadable.codeHelps">
        <source>With your key code you can perhaps read it.</source>
        <translation>With your key code you can perhaps read it.</translation>
    </message>
    <message id="timeline.unreadable.confirmDevice">
        <source>Confirm this device with your key code. Then ask for the message again.</source>
        <translation>Confirm this device with your key code. Then ask for the message again.</translation>
    </message>
    <message id="timeline.unreadable.keepTrying">
        <source>We keep trying. You do not have to do anything.</source>
        <translation>We keep trying. You do not have to do anything.</translation>
    </message>
    <message id="timeline.unreadable.keysRenewed">
        <source>This message is older than your new keys. You can no longer read it here.</source>
        <translation>This message is older than your new keys. You can no longer read it here.</translation>
    </message>
    <message id="timeline.unreadable.malformed">
        <source>This message is damaged.</source>
        <translation>This message is damaged.</translation>
    </message>
    <message id="timeline.unreadable.missingKey">
        <source>We cannot open this message yet. Its key has not arrived on this device.</source>
        <translation>We cannot open this message yet. Its key has not arrived on this device.</translation>
    </message>
    <message id="timeline.unreadable.nothingToDo">
        <source>You do not have to do anything.</source>
        <translation>You do not have to do anything.</translation>
    </message>
    <message id="timeline.unreadable.readFile">
        <source>If you have saved your message keys before, you can read them in.</source>
        <translation>If you have saved your message keys before, you can read them in.</translation>
    </message>
    <message id="timeline.unreadable.replay">
        <source>This message is a copy of an older one. For your protection we do not show it.</source>
        <translation>This message is a copy of an older one. For your protection we do not show it.</translation>
    </message>
    <message id="timeline.unreadable.senderMismatch">
        <source>This message does not come from the person it claims. For your protection we do not show it.</source>
        <translation>This message does not come from the person it claims. For your protection we do not show it.</translation>
    </message>
    <message id="timeline.unreadable.unknownIndex">
        <source>We cannot open this message. Its key is only valid for later messages.</source>
        <translation>We cannot open this message. Its key is only valid for later messages.</translation>
    </message>
    <message id="timeline.unreadable.unsupported">
        <source>This message is encrypted in a way that we do not know.</source>
        <translation>This message is encrypted in a way that we do not know.</translation>
    </message>
    <message id="timeline.unreadable.untrustedDevice">
        <source>This message comes from a device that its owner has not confirmed. For your protection we do not show it.</source>
        <translation>This message comes from a device that its owner has not confirmed. For your protection we do not show it.</translation>
    </message>
    <message id="timeline.unreadable.withheld">
        <source>The sender has not shared the key of this message with this device.</source>
        <translation>The sender has not shared the key of this message with this device.</translation>
    </message>
    <message id="timeline.unreadable.withheldUnverified">
        <source>The sender only shares keys with devices that have been confirmed.</source>
        <translation>The sender only shares keys with devices that have been confirmed.</translation>
    </message>
    <message id="timeline.unsupported">
        <source>This message is of a kind that we cannot show yet.</source>
        <translation>This message is of a kind that we cannot show yet.</translation>
    </message>
    <message id="timeline.warning.notEncrypted">
        <source>This message was not encrypted.</source>
        <translation>This message was not encrypted.</translation>
    </message>
    <message id="timeline.warning.notProven">
        <source>Brought back with your key code.</source>
        <translation>Brought back with your key code.</translation>
    </message>
    <message id="timeline.you">
        <source>You</source>
        <translation>You</translation>
    </message>
    <message id="trust.cannot.ownDevice">
        <source>To compare, confirm this device first: in the settings under “My devices”.</source>
        <translation>To compare, confirm this device first: in the settings under “My devices”.</translation>
    </message>
    <message id="trust.changed">
        <source>The keys of %1 have changed</source>
        <translation>The keys of %1 have changed</translation>
    </message>
    <message id="trust.changed.blocked">
        <source>You had confirmed the old keys. Nothing is sent here until you decide. Best call, on a number that you know.</source>
        <translation>You had confirmed the old keys. Nothing is sent here until you decide. Best call, on a number that you know.</translation>
    </message>
    <message id="trust.changed.calm">
        <source>That happens when somebody sets up the messenger anew. If you are not sure, ask on a number that you know.</source>
        <translation>That happens when somebody sets up the messenger anew. If you are not sure, ask on a number that you know.</translation>
    </message>
    <message id="trust.compare">
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message id="trust.compare.text">
        <source>%1 gets a request, and both of you compare pictures. Meet for it, or call on a number that you know.</source>
        <translation>%1 gets a request, and both of you compare pictures. Meet for it, or call on a number that you know.</translation>
    </message>
    <message id="trust.confirmed">
        <source>%1 · confirmed</source>
        <translation>%1 · confirmed</translation>
    </message>
    <message id="trust.goOn">
        <source>Go on writing anyway</source>
        <translation>Go on writing anyway</translation>
    </message>
    <message id="trust.understood">
        <source>Understood</source>
        <translation>Understood</translation>
    </message>
    <message id="verify.answeredElsewhere">
        <source>Another of your devices has answered.</source>
        <translation>Another of your devices has answered.</translation>
    </message>
    <message id="verify.answeredElsewhere.effect">
        <source>Here nothing is left to do.</source>
        <translation>Here nothing is left to do.</translation>
    </message>
    <message id="verify.answeredElsewhere.next">
        <source>Go on at the device that has answered.</source>
        <translation>Go on at the device that has answered.</translation>
    </message>
    <message id="verify.asking.intro">
        <source>Take the other device into your hand and open the messenger. Accept the request there.</source>
        <translation>Take the other device into your hand and open the messenger. Accept the request there.</translation>
    </message>
    <message id="verify.background">
        <source>Go on in the background</source>
        <translation>Go on in the background</translation>
    </message>
    <message id="verify.cancelledThere">
        <source>It was cancelled on the other device.</source>
        <translation>It was cancelled on the other device.</translation>
    </message>
    <message id="verify.choose.intro">
        <source>Hold both devices ready. After that you can be sure that both are yours.</source>
        <translation>Hold both devices ready. After that you can be sure that both are yours.</translation>
    </message>
    <message id="verify.choose.title">
        <source>How do you want to compare the devices?</source>
        <translation>How do you want to compare the devices?</translation>
    </message>
    <message id="verify.code.intro">
        <source>Open the scanner of the messenger there and hold its camera in front of this screen.</source>
        <translation>Open the scanner of the messenger there and hold its camera in front of this screen.</translation>
    </message>
    <message id="verify.code.title">
        <source>Scan this code with the other device</source>
        <translation>Scan this code with the other device</translation>
    </message>
    <message id="verify.device">
        <source>Other device: %1 (mark %2)</source>
        <translation>Other device: %1 (mark %2)</translation>
    </message>
    <message id="verify.different">
        <source>The two devices did not show the same.</source>
        <translation>The two devices did not show the same.</translation>
    </message>
    <message id="verify.different.no">
        <source>No, different ones</source>
        <translation>No, different ones</translation>
    </message>
    <message id="verify.done">
        <source>Both devices now know of each other that they are yours.</source>
        <translation>Both devices now know of each other that they are yours.</translation>
    </message>
    <message id="verify.done.text">
        <source>Please leave both switched on: missing keys are handed over now, and then your chats can be read on both.</source>
        <translation>Please leave both switched on: missing keys are handed over now, and then your chats can be read on both.</translation>
    </message>
    <message id="verify.done.title">
        <source>The device is confirmed</source>
        <translation>The device is confirmed</translation>
    </message>
    <message id="verify.effect.attack">
        <source>Perhaps somebody has tried to get in between. Nothing was confirmed.</source>
        <translation>Perhaps somebody has tried to get in between. Nothing was confirmed.</translation>
    </message>
    <message id="verify.effect.nothing">
        <source>Nothing was confirmed.</source>
        <translation>Nothing was confirmed.</translation>
    </message>
    <message id="verify.failed">
        <source>The comparison was interrupted.</source>
        <translation>The comparison was interrupted.</translation>
    </message>
    <message id="verify.failed.title">
        <source>Not confirmed</source>
        <translation>Not confirmed</translation>
    </message>
    <message id="verify.file.filter">
        <source>Pictures</source>
        <translation>Pictures</translation>
    </message>
    <message id="verify.file.notReadable">
        <source>This file is not a picture that can be read.</source>
        <translation>This file is not a picture that can be read.</translation>
    </message>
    <message id="verify.file.tooLarge">
        <source>This file is too large.</source>
        <translation>This file is too large.</translation>
    </message>
    <message id="verify.foreignCode">
        <source>This code belongs to another comparison, or it is damaged.</source>
        <translation>This code belongs to another comparison, or it is damaged.</translation>
    </message>
    <message id="verify.kind.contact">
        <source>This is a contact code, not one for comparing.</source>
        <translation>This is a contact code, not one for comparing.</translation>
    </message>
    <message id="verify.kind.key">
        <source>This is the code of your key sheet. It does not belong here.</source>
        <translation>This is the code of your key sheet. It does not belong here.</translation>
    </message>
    <message id="verify.kind.key.effect">
        <source>We have not used it. Do not show it to anybody.</source>
        <translation>We have not used it. Do not show it to anybody.</translation>
    </message>
    <message id="verify.kind.other">
        <source>This is another code, not one for comparing.</source>
        <translation>This is another code, not one for comparing.</translation>
    </message>
    <message id="verify.kind.signIn">
        <source>This is a code for signing in, not for comparing.</source>
        <translation>This is a code for signing in, not for comparing.</translation>
    </message>
    <message id="verify.next.code">
        <source>Choose a picture of the code that the other device shows right now.</source>
        <translation>Choose a picture of the code that the other device shows right now.</translation>
    </message>
    <message id="verify.next.devices">
        <source>Have a look at “My devices” and sign out what you do not know. Then try again, if possible in another network.</source>
        <translation>Have a look at “My devices” and sign out what you do not know. Then try again, if possible in another network.</translation>
    </message>
    <message id="verify.next.picture">
        <source>Choose another picture, or compare pictures or numbers.</source>
        <translation>Choose another picture, or compare pictures or numbers.</translation>
    </message>
    <message id="verify.next.tryAgain">
        <source>Hold both devices ready and try again.</source>
        <translation>Hold both devices ready and try again.</translation>
    </message>
    <message id="verify.noCommonWay">
        <source>The two programs cannot compare in the same way.</source>
        <translation>The two programs cannot compare in the same way.</translation>
    </message>
    <message id="verify.noCommonWay.next">
        <source>Install the newest version on both devices and try again.</source>
        <translation>Install the newest version on both devices and try again.</translation>
    </message>
    <message id="verify.noDevice">
        <source>There is no other device that could be asked.</source>
        <translation>There is no other device that could be asked.</translation>
    </message>
    <message id="verify.noDevice.next">
        <source>Sign in on the other device first, or wait a minute if you have just done so.</source>
        <translation>Sign in on the other device first, or wait a minute if you have just done so.</translation>
    </message>
    <message id="verify.noIdentity">
        <source>Devices cannot be confirmed from here at the moment.</source>
        <translation>Devices cannot be confirmed from here at the moment.</translation>
    </message>
    <message id="verify.noIdentity.effect">
        <source>The keys of your account are not there yet, or they have changed.</source>
        <translation>The keys of your account are not there yet, or they have changed.</translation>
    </message>
    <message id="verify.noIdentity.next">
        <source>Try again in a minute. If it stays like this, call your health insurer.</source>
        <translation>Try again in a minute. If it stays like this, call your health insurer.</translation>
    </message>
    <message id="verify.notice.done">
        <source>The device “%1” is confirmed now.</source>
        <translation>The device “%1” is confirmed now.</translation>
    </message>
    <message id="verify.notice.elsewhere">
        <source>The request of the device “%1” was answered on another device.</source>
        <translation>The request of the device “%1” was answered on another device.</translation>
    </message>
    <message id="verify.notice.refused">
        <source>The server has not taken the confirmation of the device “%1”. It does not count as confirmed.</source>
        <translation>The server has not taken the confirmation of the device “%1”. It does not count as confirmed.</translation>
    </message>
    <message id="verify.notice.timedOut">
        <source>The device “%1” has asked for a comparison, but nobody answered in time. If it is yours, begin there once more.</source>
        <translation>The device “%1” has asked for a comparison, but nobody answered in time. If it is yours, begin there once more.</translation>
    </message>
    <message id="verify.notice.withdrawn">
        <source>The device “%1” does not ask for a comparison any more.</source>
        <translation>The device “%1” does not ask for a comparison any more.</translation>
    </message>
    <message id="verify.numbers">
        <source>Three numbers</source>
        <translation>Three numbers</translation>
    </message>
    <message id="verify.numbers.intro">
        <source>Compare all three, in order. So you can be sure that nobody is in between.</source>
        <translation>Compare all three, in order. So you can be sure that nobody is in between.</translation>
    </message>
    <message id="verify.numbers.title">
        <source>Does the other device show the same numbers?</source>
        <translation>Does the other device show the same numbers?</translation>
    </message>
    <message id="verify.numbers.yes">
        <source>Yes, the same numbers</source>
        <translation>Yes, the same numbers</translation>
    </message>
    <message id="verify.otherDevice">
        <source>Your other device</source>
        <translation>Your other device</translation>
    </message>
    <message id="verify.otherKeys">
        <source>The keys of the two devices do not fit each other.</source>
        <translation>The keys of the two devices do not fit each other.</translation>
    </message>
    <message id="verify.person.asking.intro">
        <source>The other person finds your request in the messenger and has to accept it there. Best call them.</source>
        <translation>The other person finds your request in the messenger and has to accept it there. Best call them.</translation>
    </message>
    <message id="verify.person.cancelledThere">
        <source>The other person has cancelled.</source>
        <translation>The other person has cancelled.</translation>
    </message>
    <message id="verify.person.choose.intro">
        <source>Meet, or call each other on a number that you know. After that you can be sure who reads along.</source>
        <translation>Meet, or call each other on a number that you know. After that you can be sure who reads along.</translation>
    </message>
    <message id="verify.person.choose.title">
        <source>How do you want to compare?</source>
        <translation>How do you want to compare?</translation>
    </message>
    <message id="verify.person.code.intro">
        <source>The other person opens the scanner of the messenger and holds the camera in front of this screen.</source>
        <translation>The other person opens the scanner of the messenger and holds the camera in front of this screen.</translation>
    </message>
    <message id="verify.person.code.title">
        <source>Let the other person scan this code</source>
        <translation>Let the other person scan this code</translation>
    </message>
    <message id="verify.person.different">
        <source>You two did not see the same.</source>
        <translation>You two did not see the same.</translation>
    </message>
    <message id="verify.person.done">
        <source>The keys belong to %1.</source>
        <translation>The keys belong to %1.</translation>
    </message>
    <message id="verify.person.done.text">
        <source>Go on writing as before. If these keys ever change, we tell you before anything is sent.</source>
        <translation>Go on writing as before. If these keys ever change, we tell you before anything is sent.</translation>
    </message>
    <message id="verify.person.done.title">
        <source>The person is confirmed</source>
        <translation>The person is confirmed</translation>
    </message>
    <message id="verify.person.forbidden">
        <source>People cannot be confirmed from here at the moment.</source>
        <translation>People cannot be confirmed from here at the moment.</translation>
    </message>
    <message id="verify.person.forbidden.effect">
        <source>This device is not confirmed itself yet, or the keys of the person have changed.</source>
        <translation>This device is not confirmed itself yet, or the keys of the person have changed.</translation>
    </message>
    <message id="verify.person.forbidden.next">
        <source>Confirm this device first. If the keys have changed, decide in the chat what you want to do.</source>
        <translation>Confirm this device first. If the keys have changed, decide in the chat what you want to do.</translation>
    </message>
    <message id="verify.person.next.call">
        <source>Write nothing confidential here for now. Call the other person on a number that you already know.</source>
        <translation>Write nothing confidential here for now. Call the other person on a number that you already know.</translation>
    </message>
    <message id="verify.person.next.tryAgain">
        <source>Agree with the other person when, and try again.</source>
        <translation>Agree with the other person when, and try again.</translation>
    </message>
    <message id="verify.person.noCommonWay.next">
        <source>Both of you install the newest version and try again.</source>
        <translation>Both of you install the newest version and try again.</translation>
    </message>
    <message id="verify.person.notFound">
        <source>This person cannot be confirmed yet.</source>
        <translation>This person cannot be confirmed yet.</translation>
    </message>
    <message id="verify.person.notFound.next">
        <source>You need an encrypted chat of just the two of you. The other person must have set up the messenger.</source>
        <translation>You need an encrypted chat of just the two of you. The other person must have set up the messenger.</translation>
    </message>
    <message id="verify.person.notice.done">
        <source>%1 is confirmed now.</source>
        <translation>%1 is confirmed now.</translation>
    </message>
    <message id="verify.person.notice.elsewhere">
        <source>The request of %1 was answered on another one of your devices.</source>
        <translation>The request of %1 was answered on another one of your devices.</translation>
    </message>
    <message id="verify.person.notice.refused">
        <source>The server has not taken the confirmation of %1. The person does not count as confirmed.</source>
        <translation>The server has not taken the confirmation of %1. The person does not count as confirmed.</translation>
    </message>
    <message id="verify.person.notice.timedOut">
        <source>%1 has asked for a comparison, but nobody answered in time. Ask the person to begin once more.</source>
        <translation>%1 has asked for a comparison, but nobody answered in time. Ask the person to begin once more.</translation>
    </message>
    <message id="verify.person.notice.withdrawn">
        <source>%1 does not ask for a comparison any more.</source>
        <translation>%1 does not ask for a comparison any more.</translation>
    </message>
    <message id="verify.person.numbers.intro">
        <source>Compare all three, in order, side by side or on the phone. Never by writing in this chat.</source>
        <translation>Compare all three, in order, side by side or on the phone. Never by writing in this chat.</translation>
    </message>
    <message id="verify.person.numbers.title">
        <source>Does the other person see the same numbers?</source>
        <translation>Does the other person see the same numbers?</translation>
    </message>
    <message id="verify.person.otherKeys">
        <source>The keys of the two sides do not fit each other.</source>
        <translation>The keys of the two sides do not fit each other.</translation>
    </message>
    <message id="verify.person.pictures.intro">
        <source>Compare all seven, in order, side by side or on the phone. Never by writing in this chat.</source>
        <translation>Compare all seven, in order, side by side or on the phone. Never by writing in this chat.</translation>
    </message>
    <message id="verify.person.pictures.title">
        <source>Does the other person see the same pictures?</source>
        <translation>Does the other person see the same pictures?</translation>
    </message>
    <message id="verify.person.refused.effect">
        <source>The person does not count as confirmed.</source>
        <translation>The person does not count as confirmed.</translation>
    </message>
    <message id="verify.person.request">
        <source>%1 (%2) wants to compare pictures with you. Only do this if you are together or on the phone with each other.</source>
        <translation>%1 (%2) wants to compare pictures with you. Only do this if you are together or on the phone with each other.</translation>
    </message>
    <message id="verify.person.scanned.intro">
        <source>The device of the other person has read the code. Have a look there before you answer.</source>
        <translation>The device of the other person has read the code. Have a look there before you answer.</translation>
    </message>
    <message id="verify.person.scanned.title">
        <source>Does it say over there that it has worked?</source>
        <translation>Does it say over there that it has worked?</translation>
    </message>
    <message id="verify.person.side">
        <source>Other person: %1 (address %2)</source>
        <translation>Other person: %1 (address %2)</translation>
    </message>
    <message id="verify.person.start">
        <source>Compare keys</source>
        <translation>Compare keys</translation>
    </message>
    <message id="verify.person.unknownDevice.next">
        <source>Try again in a minute. If it stays like this, call the other person on a number that you already know.</source>
        <translation>Try again in a minute. If it stays like this, call the other person on a number that you already know.</translation>
    </message>
    <message id="verify.person.waiting">
        <source>Waiting for the other person …</source>
        <translation>Waiting for the other person …</translation>
    </message>
    <message id="verify.person.waiting.intro">
        <source>The other person has to say yes as well.</source>
        <translation>The other person has to say yes as well.</translation>
    </message>
    <message id="verify.person.way.camera">
        <source>Read the code of the other person with the camera</source>
        <translation>Read the code of the other person with the camera</translation>
    </message>
    <message id="verify.person.way.file">
        <source>Read the code of the other person from a picture</source>
        <translation>Read the code of the other person from a picture</translation>
    </message>
    <message id="verify.person.way.file.note">
        <source>A photo that you have taken of the other screen yourself. Do not use a picture that was sent to you.</source>
        <translation>A photo that you have taken of the other screen yourself. Do not use a picture that was sent to you.</translation>
    </message>
    <message id="verify.person.way.show">
        <source>Let the other person scan a code</source>
        <translation>Let the other person scan a code</translation>
    </message>
    <message id="verify.person.way.show.note">
        <source>The code appears here. The other person reads it with the camera.</source>
        <translation>The code appears here. The other person reads it with the camera.</translation>
    </message>
    <message id="verify.picture">
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message id="verify.pictures">
        <source>Seven pictures</source>
        <translation>Seven pictures</translation>
    </message>
    <message id="verify.pictures.intro">
        <source>Compare all seven, in order. So you can be sure that nobody is in between.</source>
        <translation>Compare all seven, in order. So you can be sure that nobody is in between.</translation>
    </message>
    <message id="verify.pictures.title">
        <source>Does the other device show the same pictures?</source>
        <translation>Does the other device show the same pictures?</translation>
    </message>
    <message id="verify.pictures.yes">
        <source>Yes, the same pictures</source>
        <translation>Yes, the same pictures</translation>
    </message>
    <message id="verify.preparing">
        <source>The two devices are connecting …</source>
        <translation>The two devices are connecting …</translation>
    </message>
    <message id="verify.qr">
        <source>QR code for the other device. If you cannot show it, compare pictures or numbers.</source>
        <translation>QR code for the other device. If you cannot show it, compare pictures or numbers.</translation>
    </message>
    <message id="verify.ratherNumbers">
        <source>Rather compare numbers</source>
        <translation>Rather compare numbers</translation>
    </message>
    <message id="verify.ratherPictures">
        <source>Rather compare pictures</source>
        <translation>Rather compare pictures</translation>
    </message>
    <message id="verify.reading">
        <source>The picture is being read …</source>
        <translation>The picture is being read …</translation>
    </message>
    <message id="verify.refused">
        <source>The server has not taken the confirmation.</source>
        <translation>The server has not taken the confirmation.</translation>
    </message>
    <message id="verify.refused.effect">
        <source>The device does not count as confirmed.</source>
        <translation>The device does not count as confirmed.</translation>
    </message>
    <message id="verify.refused.next">
        <source>Try again later. If it stays like this, call your health insurer.</source>
        <translation>Try again later. If it stays like this, call your health insurer.</translation>
    </message>
    <message id="verify.request">
        <source>The device “%1” wants to be compared with this one. Only do this if you have both devices in front of you.</source>
        <translation>The device “%1” wants to be compared with this one. Only do this if you have both devices in front of you.</translation>
    </message>
    <message id="verify.request.accept">
        <source>Compare now</source>
        <translation>Compare now</translation>
    </message>
    <message id="verify.request.refuse">
        <source>Refuse</source>
        <translation>Refuse</translation>
    </message>
    <message id="verify.scanned.intro">
        <source>It has read the code. Have a look there before you answer.</source>
        <translation>It has read the code. Have a look there before you answer.</translation>
    </message>
    <message id="verify.scanned.no">
        <source>No</source>
        <translation>No</translation>
    </message>
    <message id="verify.scanned.title">
        <source>Does the other device show that it has worked?</source>
        <translation>Does the other device show that it has worked?</translation>
    </message>
    <message id="verify.scanned.yes">
        <source>Yes, it has worked</source>
        <translation>Yes, it has worked</translation>
    </message>
    <message id="verify.seeDevices">
        <source>See my devices</source>
        <translation>See my devices</translation>
    </message>
    <message id="verify.signing">
        <source>The confirmation is being stored …</source>
        <translation>The confirmation is being stored …</translation>
    </message>
    <message id="verify.start">
        <source>Confirm device</source>
        <translation>Confirm device</translation>
    </message>
    <message id="verify.timedOut">
        <source>It took too long: the time for comparing is over.</source>
        <translation>It took too long: the time for comparing is over.</translation>
    </message>
    <message id="verify.unknownDevice">
        <source>A device has answered that cannot be checked.</source>
        <translation>A device has answered that cannot be checked.</translation>
    </message>
    <message id="verify.unknownDevice.next">
        <source>Have a look at “My devices” whether you know it. If so, try again in a minute; if not, sign it out.</source>
        <translation>Have a look at “My devices” whether you know it. If so, try again in a minute; if not, sign it out.</translation>
    </message>
    <message id="verify.until">
        <source>You have time until %1. After that you can begin anew.</source>
        <translation>You have time until %1. After that you can begin anew.</translation>
    </message>
    <message id="verify.waiting">
        <source>Waiting for the other device …</source>
        <translation>Waiting for the other device …</translation>
    </message>
    <message id="verify.waiting.intro">
        <source>Please confirm on the other device as well.</source>
        <translation>Please confirm on the other device as well.</translation>
    </message>
    <message id="verify.waiting.title">
        <source>Nearly done</source>
        <translation>Nearly done</translation>
    </message>
    <message id="verify.way.camera">
        <source>Read the code of the other device with the camera</source>
        <translation>Read the code of the other device with the camera</translation>
    </message>
    <message id="verify.way.camera.note">
        <source>Let the other device show its code. You hold it in front of this computer.</source>
        <translation>Let the other device show its code. You hold it in front of this computer.</translation>
    </message>
    <message id="verify.way.file">
        <source>Read the code of the other device from a picture</source>
        <translation>Read the code of the other device from a picture</translation>
    </message>
    <message id="verify.way.file.note">
        <source>A photo or a screenshot of the code that is shown there. You can also drag the file onto this page.</source>
        <translation>A photo or a screenshot of the code that is shown there. You can also drag the file onto this page.</translation>
    </message>
    <message id="verify.way.pictures">
        <source>Compare pictures or numbers</source>
        <translation>Compare pictures or numbers</translation>
    </message>
    <message id="verify.way.pictures.note">
        <source>Both devices show seven pictures. You say whether they are the same. You need no camera.</source>
        <translation>Both devices show seven pictures. You say whether they are the same. You need no camera.</translation>
    </message>
    <message id="verify.way.show">
        <source>Scan a code with the other device</source>
        <translation>Scan a code with the other device</translation>
    </message>
    <message id="verify.way.show.note">
        <source>The code appears here. The other device reads it with its camera.</source>
        <translation>The code appears here. The other device reads it with its camera.</translation>
    </message>
    <message id="welcome.readingSize.intro">
        <source>You can change text and colours again at any time.</source>
        <translation>You can change text and colours again at any time.</translation>
    </message>
    <message id="welcome.readingSize.title">
        <source>Can you read this well?</source>
        <translation>Can you read this well?</translation>
    </message>
    <message id="welcome.sample.sender">
        <source>Dr. Sommer’s practice</source>
        <translation>Dr. Sommer’s practice</translation>
    </message>
    <message id="welcome.sample.text">
        <source>Hello Ms Mustermann, your prescription is ready. You can collect it from tomorrow morning.</source>
        <translation>Hello Ms Mustermann, your prescription is ready. You can collect it from tomorrow morning.</translation>
    </message>
    <message id="welcome.start.continue">
        <source>Continue to my health insurer</source>
        <translation>Continue to my health insurer</translation>
    </message>
    <message id="welcome.start.continue.note">
        <source>You need the sign-in of your health insurer. Their notices on data protection are shown there.</source>
        <translation>You need the sign-in of your health insurer. Their notices on data protection are shown there.</translation>
    </message>
    <message id="welcome.start.emergency.text">
        <source>Nobody may read your message at once. In an emergency call 112. At night and on weekends a doctor is available at 116117.</source>
        <translation>Nobody may read your message at once. In an emergency call 112. At night and on weekends a doctor is available at 116117.</translation>
    </message>
    <message id="welcome.start.emergency.title">
        <source>Not for emergencies</source>
        <translation>Not for emergencies</translation>
    </message>
    <message id="welcome.start.encrypted.text">
        <source>Every message is encrypted on your device.</source>
        <translation>Every message is encrypted on your device.</translation>
    </message>
    <message id="welcome.start.encrypted.title">
        <source>Only you and the other side can read</source>
        <translation>Only you and the other side can read</translation>
    </message>
    <message id="welcome.start.important">
        <source>What is important</source>
        <translation>What is important</translation>
    </message>
    <message id="welcome.start.local.text">
        <source>They are stored encrypted. Encrypted copies are on the server of your health insurer.</source>
        <translation>They are stored encrypted. Encrypted copies are on the server of your health insurer.</translation>
    </message>
    <message id="welcome.start.local.title">
        <source>Your chats are on this device</source>
        <translation>Your chats are on this device</translation>
    </message>
    <message id="welcome.start.noTelemetry.text">
        <source>This program sends no usage data to anybody.</source>
        <translation>This program sends no usage data to anybody.</translation>
    </message>
    <message id="welcome.start.noTelemetry.title">
        <source>We do not watch you</source>
        <translation>We do not watch you</translation>
    </message>
    <message id="welcome.start.title">
        <source>Chat safely with your practice and your health insurer</source>
        <translation>Chat safely with your practice and your health insurer</translation>
    </message>
</context>
</TS>
