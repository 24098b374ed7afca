<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name></name>
    <message id="account.line">
        <source>Account: %1 (%2). Health insurer: %3.</source>
        <extracomment>%1 is the person's name, %2 the address, %3 the health insurer</extracomment>
        <translation>Konto: %1 (%2). Krankenkasse: %3.</translation>
    </message>
    <message id="account.line.noName">
        <source>Account: %1. Health insurer: %2.</source>
        <extracomment>%1 is the address, %2 the health insurer</extracomment>
        <translation>Konto: %1. Krankenkasse: %2.</translation>
    </message>
    <message id="action.back">
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message id="action.cancel">
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message id="action.close">
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message id="action.continue">
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message id="action.done">
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message id="action.later">
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message id="action.quit">
        <source>Close the program</source>
        <translation>Programm schließen</translation>
    </message>
    <message id="action.retry">
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message id="app.title">
        <source>FdV Messenger</source>
        <translation>FdV Messenger</translation>
    </message>
    <message id="composer.help">
        <source>Enter sends, Shift and Enter begin a new line.</source>
        <translation>Die Eingabetaste sendet. Umschalttaste und Eingabetaste beginnen eine neue Zeile.</translation>
    </message>
    <message id="composer.placeholder">
        <source>Message to %1</source>
        <translation>Nachricht an %1</translation>
    </message>
    <message id="composer.placeholderShort">
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message id="composer.send">
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message id="confirm.asking">
        <source>Your computer asks whether it is you.</source>
        <translation>Ihr Computer fragt, ob Sie es sind.</translation>
    </message>
    <message id="confirm.asking.next">
        <source>Look for its window, and answer there.</source>
        <translation>Suchen Sie sein Fenster und antworten Sie dort.</translation>
    </message>
    <message id="confirm.refused">
        <source>Your computer has not confirmed that it is you.</source>
        <translation>Ihr Computer hat nicht bestätigt, dass Sie es sind.</translation>
    </message>
    <message id="confirm.refused.next">
        <source>%1 You can try again at any time.</source>
        <translation>%1 Sie können es jederzeit noch einmal versuchen.</translation>
    </message>
    <message id="connection.connecting">
        <source>Fetching new messages …</source>
        <translation>Neue Nachrichten werden geholt …</translation>
    </message>
    <message id="connection.offline">
        <source>No connection. You can read and write. We send as soon as the connection is back.</source>
        <translation>Keine Verbindung. Sie können lesen und schreiben. Wir senden, sobald die Verbindung wieder da ist.</translation>
    </message>
    <message id="connection.offlineSince">
        <source>No connection. Last connected: %1. You can read and write. We send as soon as the connection is back.</source>
        <translation>Keine Verbindung. Zuletzt verbunden: %1. Sie können lesen und schreiben. Wir senden, sobald die Verbindung wieder da ist.</translation>
    </message>
    <message id="connection.retry">
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message id="connection.serverBusy">
        <source>The server is overloaded. We keep trying. You can read and write.</source>
        <translation>Der Server ist überlastet. Wir versuchen es weiter. Sie können lesen und schreiben.</translation>
    </message>
    <message id="devices.confirm.browser">
        <source>Confirm in the browser</source>
        <translation>Im Browser bestätigen</translation>
    </message>
    <message id="devices.confirm.browser.note">
        <source>Your browser opens a page of your health insurer. Confirm there and then come back to this window.</source>
        <translation>Ihr Browser öffnet eine Seite Ihrer Krankenkasse. Bestätigen Sie dort und kommen Sie dann zu diesem Fenster zurück.</translation>
    </message>
    <message id="devices.confirm.browserDone">
        <source>I have confirmed</source>
        <translation>Ich habe bestätigt</translation>
    </message>
    <message id="devices.confirm.copy">
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message id="devices.confirm.intro">
        <source>Your health insurer asks for this before these devices are signed out: %1</source>
        <translation>Ihre Krankenkasse fragt danach, bevor diese Geräte abgemeldet werden: %1</translation>
    </message>
    <message id="devices.confirm.noBrowser">
        <source>No browser could be opened. Copy the address and open it in a browser on this device.</source>
        <translation>Es konnte kein Browser geöffnet werden. Kopieren Sie die Adresse und öffnen Sie sie in einem Browser auf diesem Gerät.</translation>
    </message>
    <message id="devices.confirm.notYet">
        <source>Nothing was confirmed in the browser yet. Please confirm there first.</source>
        <translation>Im Browser wurde noch nichts bestätigt. Bitte bestätigen Sie zuerst dort.</translation>
    </message>
    <message id="devices.confirm.password">
        <source>Password of your account</source>
        <translation>Passwort Ihres Kontos</translation>
    </message>
    <message id="devices.confirm.title">
        <source>Confirm that it is you</source>
        <translation>Bestätigen Sie, dass Sie es sind</translation>
    </message>
    <message id="devices.confirm.withPassword">
        <source>Sign out with the password</source>
        <translation>Mit dem Passwort abmelden</translation>
    </message>
    <message id="devices.confirm.wrongPassword">
        <source>This password is not right. Please try again.</source>
        <translation>Das Passwort ist nicht richtig. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message id="devices.confirmed">
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message id="devices.confirmed.note">
        <source>You have confirmed that this device is yours. It can read your chats.</source>
        <translation>Sie haben bestätigt, dass dieses Gerät Ihnen gehört. Es kann Ihre Chats lesen.</translation>
    </message>
    <message id="devices.done">
        <source>Signed out. Access from there has ended.</source>
        <translation>Abgemeldet. Der Zugang von dort ist beendet.</translation>
    </message>
    <message id="devices.firstSeen">
        <source>First seen from here: %1</source>
        <translation>Von hier aus zuerst gesehen: %1</translation>
    </message>
    <message id="devices.inUse">
        <source>In use now</source>
        <translation>Wird gerade benutzt</translation>
    </message>
    <message id="devices.intro">
        <source>You are signed in on these devices. Sign out devices that you do not know or no longer have.</source>
        <translation>Auf diesen Geräten sind Sie angemeldet. Melden Sie Geräte ab, die Sie nicht kennen oder nicht mehr haben.</translation>
    </message>
    <message id="devices.lastUsed">
        <source>Last used: %1</source>
        <translation>Zuletzt benutzt: %1</translation>
    </message>
    <message id="devices.lastUsedUnknown">
        <source>It is not known when it was last used</source>
        <translation>Wann es zuletzt benutzt wurde, ist nicht bekannt</translation>
    </message>
    <message id="devices.link.note">
        <source>See where you are signed in, and sign out devices</source>
        <translation>Sehen, wo Sie angemeldet sind, und Geräte abmelden</translation>
    </message>
    <message id="devices.loading">
        <source>Your devices are being fetched …</source>
        <translation>Ihre Geräte werden geholt …</translation>
    </message>
    <message id="devices.new.no">
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message id="devices.new.text">
        <source>Seen for the first time: %1. Was that you?</source>
        <translation>Zum ersten Mal gesehen: %1. Waren Sie das?</translation>
    </message>
    <message id="devices.new.title">
        <source>A new device is signed in: %1</source>
        <translation>Ein neues Gerät ist angemeldet: %1</translation>
    </message>
    <message id="devices.new.yes">
        <source>Yes, that was me</source>
        <translation>Ja, das war ich</translation>
    </message>
    <message id="devices.noName">
        <source>Device without a name</source>
        <translation>Gerät ohne Namen</translation>
    </message>
    <message id="devices.none">
        <source>You are not signed in on any other device.</source>
        <translation>Sie sind auf keinem anderen Gerät angemeldet.</translation>
    </message>
    <message id="devices.notSupported">
        <source>This program cannot sign out devices at your health insurer.</source>
        <translation>Dieses Programm kann bei Ihrer Krankenkasse keine Geräte abmelden.</translation>
    </message>
    <message id="devices.notSupported.next">
        <source>Sign out the device on the website of your health insurer, or call them.</source>
        <translation>Melden Sie das Gerät auf der Internetseite Ihrer Krankenkasse ab oder rufen Sie dort an.</translation>
    </message>
    <message id="devices.others">
        <source>Other devices</source>
        <translation>Andere Geräte</translation>
    </message>
    <message id="devices.signOut.text">
        <source>After that nobody can fetch or send messages of this account from there. To use it again, one has to sign in again.</source>
        <translation>Danach kann von dort niemand mehr Nachrichten dieses Kontos holen oder senden. Um es wieder zu benutzen, muss man sich neu anmelden.</translation>
    </message>
    <message id="devices.signOut.title">
        <source>Sign out “%1”?</source>
        <translation>„%1“ abmelden?</translation>
    </message>
    <message id="devices.signOutOthers">
        <source>Sign out all others</source>
        <translation>Alle anderen abmelden</translation>
    </message>
    <message id="devices.signOutOthers.title">
        <source>Sign out all other devices?</source>
        <translation>Alle anderen Geräte abmelden?</translation>
    </message>
    <message id="devices.title">
        <source>My devices</source>
        <translation>Meine Geräte</translation>
    </message>
    <message id="devices.unchecked">
        <source>Cannot be checked yet</source>
        <translation>Noch nicht prüfbar</translation>
    </message>
    <message id="devices.unchecked.note">
        <source>Bring your chats back to this device first. After that we can check your devices.</source>
        <translation>Holen Sie zuerst Ihre Chats auf dieses Gerät zurück. Danach können wir Ihre Geräte prüfen.</translation>
    </message>
    <message id="devices.unconfirmed">
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message id="devices.unconfirmed.note">
        <source>This device gets no keys to your new messages. If you do not know it, sign it out.</source>
        <translation>Dieses Gerät bekommt keine Schlüssel zu Ihren neuen Nachrichten. Wenn Sie es nicht kennen, melden Sie es ab.</translation>
    </message>
    <message id="devices.unconfirmed.this">
        <source>This device gets no keys to your new messages from others yet.</source>
        <translation>Dieses Gerät bekommt von anderen noch keine Schlüssel zu Ihren neuen Nachrichten.</translation>
    </message>
    <message id="devices.working">
        <source>Signing out …</source>
        <translation>Wird abgemeldet …</translation>
    </message>
    <message id="error.cancelled">
        <source>You have stopped this step.</source>
        <translation>Sie haben diesen Schritt abgebrochen.</translation>
    </message>
    <message id="error.code">
        <source>Code for questions: %1</source>
        <translation>Code für Rückfragen: %1</translation>
    </message>
    <message id="error.crypto">
        <source>A key or a signature is not valid.</source>
        <translation>Ein Schlüssel oder eine Unterschrift ist nicht gültig.</translation>
    </message>
    <message id="error.devicesOutdated">
        <source>We do not know yet on which devices this message may be read.</source>
        <translation>Wir wissen noch nicht, auf welchen Geräten diese Nachricht gelesen werden darf.</translation>
    </message>
    <message id="error.effect.chatsKept">
        <source>Your chats on this device are kept.</source>
        <translation>Ihre Chats auf diesem Gerät bleiben erhalten.</translation>
    </message>
    <message id="error.effect.messageKept">
        <source>The message was not sent and is kept.</source>
        <translation>Die Nachricht wurde nicht gesendet und bleibt erhalten.</translation>
    </message>
    <message id="error.effect.notOpened">
        <source>Your chats cannot be opened at the moment.</source>
        <translation>Ihre Chats lassen sich im Moment nicht öffnen.</translation>
    </message>
    <message id="error.effect.notSignedIn">
        <source>You are not signed in yet.</source>
        <translation>Sie sind noch nicht angemeldet.</translation>
    </message>
    <message id="error.effect.nothingChanged">
        <source>Nothing has changed.</source>
        <translation>Es hat sich nichts geändert.</translation>
    </message>
    <message id="error.effect.nothingSent">
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message id="error.effect.offline">
        <source>Without a connection nothing can be sent or fetched. What is already here stays readable.</source>
        <translation>Ohne Verbindung kann nichts gesendet oder geholt werden. Was schon da ist, bleibt lesbar.</translation>
    </message>
    <message id="error.effect.refused">
        <source>For your protection the connection was not used.</source>
        <translation>Zu Ihrem Schutz haben wir die Verbindung nicht benutzt.</translation>
    </message>
    <message id="error.forbidden">
        <source>The server does not allow this.</source>
        <translation>Der Server erlaubt das nicht.</translation>
    </message>
    <message id="error.forbidden.next">
        <source>Ask the other person or your health insurer whether contact is possible.</source>
        <translation>Fragen Sie die andere Person oder Ihre Krankenkasse, ob ein Kontakt möglich ist.</translation>
    </message>
    <message id="error.identityChanged">
        <source>The keys of somebody in this chat have changed.</source>
        <translation>Die Schlüssel von jemandem in diesem Chat haben sich geändert.</translation>
    </message>
    <message id="error.identityChanged.next">
        <source>Open the chat and compare the keys.</source>
        <translation>Öffnen Sie den Chat und vergleichen Sie die Schlüssel.</translation>
    </message>
    <message id="error.keyMissing">
        <source>The key to your chats is not in the key store of this device.</source>
        <translation>Der Schlüssel zu Ihren Chats ist nicht im Schlüsselbund dieses Geräts.</translation>
    </message>
    <message id="error.keyMissing.effect">
        <source>Your chats are still there, but locked. We have not deleted anything.</source>
        <translation>Ihre Chats sind noch da, aber verschlossen. Wir haben nichts gelöscht.</translation>
    </message>
    <message id="error.keyMissing.next">
        <source>Sign in to this device with the same user as before, then try again. If it stays like this, call your health insurer.</source>
        <translation>Melden Sie sich an diesem Gerät mit demselben Benutzer an wie früher. Versuchen Sie es dann noch einmal. Wenn es so bleibt, rufen Sie Ihre Krankenkasse an.</translation>
    </message>
    <message id="error.keyStore.effect">
        <source>Your chats are there, but we cannot open them yet.</source>
        <translation>Ihre Chats sind da, aber wir können sie noch nicht öffnen.</translation>
    </message>
    <message id="error.keyStoreDenied">
        <source>This program may not use the key store of this device.</source>
        <translation>Dieses Programm darf den Schlüsselbund dieses Geräts nicht benutzen.</translation>
    </message>
    <message id="error.keyStoreDenied.next">
        <source>Try again and allow the access when the device asks you.</source>
        <translation>Versuchen Sie es noch einmal und erlauben Sie den Zugriff, wenn das Gerät fragt.</translation>
    </message>
    <message id="error.keyStoreLocked">
        <source>The key store of this device is locked.</source>
        <translation>Der Schlüsselbund dieses Geräts ist gesperrt.</translation>
    </message>
    <message id="error.keyStoreLocked.next">
        <source>Unlock the key store with the password of this device, then try again.</source>
        <translation>Entsperren Sie den Schlüsselbund mit dem Passwort dieses Geräts. Versuchen Sie es dann noch einmal.</translation>
    </message>
    <message id="error.keyStoreMissing">
        <source>This device has no key store.</source>
        <translation>Dieses Gerät hat keinen Schlüsselbund.</translation>
    </message>
    <message id="error.keyStoreMissing.effect">
        <source>Without it we cannot protect your chats, so we do not start.</source>
        <translation>Ohne ihn können wir Ihre Chats nicht schützen. Deshalb beginnen wir nicht.</translation>
    </message>
    <message id="error.keyStoreMissing.next">
        <source>Set up the key store of this device (on Linux for example “Passwords and Keys”), then try again.</source>
        <translation>Richten Sie den Schlüsselbund dieses Geräts ein (unter Linux zum Beispiel „Passwörter und Schlüssel“). Versuchen Sie es dann noch einmal.</translation>
    </message>
    <message id="error.network">
        <source>There is no connection to the server.</source>
        <translation>Es gibt keine Verbindung zum Server.</translation>
    </message>
    <message id="error.next.callInsurer">
        <source>Please call your health insurer and give them the code.</source>
        <translation>Bitte rufen Sie Ihre Krankenkasse an und nennen Sie den Code.</translation>
    </message>
    <message id="error.next.checkConnection">
        <source>Check your internet connection and try again.</source>
        <translation>Prüfen Sie die Internetverbindung und versuchen Sie es noch einmal.</translation>
    </message>
    <message id="error.next.checkInput">
        <source>Check what you have typed and try again.</source>
        <translation>Prüfen Sie Ihre Eingabe und versuchen Sie es noch einmal.</translation>
    </message>
    <message id="error.next.retryAfter" numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Versuchen Sie es in %n Sekunde noch einmal.</numerusform>
            <numerusform>Versuchen Sie es in %n Sekunden noch einmal.</numerusform>
        </translation>
    </message>
    <message id="error.next.signIn">
        <source>Sign in again.</source>
        <translation>Melden Sie sich erneut an.</translation>
    </message>
    <message id="error.next.waitAndRetry">
        <source>Wait a moment and try again.</source>
        <translation>Warten Sie einen Moment und versuchen Sie es noch einmal.</translation>
    </message>
    <message id="error.next.whenReady">
        <source>Try again when you are ready.</source>
        <translation>Versuchen Sie es noch einmal, wenn Sie so weit sind.</translation>
    </message>
    <message id="error.notEncrypted">
        <source>This chat is not encrypted.</source>
        <translation>Dieser Chat ist nicht verschlüsselt.</translation>
    </message>
    <message id="error.notEncrypted.next">
        <source>Start a new chat. New chats are always encrypted.</source>
        <translation>Beginnen Sie einen neuen Chat. Neue Chats sind immer verschlüsselt.</translation>
    </message>
    <message id="error.notFound">
        <source>The server does not know what we are looking for.</source>
        <translation>Der Server kennt nicht, was wir suchen.</translation>
    </message>
    <message id="error.notSupported">
        <source>This server offers no way of signing in that this program can use.</source>
        <translation>Dieser Server bietet keine Anmeldung an, die dieses Programm benutzen kann.</translation>
    </message>
    <message id="error.notSupported.next">
        <source>Choose your health insurer from the list, or call them.</source>
        <translation>Wählen Sie Ihre Krankenkasse aus der Liste oder rufen Sie dort an.</translation>
    </message>
    <message id="error.profileInUse">
        <source>The program is already running with this profile.</source>
        <translation>Das Programm läuft schon mit diesem Profil.</translation>
    </message>
    <message id="error.profileInUse.next">
        <source>Use the window that is already open, or close it and try again.</source>
        <translation>Benutzen Sie das offene Fenster, oder schließen Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message id="error.protocol">
        <source>The server's answer cannot be understood.</source>
        <translation>Die Antwort des Servers ist nicht zu verstehen.</translation>
    </message>
    <message id="error.rateLimited">
        <source>The server has too many requests at the moment.</source>
        <translation>Der Server hat im Moment zu viele Anfragen.</translation>
    </message>
    <message id="error.server">
        <source>The server reports a fault of its own.</source>
        <translation>Der Server meldet eine eigene Störung.</translation>
    </message>
    <message id="error.softLoggedOut">
        <source>Your sign-in has expired.</source>
        <translation>Ihre Anmeldung ist abgelaufen.</translation>
    </message>
    <message id="error.storage">
        <source>The storage of this device cannot be read or written.</source>
        <translation>Der Speicher dieses Geräts lässt sich nicht lesen oder beschreiben.</translation>
    </message>
    <message id="error.storage.next">
        <source>Restart the program. If it stays like this, have the device checked.</source>
        <translation>Starten Sie das Programm neu. Wenn es so bleibt, lassen Sie das Gerät prüfen.</translation>
    </message>
    <message id="error.storageDamaged">
        <source>The file with your chats cannot be opened. It may be damaged.</source>
        <translation>Die Datei mit Ihren Chats lässt sich nicht öffnen. Sie ist vielleicht beschädigt.</translation>
    </message>
    <message id="error.storageDamaged.effect">
        <source>Your chats cannot be opened. We have not deleted anything.</source>
        <translation>Ihre Chats lassen sich nicht öffnen. Wir haben nichts gelöscht.</translation>
    </message>
    <message id="error.storageDamaged.next">
        <source>Close the program and start it again. If it stays like this, call your health insurer before you delete anything.</source>
        <translation>Schließen Sie das Programm und starten Sie es neu. Wenn es so bleibt, rufen Sie Ihre Krankenkasse an, bevor Sie etwas löschen.</translation>
    </message>
    <message id="error.storageFull">
        <source>The storage of this device is full.</source>
        <translation>Der Speicher dieses Geräts ist voll.</translation>
    </message>
    <message id="error.storageFull.effect">
        <source>New messages cannot be stored.</source>
        <translation>Neue Nachrichten können nicht gespeichert werden.</translation>
    </message>
    <message id="error.storageFull.next">
        <source>Delete files you no longer need and try again.</source>
        <translation>Löschen Sie Dateien, die Sie nicht mehr brauchen, und versuchen Sie es noch einmal.</translation>
    </message>
    <message id="error.storageNewer">
        <source>Your chats were last opened with a newer version of this program.</source>
        <translation>Ihre Chats wurden zuletzt mit einer neueren Version dieses Programms geöffnet.</translation>
    </message>
    <message id="error.storageNewer.next">
        <source>Install the newest version of this program.</source>
        <translation>Installieren Sie die neueste Version dieses Programms.</translation>
    </message>
    <message id="error.timeout">
        <source>The server takes too long to answer.</source>
        <translation>Der Server braucht zu lange für eine Antwort.</translation>
    </message>
    <message id="error.tls">
        <source>The server cannot prove that it is the right one.</source>
        <translation>Der Server kann nicht nachweisen, dass er der richtige ist.</translation>
    </message>
    <message id="error.tls.next">
        <source>Check the date and time of this device, or use another network. If it stays like this, call your health insurer.</source>
        <translation>Prüfen Sie Datum und Uhrzeit dieses Geräts oder benutzen Sie ein anderes Netz. Wenn es so bleibt, rufen Sie Ihre Krankenkasse an.</translation>
    </message>
    <message id="error.tooLarge">
        <source>The server's answer is larger than we accept.</source>
        <translation>Die Antwort des Servers ist größer, als wir annehmen.</translation>
    </message>
    <message id="error.unauthorized">
        <source>The server has signed you out.</source>
        <translation>Der Server hat Sie abgemeldet.</translation>
    </message>
    <message id="error.unknownServer">
        <source>There is no messenger server at this address.</source>
        <translation>Unter dieser Adresse gibt es keinen Messenger-Server.</translation>
    </message>
    <message id="error.unknownServer.next">
        <source>Check the address, or choose your health insurer from the list.</source>
        <translation>Prüfen Sie die Adresse oder wählen Sie Ihre Krankenkasse aus der Liste.</translation>
    </message>
    <message id="error.wrongAccount">
        <source>The server answered for another account than yours.</source>
        <translation>Der Server hat für ein anderes Konto geantwortet als für Ihres.</translation>
    </message>
    <message id="error.wrongCredentials">
        <source>The user name or the password is not right.</source>
        <translation>Benutzername oder Passwort stimmen nicht.</translation>
    </message>
    <message id="error.wrongRecoveryKey">
        <source>This key code does not fit your account.</source>
        <translation>Dieser Schlüssel-Code passt nicht zu Ihrem Konto.</translation>
    </message>
    <message id="format.dateAt">
        <source>%1 at %2</source>
        <translation>%1 um %2</translation>
    </message>
    <message id="format.dateBrief">
        <source>d MMM</source>
        <translation>d.M.</translation>
    </message>
    <message id="format.dateWithYear">
        <source>d MMMM yyyy</source>
        <extracomment>QDate format of a day with its year, for example "3 November 2025"</extracomment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message id="format.dateWithoutYear">
        <source>d MMMM</source>
        <extracomment>QDate format of a day without its year, for example "3 November"</extracomment>
        <translation>d. MMMM</translation>
    </message>
    <message id="format.dayWithYear">
        <source>dddd, d MMMM yyyy</source>
        <extracomment>QDate format of a weekday and day with the year</extracomment>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message id="format.dayWithoutYear">
        <source>dddd, d MMMM</source>
        <extracomment>QDate format of a weekday and day, for example "Monday, 23 November"</extracomment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message id="format.today">
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message id="format.todayAt">
        <source>today at %1</source>
        <translation>heute um %1</translation>
    </message>
    <message id="format.yesterday">
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message id="format.yesterdayAt">
        <source>yesterday at %1</source>
        <translation>gestern um %1</translation>
    </message>
    <message id="format.yesterdayDay">
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message id="health.backupBehind">
        <source>For two days your chats have not been saved.</source>
        <translation>Seit zwei Tagen wurden Ihre Chats nicht gesichert.</translation>
    </message>
    <message id="health.backupBehind.effect">
        <source>On a new device you could not read the newest messages.</source>
        <translation>Auf einem neuen Gerät könnten Sie die neuesten Nachrichten nicht lesen.</translation>
    </message>
    <message id="health.backupBehind.next">
        <source>“Save now” tries it at once.</source>
        <translation>„Jetzt sichern“ versucht es sofort.</translation>
    </message>
    <message id="health.backupMissing">
        <source>The saved keys of your chats are gone.</source>
        <translation>Die gesicherten Schlüssel Ihrer Chats sind weg.</translation>
    </message>
    <message id="health.backupMissing.effect">
        <source>On a new device you could not read older messages.</source>
        <translation>Auf einem neuen Gerät könnten Sie ältere Nachrichten nicht lesen.</translation>
    </message>
    <message id="health.backupMissing.next">
        <source>“Repair” saves them anew. Your key sheet stays valid.</source>
        <translation>„Reparieren“ sichert sie neu. Ihr Schlüssel-Blatt bleibt gültig.</translation>
    </message>
    <message id="health.check">
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message id="health.checked">
        <source>Checked: your chats would come back completely on a new device.</source>
        <translation>Geprüft: Auf einem neuen Gerät kämen alle Ihre Chats zurück.</translation>
    </message>
    <message id="health.checking">
        <source>Being checked …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message id="health.enterCode">
        <source>Enter key code</source>
        <translation>Schlüssel-Code eingeben</translation>
    </message>
    <message id="health.foreignBackup">
        <source>Another program now saves your chats.</source>
        <translation>Ein anderes Programm sichert jetzt Ihre Chats.</translation>
    </message>
    <message id="health.foreignBackup.effect">
        <source>This device saves nothing there.</source>
        <translation>Dieses Gerät sichert dort nichts.</translation>
    </message>
    <message id="health.foreignBackup.next">
        <source>Enter the key code that you got there. If you do not know of it, please call your health insurer.</source>
        <translation>Geben Sie den Schlüssel-Code ein, den Sie dort bekommen haben. Wissen Sie nichts davon? Dann rufen Sie bitte Ihre Krankenkasse an.</translation>
    </message>
    <message id="health.identityChanged">
        <source>Another device has set up the keys of your account anew.</source>
        <translation>Ein anderes Gerät hat die Schlüssel Ihres Kontos neu angelegt.</translation>
    </message>
    <message id="health.identityChanged.effect">
        <source>This device goes on with the old keys.</source>
        <translation>Dieses Gerät nutzt weiter die alten Schlüssel.</translation>
    </message>
    <message id="health.identityChanged.next">
        <source>Was that not you? Then please call your health insurer at once.</source>
        <translation>Waren Sie das nicht? Dann rufen Sie bitte sofort Ihre Krankenkasse an.</translation>
    </message>
    <message id="health.lastChecked">
        <source>Last checked: %1.</source>
        <translation>Zuletzt geprüft: %1.</translation>
    </message>
    <message id="health.lastSaved">
        <source>Last saved: %1.</source>
        <translation>Zuletzt gesichert: %1.</translation>
    </message>
    <message id="health.neverChecked">
        <source>Not checked yet.</source>
        <translation>Noch nicht geprüft.</translation>
    </message>
    <message id="health.newerKey">
        <source>There is a newer key sheet.</source>
        <translation>Es gibt ein neueres Schlüssel-Blatt.</translation>
    </message>
    <message id="health.newerKey.effect">
        <source>Your old sheet does not open your chats any more.</source>
        <translation>Ihr altes Blatt öffnet Ihre Chats nicht mehr.</translation>
    </message>
    <message id="health.newerKey.next">
        <source>Enter the code of the new sheet. If you have not made one, please call your health insurer.</source>
        <translation>Geben Sie den Code vom neuen Blatt ein. Haben Sie keines gemacht? Dann rufen Sie bitte Ihre Krankenkasse an.</translation>
    </message>
    <message id="health.next.above">
        <source>This is settled with the notice above.</source>
        <translation>Das klärt sich mit dem Hinweis darüber.</translation>
    </message>
    <message id="health.next.code">
        <source>For this, enter the code of your key sheet.</source>
        <translation>Geben Sie dafür den Code von Ihrem Schlüssel-Blatt ein.</translation>
    </message>
    <message id="health.notChecked">
        <source>We could not check at the moment.</source>
        <translation>Wir konnten das gerade nicht prüfen.</translation>
    </message>
    <message id="health.olderState">
        <source>The server shows an old state of your keys.</source>
        <translation>Der Server zeigt einen alten Stand Ihrer Schlüssel.</translation>
    </message>
    <message id="health.olderState.effect">
        <source>To protect you, we change nothing. Your chats stay readable on this device.</source>
        <translation>Zu Ihrem Schutz ändern wir nichts. Ihre Chats bleiben auf diesem Gerät lesbar.</translation>
    </message>
    <message id="health.olderState.next">
        <source>If this is still so tomorrow, please call your health insurer.</source>
        <translation>Ist das morgen noch so? Dann rufen Sie bitte Ihre Krankenkasse an.</translation>
    </message>
    <message id="health.others">
        <source>More notices in the settings: %1</source>
        <extracomment>%1 is a number</extracomment>
        <translation>Weitere Hinweise in den Einstellungen: %1</translation>
    </message>
    <message id="health.privateKeysMissing">
        <source>Some keys of your account are missing on this device.</source>
        <translation>Auf diesem Gerät fehlen Schlüssel Ihres Kontos.</translation>
    </message>
    <message id="health.privateKeysMissing.effect">
        <source>You cannot confirm new devices at the moment.</source>
        <translation>Sie können gerade keine neuen Geräte bestätigen.</translation>
    </message>
    <message id="health.privateKeysMissing.next">
        <source>“Repair” brings them back. This takes a few seconds.</source>
        <translation>„Reparieren“ holt sie zurück. Das dauert wenige Sekunden.</translation>
    </message>
    <message id="health.repair">
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message id="health.repair.done">
        <source>Everything is all right again.</source>
        <translation>Alles ist wieder in Ordnung.</translation>
    </message>
    <message id="health.repair.done.note">
        <source>Your chats would come back completely on a new device.</source>
        <translation>Auf einem neuen Gerät kämen alle Ihre Chats zurück.</translation>
    </message>
    <message id="health.repair.later">
        <source>The server could not be reached.</source>
        <translation>Der Server war nicht erreichbar.</translation>
    </message>
    <message id="health.repair.later.next">
        <source>You need not do anything. We go on by ourselves.</source>
        <translation>Sie müssen nichts tun. Wir machen von selbst weiter.</translation>
    </message>
    <message id="health.repair.notKept">
        <source>The server does not keep what we save.</source>
        <translation>Der Server behält nicht, was wir sichern.</translation>
    </message>
    <message id="health.repair.otherKey">
        <source>Meanwhile another device has made a new key sheet.</source>
        <translation>Inzwischen hat ein anderes Gerät ein neues Schlüssel-Blatt gemacht.</translation>
    </message>
    <message id="health.repair.otherKey.effect">
        <source>We have overwritten nothing of it.</source>
        <translation>Wir haben nichts davon überschrieben.</translation>
    </message>
    <message id="health.repair.otherKey.next">
        <source>Enter the code of the new sheet.</source>
        <translation>Geben Sie den Code vom neuen Blatt ein.</translation>
    </message>
    <message id="health.repair.running">
        <source>Being repaired …</source>
        <translation>Wird repariert …</translation>
    </message>
    <message id="health.repair.running.note">
        <source>This takes a few seconds. You can read and write meanwhile.</source>
        <translation>Das dauert wenige Sekunden. Sie können weiter lesen und schreiben.</translation>
    </message>
    <message id="health.saveNow">
        <source>Save now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message id="health.section">
        <source>Saving of your chats</source>
        <translation>Sicherung Ihrer Chats</translation>
    </message>
    <message id="health.staysReadable">
        <source>Your chats stay readable on this device.</source>
        <translation>Ihre Chats bleiben auf diesem Gerät lesbar.</translation>
    </message>
    <message id="health.storageIncomplete">
        <source>Your key sheet does not open everything at the moment.</source>
        <translation>Ihr Schlüssel-Blatt öffnet gerade nicht alles.</translation>
    </message>
    <message id="health.storageIncomplete.effect">
        <source>On a new device not all chats would come back.</source>
        <translation>Auf einem neuen Gerät kämen nicht alle Chats zurück.</translation>
    </message>
    <message id="health.storageIncomplete.next">
        <source>“Repair” adds what is missing. Your sheet stays valid.</source>
        <translation>„Reparieren“ ergänzt, was fehlt. Ihr Blatt bleibt gültig.</translation>
    </message>
    <message id="health.title.allSaved">
        <source>Everything is saved</source>
        <translation>Alles gesichert</translation>
    </message>
    <message id="health.title.findings">
        <source>Not everything is all right</source>
        <translation>Nicht alles ist in Ordnung</translation>
    </message>
    <message id="health.title.needsCode">
        <source>The keys of your chats are still missing</source>
        <translation>Die Schlüssel Ihrer Chats fehlen noch</translation>
    </message>
    <message id="health.title.notSaved">
        <source>New keys are not being saved</source>
        <translation>Neue Schlüssel werden nicht gesichert</translation>
    </message>
    <message id="health.title.restoring">
        <source>Your chats are coming back …</source>
        <translation>Ihre Chats kommen zurück …</translation>
    </message>
    <message id="health.title.settingUp">
        <source>Being set up …</source>
        <translation>Wird eingerichtet …</translation>
    </message>
    <message id="health.title.toSave">
        <source>Not saved yet: %1 keys</source>
        <translation>Noch nicht gesichert: %1 Schlüssel</translation>
    </message>
    <message id="health.title.unknown">
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message id="health.understood">
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message id="insurers.intro">
        <source>Choose your health insurer. You sign in there next.</source>
        <translation>Wählen Sie Ihre Krankenkasse. Dort melden Sie sich als Nächstes an.</translation>
    </message>
    <message id="insurers.noneFound">
        <source>No health insurer with this name is in the list. Check the spelling, or type the address of the server.</source>
        <translation>Unter diesem Namen steht keine Krankenkasse in der Liste. Prüfen Sie die Schreibweise oder geben Sie die Adresse des Servers ein.</translation>
    </message>
    <message id="insurers.other">
        <source>My health insurer is not in the list</source>
        <translation>Meine Krankenkasse steht nicht in der Liste</translation>
    </message>
    <message id="insurers.other.note">
        <source>Type the address of the server that your health insurer gave you.</source>
        <translation>Geben Sie die Adresse des Servers ein, die Sie von Ihrer Krankenkasse haben.</translation>
    </message>
    <message id="insurers.search">
        <source>Search for your health insurer</source>
        <translation>Krankenkasse suchen</translation>
    </message>
    <message id="insurers.server">
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message id="insurers.server.empty">
        <source>Please type the address first.</source>
        <translation>Bitte geben Sie zuerst die Adresse ein.</translation>
    </message>
    <message id="insurers.server.help">
        <source>For example: messenger.insurer.de</source>
        <translation>Zum Beispiel: messenger.krankenkasse.de</translation>
    </message>
    <message id="insurers.title">
        <source>Where are you insured?</source>
        <translation>Wo sind Sie versichert?</translation>
    </message>
    <message id="invitation.accept">
        <source>Accept and open the chat</source>
        <translation>Annehmen und Chat öffnen</translation>
    </message>
    <message id="invitation.busy">
        <source>Your answer is being sent …</source>
        <translation>Ihre Antwort wird gesendet …</translation>
    </message>
    <message id="invitation.decline">
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message id="invitation.institution">
        <source>Institution</source>
        <translation>Einrichtung</translation>
    </message>
    <message id="invitation.nameless">
        <source>Somebody without a name</source>
        <translation>Jemand ohne Namen</translation>
    </message>
    <message id="invitation.notEncrypted">
        <source>This chat is not encrypted. You can read there, but for your protection not write.</source>
        <translation>Dieser Chat ist nicht verschlüsselt. Sie können dort lesen, aber zu Ihrem Schutz nicht schreiben.</translation>
    </message>
    <message id="invitation.person">
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message id="invitation.privacy">
        <source>The other side sees your name and your address only after you accept. Nobody else can read what you write.</source>
        <translation>Die andere Seite sieht Ihren Namen und Ihre Adresse erst, wenn Sie annehmen. Niemand sonst kann lesen, was Sie schreiben.</translation>
    </message>
    <message id="invitation.roomName">
        <source>Name of the chat</source>
        <translation>Name des Chats</translation>
    </message>
    <message id="invitation.title">
        <source>%1 invites you</source>
        <translation>%1 lädt Sie ein</translation>
    </message>
    <message id="invitation.topic">
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message id="invitation.who">
        <source>Who invites you</source>
        <translation>Wer Sie einlädt</translation>
    </message>
    <message id="kept.damaged">
        <source>The key code on this device is damaged.</source>
        <translation>Der Schlüssel-Code auf diesem Gerät ist beschädigt.</translation>
    </message>
    <message id="kept.effect.notKept">
        <source>Your key code is not kept on this device. Nothing is lost: your key sheet is valid.</source>
        <translation>Ihr Schlüssel-Code ist nicht auf diesem Gerät gesichert. Nichts ist verloren: Ihr Schlüssel-Blatt gilt.</translation>
    </message>
    <message id="kept.effect.notRead">
        <source>We cannot look for your key code now. Nothing is lost: your key sheet is valid.</source>
        <translation>Wir können gerade nicht nach Ihrem Schlüssel-Code sehen. Nichts ist verloren: Ihr Schlüssel-Blatt gilt.</translation>
    </message>
    <message id="kept.effect.notRemoved">
        <source>Your key code is still kept on this device.</source>
        <translation>Ihr Schlüssel-Code ist noch auf diesem Gerät gesichert.</translation>
    </message>
    <message id="kept.effect.notReplaced">
        <source>An older key code may still be kept on this device. Your newest key sheet is valid.</source>
        <translation>Auf diesem Gerät ist vielleicht noch ein älterer Schlüssel-Code gesichert. Ihr neuestes Schlüssel-Blatt gilt.</translation>
    </message>
    <message id="kept.next.remove">
        <source>Take your key sheet instead. You can remove this code from the device.</source>
        <translation>Nehmen Sie stattdessen Ihr Schlüssel-Blatt. Diesen Code können Sie vom Gerät entfernen.</translation>
    </message>
    <message id="kept.remove">
        <source>Remove this code from the device</source>
        <translation>Diesen Code vom Gerät entfernen</translation>
    </message>
    <message id="kept.replaced">
        <source>The key code on this device is out of date: there is a newer key sheet.</source>
        <translation>Der Schlüssel-Code auf diesem Gerät ist veraltet: Es gibt ein neueres Schlüssel-Blatt.</translation>
    </message>
    <message id="kept.state.kept">
        <source>Kept in the key store of this device. You get your chats back here without paper. Signing out removes it.</source>
        <translation>Gesichert im Schlüsselbund dieses Geräts. So holen Sie Ihre Chats hier auch ohne Papier zurück. Wenn Sie sich abmelden, wird der Code hier gelöscht.</translation>
    </message>
    <message id="kept.state.looking">
        <source>We are looking into the key store of this device …</source>
        <translation>Wir sehen im Schlüsselbund dieses Geräts nach …</translation>
    </message>
    <message id="kept.state.notKept">
        <source>Not kept here. Recommended: then you get your chats back on this device without paper, too.</source>
        <translation>Nicht gesichert. Empfohlen: Dann holen Sie Ihre Chats auf diesem Gerät auch ohne Papier zurück.</translation>
    </message>
    <message id="kept.state.suggested">
        <source>Recommended. We keep your key code in the key store of this device when you show the sheet or leave this page.</source>
        <translation>Empfohlen. Ihr Schlüssel-Code kommt in den Schlüsselbund dieses Geräts, wenn Sie das Blatt anzeigen oder diese Seite verlassen.</translation>
    </message>
    <message id="kept.state.unknown">
        <source>We do not know whether your key code is kept here.</source>
        <translation>Wir wissen nicht, ob Ihr Schlüssel-Code hier gesichert ist.</translation>
    </message>
    <message id="kept.title">
        <source>Keep it on this device, too</source>
        <translation>Zusätzlich auf diesem Gerät sichern</translation>
    </message>
    <message id="kept.way">
        <source>Kept on this device</source>
        <translation>Auf diesem Gerät gespeichert</translation>
    </message>
    <message id="kept.way.kept">
        <source>You do not need any paper.</source>
        <translation>Sie brauchen dafür kein Papier.</translation>
    </message>
    <message id="kept.way.none">
        <source>No key code is kept here.</source>
        <translation>Hier ist kein Schlüssel-Code gespeichert.</translation>
    </message>
    <message id="kept.wrong">
        <source>The key code on this device does not fit your account.</source>
        <translation>Der Schlüssel-Code auf diesem Gerät passt nicht zu Ihrem Konto.</translation>
    </message>
    <message id="keyfile.cancelled.read">
        <source>Cancelled. What was read until then stays.</source>
        <translation>Abgebrochen. Was bis dahin eingelesen wurde, bleibt.</translation>
    </message>
    <message id="keyfile.cancelled.save">
        <source>Cancelled. No file was written.</source>
        <translation>Abgebrochen. Es wurde keine Datei geschrieben.</translation>
    </message>
    <message id="keyfile.cancelling">
        <source>Being cancelled …</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message id="keyfile.cannotRead">
        <source>This file cannot be opened.</source>
        <translation>Diese Datei lässt sich nicht öffnen.</translation>
    </message>
    <message id="keyfile.cannotRead.next">
        <source>Check whether the file is still there, and whether the USB stick is plugged in.</source>
        <translation>Prüfen Sie, ob die Datei noch da ist und ob der USB-Stick steckt.</translation>
    </message>
    <message id="keyfile.cannotWrite">
        <source>The file could not be written there.</source>
        <translation>Die Datei konnte dort nicht geschrieben werden.</translation>
    </message>
    <message id="keyfile.cannotWrite.effect">
        <source>Nothing was saved. A file of the same name is unchanged.</source>
        <translation>Es wurde nichts gespeichert. Eine Datei mit demselben Namen ist unverändert.</translation>
    </message>
    <message id="keyfile.cannotWrite.next">
        <source>Perhaps you may not save there. Choose another folder.</source>
        <translation>Vielleicht dürfen Sie dort nicht speichern. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message id="keyfile.choose">
        <source>Choose the file</source>
        <translation>Datei auswählen</translation>
    </message>
    <message id="keyfile.choose.note">
        <source>You have saved it on the old device, for example on a USB stick.</source>
        <translation>Sie haben sie auf dem alten Gerät gespeichert, zum Beispiel auf einem USB-Stick.</translation>
    </message>
    <message id="keyfile.chooseOther">
        <source>Choose another file</source>
        <translation>Andere Datei auswählen</translation>
    </message>
    <message id="keyfile.chosen">
        <source>Chosen: %1</source>
        <translation>Ausgewählt: %1</translation>
    </message>
    <message id="keyfile.damaged">
        <source>This file is damaged or incomplete.</source>
        <translation>Diese Datei ist beschädigt oder unvollständig.</translation>
    </message>
    <message id="keyfile.damaged.next">
        <source>Choose another copy, or save the keys again on the old device.</source>
        <translation>Wählen Sie eine andere Kopie, oder sichern Sie die Schlüssel auf dem alten Gerät noch einmal.</translation>
    </message>
    <message id="keyfile.encrypting">
        <source>The file is being encrypted. This takes some seconds …</source>
        <translation>Die Datei wird verschlüsselt. Das dauert einige Sekunden …</translation>
    </message>
    <message id="keyfile.failed.next">
        <source>Close the program and start it again. Then try once more.</source>
        <translation>Schließen Sie das Programm und starten Sie es neu. Versuchen Sie es dann noch einmal.</translation>
    </message>
    <message id="keyfile.fileName">
        <source>Message keys</source>
        <translation>Nachrichten-Schlüssel</translation>
    </message>
    <message id="keyfile.filter">
        <source>Key files</source>
        <translation>Schlüssel-Dateien</translation>
    </message>
    <message id="keyfile.leftOut">
        <source>Damaged and left out: %1. A few older messages may stay unreadable.</source>
        <translation>Beschädigt und ausgelassen: %1. Einige ältere Nachrichten bleiben vielleicht unlesbar.</translation>
    </message>
    <message id="keyfile.leftOut.title">
        <source>Some keys are damaged.</source>
        <translation>Einige Schlüssel sind beschädigt.</translation>
    </message>
    <message id="keyfile.noFile">
        <source>No file was written.</source>
        <translation>Es wurde keine Datei geschrieben.</translation>
    </message>
    <message id="keyfile.noRoom">
        <source>There is no room left for the file.</source>
        <translation>Für die Datei ist kein Platz mehr.</translation>
    </message>
    <message id="keyfile.noRoom.next">
        <source>Delete files you no longer need, or choose another disk or USB stick.</source>
        <translation>Löschen Sie Dateien, die Sie nicht mehr brauchen, oder wählen Sie einen anderen Datenträger, zum Beispiel einen USB-Stick.</translation>
    </message>
    <message id="keyfile.nothing">
        <source>There are no keys on this device yet.</source>
        <translation>Auf diesem Gerät gibt es noch keine Schlüssel.</translation>
    </message>
    <message id="keyfile.nothing.next">
        <source>Bring your chats back first, or try again when you have received messages.</source>
        <translation>Holen Sie erst Ihre Chats zurück, oder versuchen Sie es wieder, wenn Sie Nachrichten bekommen haben.</translation>
    </message>
    <message id="keyfile.nothingNew">
        <source>This file brought nothing new.</source>
        <translation>Diese Datei hat nichts Neues gebracht.</translation>
    </message>
    <message id="keyfile.opening">
        <source>The file is being opened. This takes some seconds …</source>
        <translation>Die Datei wird geöffnet. Das dauert einige Sekunden …</translation>
    </message>
    <message id="keyfile.other">
        <source>This is not a file with message keys.</source>
        <translation>Das ist keine Datei mit Nachrichten-Schlüsseln.</translation>
    </message>
    <message id="keyfile.other.next">
        <source>Choose the file that you saved yourself. Often its name ends with .txt.</source>
        <translation>Wählen Sie die Datei, die Sie selbst gespeichert haben. Oft endet ihr Name auf .txt.</translation>
    </message>
    <message id="keyfile.password">
        <source>Password of the file</source>
        <translation>Passwort der Datei</translation>
    </message>
    <message id="keyfile.password.again">
        <source>The same password again</source>
        <translation>Das Passwort noch einmal</translation>
    </message>
    <message id="keyfile.password.different">
        <source>The two passwords are not the same.</source>
        <translation>Die beiden Passwörter sind nicht gleich.</translation>
    </message>
    <message id="keyfile.password.help">
        <source>At least 12 characters. Several words are easy to remember.</source>
        <translation>Mindestens 12 Zeichen. Mehrere Wörter kann man sich gut merken.</translation>
    </message>
    <message id="keyfile.password.missing">
        <source>Please type the password.</source>
        <translation>Bitte geben Sie das Passwort ein.</translation>
    </message>
    <message id="keyfile.password.new">
        <source>Password for the file</source>
        <translation>Passwort für die Datei</translation>
    </message>
    <message id="keyfile.password.old.help">
        <source>You have chosen it when you saved the file.</source>
        <translation>Sie haben es beim Speichern der Datei gewählt.</translation>
    </message>
    <message id="keyfile.password.tooShort">
        <source>This password is too short. It needs at least 12 characters.</source>
        <translation>Dieses Passwort ist zu kurz. Es braucht mindestens 12 Zeichen.</translation>
    </message>
    <message id="keyfile.progress">
        <source>Keys: %1 of %2</source>
        <translation>Schlüssel: %1 von %2</translation>
    </message>
    <message id="keyfile.read">
        <source>The keys are on this device now.</source>
        <translation>Die Schlüssel sind jetzt auf diesem Gerät.</translation>
    </message>
    <message id="keyfile.read.count">
        <source>New keys: %1. Known already: %2.</source>
        <translation>Neue Schlüssel: %1. Schon bekannt: %2.</translation>
    </message>
    <message id="keyfile.read.intro">
        <source>The keys in the file make earlier messages readable on this device.</source>
        <translation>Mit den Schlüsseln aus der Datei werden frühere Nachrichten auf diesem Gerät lesbar.</translation>
    </message>
    <message id="keyfile.read.now">
        <source>Read in</source>
        <translation>Einlesen</translation>
    </message>
    <message id="keyfile.read.title">
        <source>Read in message keys</source>
        <translation>Nachrichten-Schlüssel einlesen</translation>
    </message>
    <message id="keyfile.readFailed">
        <source>The keys could not be stored on this device.</source>
        <translation>Die Schlüssel konnten auf diesem Gerät nicht gespeichert werden.</translation>
    </message>
    <message id="keyfile.readFailed.effect">
        <source>What was read until then stays. The file is unchanged.</source>
        <translation>Was bis dahin eingelesen wurde, bleibt. Die Datei ist unverändert.</translation>
    </message>
    <message id="keyfile.readFailed.next">
        <source>Check whether there is room left on your disk, and try again.</source>
        <translation>Prüfen Sie, ob auf Ihrer Festplatte noch Platz ist, und versuchen Sie es wieder.</translation>
    </message>
    <message id="keyfile.save">
        <source>Save message keys</source>
        <translation>Nachrichten-Schlüssel sichern</translation>
    </message>
    <message id="keyfile.save.intro">
        <source>With this file you can read your earlier messages on another device or in another program. It holds the keys, not the messages.</source>
        <translation>Mit dieser Datei können Sie Ihre früheren Nachrichten auf einem anderen Gerät oder in einem anderen Programm lesen. Darin sind die Schlüssel, nicht die Nachrichten.</translation>
    </message>
    <message id="keyfile.save.now">
        <source>Save as a file …</source>
        <translation>Als Datei speichern …</translation>
    </message>
    <message id="keyfile.saveFailed">
        <source>Your keys could not be read on this device.</source>
        <translation>Ihre Schlüssel konnten auf diesem Gerät nicht gelesen werden.</translation>
    </message>
    <message id="keyfile.saved">
        <source>Saved as “%1”.</source>
        <translation>Gespeichert als „%1“.</translation>
    </message>
    <message id="keyfile.saved.count">
        <source>Keys in the file: %1. Keep file and password well, and apart from each other.</source>
        <translation>Schlüssel in der Datei: %1. Bewahren Sie Datei und Passwort gut und getrennt voneinander auf.</translation>
    </message>
    <message id="keyfile.tooLarge">
        <source>This file is too large.</source>
        <translation>Diese Datei ist zu groß.</translation>
    </message>
    <message id="keyfile.tooLarge.next">
        <source>Files with message keys have at most 200 megabytes. Check whether it is the right file.</source>
        <translation>Dateien mit Nachrichten-Schlüsseln haben höchstens 200 Megabyte. Prüfen Sie, ob es die richtige Datei ist.</translation>
    </message>
    <message id="keyfile.tooMany">
        <source>Your keys are too many for one file.</source>
        <translation>Ihre Schlüssel sind zu viele für eine Datei.</translation>
    </message>
    <message id="keyfile.tooMany.next">
        <source>Use your key sheet instead: it brings back all chats.</source>
        <translation>Nehmen Sie Ihr Schlüssel-Blatt: Es bringt alle Chats zurück.</translation>
    </message>
    <message id="keyfile.unproven">
        <source>Messages that you read with these keys are marked.</source>
        <translation>Nachrichten, die Sie mit diesen Schlüsseln lesen, sind gekennzeichnet.</translation>
    </message>
    <message id="keyfile.unproven.text">
        <source>Nobody can prove who wrote them, because the keys come from a file.</source>
        <translation>Wer sie geschrieben hat, ist nicht bewiesen, denn die Schlüssel kommen aus einer Datei.</translation>
    </message>
    <message id="keyfile.warning">
        <source>Who has this file and its password can read your chats.</source>
        <translation>Wer diese Datei und ihr Passwort hat, kann Ihre Chats lesen.</translation>
    </message>
    <message id="keyfile.warning.text">
        <source>Keep both well and apart from each other. Do not send the file to anybody. Without the password nobody can open it, not even your health insurer.</source>
        <translation>Bewahren Sie beides gut und getrennt auf. Schicken Sie die Datei niemandem. Ohne das Passwort kann niemand sie öffnen, auch Ihre Krankenkasse nicht.</translation>
    </message>
    <message id="keyfile.wrongPassword">
        <source>The password does not fit this file.</source>
        <translation>Das Passwort passt nicht zu dieser Datei.</translation>
    </message>
    <message id="keyfile.wrongPassword.next">
        <source>Capital and small letters matter. If you are sure of it, the file was changed: choose another copy.</source>
        <translation>Groß- und Kleinschreibung zählt. Wenn Sie sicher sind, wurde die Datei verändert: Wählen Sie eine andere Kopie.</translation>
    </message>
    <message id="keysheet.capital">
        <source>capital %1</source>
        <translation>groß %1</translation>
    </message>
    <message id="keysheet.check.camera">
        <source>Check with the camera</source>
        <translation>Mit der Kamera prüfen</translation>
    </message>
    <message id="keysheet.check.now">
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message id="keysheet.check.picture">
        <source>Check with a picture or the PDF</source>
        <translation>Mit einem Bild oder dem PDF prüfen</translation>
    </message>
    <message id="keysheet.checked">
        <source>That is right.</source>
        <translation>Das stimmt.</translation>
    </message>
    <message id="keysheet.checked.next">
        <source>Your key sheet is complete. Keep it well.</source>
        <translation>Ihr Schlüssel-Blatt ist vollständig. Heben Sie es gut auf.</translation>
    </message>
    <message id="keysheet.cover">
        <source>Cover it now</source>
        <translation>Jetzt verdecken</translation>
    </message>
    <message id="keysheet.coverNote">
        <source>We cover the sheet after two minutes. You can show it again at any time.</source>
        <translation>Wir verdecken das Blatt nach zwei Minuten. Sie können es jederzeit wieder anzeigen.</translation>
    </message>
    <message id="keysheet.covered">
        <source>Your key sheet is covered. Show it when nobody looks over your shoulder.</source>
        <translation>Ihr Schlüssel-Blatt ist verdeckt. Zeigen Sie es an, wenn Ihnen niemand über die Schulter sieht.</translation>
    </message>
    <message id="keysheet.created">
        <source>Made on</source>
        <translation>Erstellt am</translation>
    </message>
    <message id="keysheet.fetching">
        <source>Your key sheet is being fetched …</source>
        <translation>Ihr Schlüssel-Blatt wird geholt …</translation>
    </message>
    <message id="keysheet.fileName">
        <source>Key-sheet.pdf</source>
        <translation>Schluessel-Blatt.pdf</translation>
    </message>
    <message id="keysheet.group">
        <source>Group %1: %2</source>
        <translation>Gruppe %1: %2</translation>
    </message>
    <message id="keysheet.groups">
        <source>Key code in twelve groups</source>
        <translation>Schlüssel-Code in zwölf Gruppen</translation>
    </message>
    <message id="keysheet.intro">
        <source>With this sheet you open your chats on a new device. You do not have to remember anything.</source>
        <translation>Mit diesem Blatt öffnen Sie Ihre Chats auf einem neuen Gerät. Sie brauchen sich nichts zu merken.</translation>
    </message>
    <message id="keysheet.keep">
        <source>Keep it like an identity card: do not take a photo of it and do not send it.</source>
        <translation>Bewahren Sie es auf wie einen Ausweis: nicht fotografieren und nicht verschicken.</translation>
    </message>
    <message id="keysheet.lastFour">
        <source>The last four characters</source>
        <translation>Die letzten vier Zeichen</translation>
    </message>
    <message id="keysheet.lastFour.wrong">
        <source>These are not the last four characters. Capital and small letters matter.</source>
        <translation>Das sind nicht die letzten vier Zeichen. Große und kleine Buchstaben sind wichtig.</translation>
    </message>
    <message id="keysheet.letters">
        <source>Capital and small letters matter. Capital O, capital I, small L and the digit 0 never occur.</source>
        <translation>Große und kleine Buchstaben sind wichtig. Großes O, großes I, kleines L und die Ziffer 0 kommen nicht vor.</translation>
    </message>
    <message id="keysheet.longer">
        <source>Two more minutes</source>
        <translation>Noch zwei Minuten</translation>
    </message>
    <message id="keysheet.madeOn">
        <source>Made on %1, mark %2</source>
        <translation>Erstellt am %1, Kennzeichen %2</translation>
    </message>
    <message id="keysheet.mark">
        <source>Mark of this sheet</source>
        <translation>Kennzeichen des Blatts</translation>
    </message>
    <message id="keysheet.missing">
        <source>Your key code is not on this device.</source>
        <translation>Ihr Schlüssel-Code liegt nicht auf diesem Gerät.</translation>
    </message>
    <message id="keysheet.missing.needsCode">
        <source>First bring your chats back.</source>
        <translation>Holen Sie zuerst Ihre Chats zurück.</translation>
    </message>
    <message id="keysheet.missing.needsCode.next">
        <source>For this you need the sheet that you already have.</source>
        <translation>Dafür brauchen Sie das Blatt, das Sie schon haben.</translation>
    </message>
    <message id="keysheet.missing.next">
        <source>The sheet that you already have stays valid. Keep it well.</source>
        <translation>Das Blatt, das Sie schon haben, bleibt gültig. Heben Sie es gut auf.</translation>
    </message>
    <message id="keysheet.missing.unknown">
        <source>We do not know yet how it stands with your key sheet.</source>
        <translation>Wir wissen noch nicht, wie es um Ihr Schlüssel-Blatt steht.</translation>
    </message>
    <message id="keysheet.missing.unknown.next">
        <source>For this we need a connection to the server. Look again a little later.</source>
        <translation>Dafür brauchen wir eine Verbindung zum Server. Sehen Sie etwas später noch einmal nach.</translation>
    </message>
    <message id="keysheet.noRoom.next">
        <source>Nothing has changed. Delete files you no longer need, or choose another disk or USB stick.</source>
        <translation>Es hat sich nichts geändert. Löschen Sie Dateien, die Sie nicht mehr brauchen, oder wählen Sie einen anderen Datenträger, zum Beispiel einen USB-Stick.</translation>
    </message>
    <message id="keysheet.notEnough">
        <source>The code alone is not enough: one also needs your sign-in.</source>
        <translation>Der Code allein genügt nicht: Man braucht auch Ihre Anmeldung.</translation>
    </message>
    <message id="keysheet.otherSheet">
        <source>This is a key sheet, but not the one that is in use now.</source>
        <translation>Das ist ein Schlüssel-Blatt, aber nicht das, das jetzt gilt.</translation>
    </message>
    <message id="keysheet.otherSheet.next">
        <source>Take the sheet that you have printed last.</source>
        <translation>Nehmen Sie das Blatt, das Sie zuletzt gedruckt haben.</translation>
    </message>
    <message id="keysheet.phone">
        <source>Help by phone</source>
        <extracomment>Where to call, on the printed page: a phone number and when somebody answers</extracomment>
        <translation>Hilfe am Telefon</translation>
    </message>
    <message id="keysheet.print">
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message id="keysheet.printCancelled">
        <source>The sheet was not printed: printing was cancelled.</source>
        <translation>Das Blatt wurde nicht gedruckt: Der Druck wurde abgebrochen.</translation>
    </message>
    <message id="keysheet.printCancelled.next">
        <source>You can print it at any time.</source>
        <translation>Sie können es jederzeit drucken.</translation>
    </message>
    <message id="keysheet.printFailed">
        <source>The sheet could not be printed.</source>
        <translation>Das Blatt konnte nicht gedruckt werden.</translation>
    </message>
    <message id="keysheet.printFailed.next">
        <source>Check whether the printer is switched on, and try again. Or save the sheet as a PDF.</source>
        <translation>Prüfen Sie, ob der Drucker eingeschaltet ist, und versuchen Sie es noch einmal. Oder speichern Sie das Blatt als PDF.</translation>
    </message>
    <message id="keysheet.printed">
        <source>The sheet is on its way to the printer.</source>
        <translation>Das Blatt ist auf dem Weg zum Drucker.</translation>
    </message>
    <message id="keysheet.printed.next">
        <source>Fetch it at once, and look whether the code is complete.</source>
        <translation>Holen Sie es gleich und sehen Sie nach, ob der Code vollständig ist.</translation>
    </message>
    <message id="keysheet.printing">
        <source>The print dialog of your computer is open.</source>
        <translation>Der Druck-Dialog Ihres Computers ist offen.</translation>
    </message>
    <message id="keysheet.printing.next">
        <source>Choose your printer there.</source>
        <translation>Wählen Sie dort Ihren Drucker.</translation>
    </message>
    <message id="keysheet.purpose">
        <source>With this sheet you get your chats back on a new device.</source>
        <translation>Mit diesem Blatt holen Sie Ihre Chats auf ein neues Gerät zurück.</translation>
    </message>
    <message id="keysheet.qr">
        <source>QR code of your key code. The twelve groups below say the same.</source>
        <translation>QR-Code Ihres Schlüssel-Codes. Die zwölf Gruppen darunter sagen dasselbe.</translation>
    </message>
    <message id="keysheet.qr.spoken">
        <source>The key code as a QR code</source>
        <translation>Der Schlüssel-Code als QR-Code</translation>
    </message>
    <message id="keysheet.remind">
        <source>Do you have your key sheet on paper? With it your chats come to a new device.</source>
        <translation>Haben Sie Ihr Schlüssel-Blatt schon auf Papier? Damit kommen Ihre Chats auf ein neues Gerät.</translation>
    </message>
    <message id="keysheet.remind.open">
        <source>See key sheet</source>
        <translation>Schlüssel-Blatt ansehen</translation>
    </message>
    <message id="keysheet.save">
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message id="keysheet.save.accept">
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message id="keysheet.save.html">
        <source>Save for a screen reader</source>
        <translation>Für Vorlese-Programme speichern</translation>
    </message>
    <message id="keysheet.saveFailed">
        <source>The file could not be saved.</source>
        <translation>Die Datei konnte nicht gespeichert werden.</translation>
    </message>
    <message id="keysheet.saveFailed.next">
        <source>Nothing has changed. Choose another folder and try again.</source>
        <translation>Nichts hat sich geändert. Wählen Sie einen anderen Ordner und versuchen Sie es noch einmal.</translation>
    </message>
    <message id="keysheet.saved">
        <source>Saved as “%1”.</source>
        <translation>Gespeichert als „%1“.</translation>
    </message>
    <message id="keysheet.saved.next">
        <source>Print it soon. Who has this file has your key code.</source>
        <translation>Drucken Sie die Datei bald aus. Wer sie hat, hat Ihren Schlüssel-Code.</translation>
    </message>
    <message id="keysheet.show">
        <source>Show the key sheet</source>
        <translation>Schlüssel-Blatt anzeigen</translation>
    </message>
    <message id="keysheet.showAgain">
        <source>Show the sheet again</source>
        <translation>Blatt wieder anzeigen</translation>
    </message>
    <message id="keysheet.staysCovered">
        <source>The sheet stays covered.</source>
        <translation>Das Blatt bleibt verdeckt.</translation>
    </message>
    <message id="keysheet.step.check">
        <source>Check it quickly</source>
        <translation>Kurz prüfen</translation>
    </message>
    <message id="keysheet.step.check.camera">
        <source>Type the last four characters from your paper, or hold it in front of the camera.</source>
        <translation>Tippen Sie die letzten vier Zeichen von Ihrem Papier ab, oder halten Sie es vor die Kamera.</translation>
    </message>
    <message id="keysheet.step.check.note">
        <source>Type the last four characters from your paper.</source>
        <translation>Tippen Sie die letzten vier Zeichen von Ihrem Papier ein.</translation>
    </message>
    <message id="keysheet.step.keep">
        <source>Keep it well</source>
        <translation>Gut aufheben</translation>
    </message>
    <message id="keysheet.step.keep.note">
        <source>For example with your identity card. Please do not take a photo of it and do not send it.</source>
        <translation>Zum Beispiel bei Ihrem Ausweis. Bitte nicht fotografieren und nicht verschicken.</translation>
    </message>
    <message id="keysheet.step.print">
        <source>Print it</source>
        <translation>Drucken Sie es aus</translation>
    </message>
    <message id="keysheet.step.print.note">
        <source>One sheet of paper is enough. Your computer asks for the printer.</source>
        <translation>Ein Blatt Papier genügt. Ihr Computer fragt nach dem Drucker.</translation>
    </message>
    <message id="keysheet.step.save">
        <source>Save it as a PDF and print it</source>
        <translation>Als PDF speichern und drucken</translation>
    </message>
    <message id="keysheet.step.save.note">
        <source>One sheet of paper is enough. Then delete the file.</source>
        <translation>Ein Blatt Papier genügt. Löschen Sie danach die Datei.</translation>
    </message>
    <message id="keysheet.title">
        <source>Key sheet</source>
        <translation>Schlüssel-Blatt</translation>
    </message>
    <message id="keysheet.yours">
        <source>Your key sheet</source>
        <translation>Ihr Schlüssel-Blatt</translation>
    </message>
    <message id="list.position">
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message id="login.again.notice">
        <source>Your sign-in has expired</source>
        <translation>Ihre Anmeldung ist abgelaufen</translation>
    </message>
    <message id="login.again.text">
        <source>Your chats are still here. After signing in you go on where you were.</source>
        <translation>Ihre Chats sind noch da. Nach der Anmeldung machen Sie weiter, wo Sie waren.</translation>
    </message>
    <message id="login.again.title">
        <source>Please sign in again</source>
        <translation>Bitte melden Sie sich erneut an</translation>
    </message>
    <message id="login.asking">
        <source>We are asking how you can sign in …</source>
        <translation>Wir fragen, wie Sie sich anmelden können …</translation>
    </message>
    <message id="login.browser">
        <source>Sign in with the browser</source>
        <translation>Mit dem Browser anmelden</translation>
    </message>
    <message id="login.browser.note">
        <source>Opens your browser</source>
        <translation>Öffnet Ihren Browser</translation>
    </message>
    <message id="login.checklist">
        <source>You need</source>
        <translation>Das brauchen Sie</translation>
    </message>
    <message id="login.checklist.account">
        <source>Your sign-in</source>
        <translation>Ihre Anmeldung</translation>
    </message>
    <message id="login.checklist.account.text">
        <source>The health ID or the account of your health insurer</source>
        <translation>Die GesundheitsID oder das Konto bei Ihrer Krankenkasse</translation>
    </message>
    <message id="login.checklist.time">
        <source>A few minutes</source>
        <translation>Ein paar Minuten</translation>
    </message>
    <message id="login.checklist.time.text">
        <source>You can stop at any time and go on later.</source>
        <translation>Sie können jederzeit aufhören und später weitermachen.</translation>
    </message>
    <message id="login.chooseAnother">
        <source>Choose another health insurer</source>
        <translation>Andere Krankenkasse wählen</translation>
    </message>
    <message id="login.inBrowser.again">
        <source>Open the browser again</source>
        <translation>Browser noch einmal öffnen</translation>
    </message>
    <message id="login.inBrowser.text">
        <source>Your browser has opened the page of your health insurer. Sign in there and then come back to this window. You have as much time as you need.</source>
        <translation>Ihr Browser hat die Seite Ihrer Krankenkasse geöffnet. Melden Sie sich dort an und kommen Sie dann zu diesem Fenster zurück. Sie haben so viel Zeit, wie Sie brauchen.</translation>
    </message>
    <message id="login.inBrowser.title">
        <source>Go on in the browser</source>
        <translation>Weiter geht es im Browser</translation>
    </message>
    <message id="login.loggingIn">
        <source>Signing in …</source>
        <translation>Sie werden angemeldet …</translation>
    </message>
    <message id="login.noBrowser.copy">
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message id="login.noBrowser.text">
        <source>Copy the address and open it in a browser on this device. Sign in there and then come back to this window.</source>
        <translation>Kopieren Sie die Adresse und öffnen Sie sie in einem Browser auf diesem Gerät. Melden Sie sich dort an und kommen Sie dann zu diesem Fenster zurück.</translation>
    </message>
    <message id="login.noBrowser.title">
        <source>No browser has opened</source>
        <translation>Es hat sich kein Browser geöffnet</translation>
    </message>
    <message id="login.password">
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message id="login.password.empty">
        <source>Please type your password.</source>
        <translation>Bitte geben Sie Ihr Passwort ein.</translation>
    </message>
    <message id="login.password.hide">
        <source>Hide password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message id="login.password.show">
        <source>Show password</source>
        <translation>Passwort zeigen</translation>
    </message>
    <message id="login.title">
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message id="login.user">
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message id="login.user.empty">
        <source>Please type your user name.</source>
        <translation>Bitte geben Sie Ihren Benutzernamen ein.</translation>
    </message>
    <message id="login.withPassword">
        <source>Sign in with the password</source>
        <translation>Mit dem Passwort anmelden</translation>
    </message>
    <message id="main.nothingOpen.text">
        <source>Then you see the messages here.</source>
        <translation>Dann sehen Sie hier die Nachrichten.</translation>
    </message>
    <message id="main.nothingOpen.title">
        <source>Choose a chat</source>
        <translation>Wählen Sie einen Chat</translation>
    </message>
    <message id="nav.chats">
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message id="nav.places">
        <source>Places</source>
        <translation>Bereiche</translation>
    </message>
    <message id="nav.profile">
        <source>My profile</source>
        <translation>Mein Profil</translation>
    </message>
    <message id="nav.settings">
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message id="nav.withCount">
        <source>%1, %2 new</source>
        <extracomment>%1 is the place, %2 how many new things are there</extracomment>
        <translation>%1, %2 neu</translation>
    </message>
    <message id="newchat.address.empty">
        <source>Please type the address first.</source>
        <translation>Bitte geben Sie zuerst die Adresse ein.</translation>
    </message>
    <message id="newchat.address.help">
        <source>For example: @name:server.de</source>
        <translation>Zum Beispiel: @name:server.de</translation>
    </message>
    <message id="newchat.address.wrong">
        <source>This is not a TI-M address. It looks like this: @name:server.de</source>
        <translation>Das ist keine TI-M-Adresse. Sie sieht so aus: @name:server.de</translation>
    </message>
    <message id="newchat.busy">
        <source>The chat is being started …</source>
        <translation>Der Chat wird begonnen …</translation>
    </message>
    <message id="newchat.intro">
        <source>Type the TI-M address of a person or practice. You find it for example on their letter or on their website.</source>
        <translation>Geben Sie die TI-M-Adresse einer Person oder Praxis ein. Sie steht zum Beispiel auf einem Brief oder auf der Internetseite.</translation>
    </message>
    <message id="newchat.start">
        <source>Start the chat</source>
        <translation>Chat beginnen</translation>
    </message>
    <message id="newchat.unreachable">
        <source>This person cannot be reached, or does not allow new chats.</source>
        <translation>Diese Person ist nicht erreichbar oder erlaubt keine neuen Chats.</translation>
    </message>
    <message id="newchat.unreachable.effect">
        <source>No chat was started.</source>
        <translation>Es wurde kein Chat begonnen.</translation>
    </message>
    <message id="newchat.unreachable.next">
        <source>Check the address. You can also call the practice and ask them to write to you.</source>
        <translation>Prüfen Sie die Adresse. Sie können auch in der Praxis anrufen und bitten, dass man Ihnen schreibt.</translation>
    </message>
    <message id="opening.text">
        <source>Your chats are being opened …</source>
        <translation>Ihre Chats werden geöffnet …</translation>
    </message>
    <message id="opening.title">
        <source>One moment</source>
        <translation>Einen Moment</translation>
    </message>
    <message id="page.step">
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message id="preparing.text">
        <source>This takes a few seconds. Keys are made on this device and never leave it unprotected.</source>
        <translation>Das dauert ein paar Sekunden. Die Schlüssel entstehen auf diesem Gerät und verlassen es nie ungeschützt.</translation>
    </message>
    <message id="preparing.title">
        <source>One moment – your safe chat is being prepared</source>
        <translation>Einen Moment – Ihr sicherer Chat wird vorbereitet</translation>
    </message>
    <message id="profile.address">
        <source>TI-M address</source>
        <translation>TI-M-Adresse</translation>
    </message>
    <message id="profile.device">
        <source>This device</source>
        <translation>Dieses Gerät</translation>
    </message>
    <message id="profile.deviceId">
        <source>Identifier</source>
        <translation>Kennung</translation>
    </message>
    <message id="profile.fingerprint">
        <source>Security code of this device</source>
        <translation>Sicherheitscode dieses Geräts</translation>
    </message>
    <message id="profile.insurer">
        <source>Health insurer</source>
        <translation>Krankenkasse</translation>
    </message>
    <message id="profile.insurer.server">
        <source>%1 (%2)</source>
        <extracomment>%1 is the health insurer, %2 its server</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message id="profile.logOut">
        <source>Sign out on this device</source>
        <translation>Auf diesem Gerät abmelden</translation>
    </message>
    <message id="profile.logOut.confirm">
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message id="profile.logOut.note">
        <source>Removes your chats from this device</source>
        <translation>Entfernt Ihre Chats von diesem Gerät</translation>
    </message>
    <message id="profile.logOut.text">
        <source>All chats and keys are removed from this device. Messages that were not sent are lost. After signing in again you may not be able to read older messages on this device.</source>
        <translation>Alle Chats und Schlüssel werden von diesem Gerät entfernt. Nachrichten, die noch nicht gesendet sind, gehen verloren. Ältere Nachrichten können Sie nach einer neuen Anmeldung auf diesem Gerät vielleicht nicht mehr lesen.</translation>
    </message>
    <message id="profile.logOut.text.kept">
        <source>The key code that is kept on this device is removed, too. You need your key sheet to get your chats back.</source>
        <translation>Auch der Schlüssel-Code, der auf diesem Gerät gesichert ist, wird entfernt. Damit Sie Ihre Chats zurückholen können, brauchen Sie Ihr Schlüssel-Blatt.</translation>
    </message>
    <message id="profile.logOut.title">
        <source>Sign out on this device?</source>
        <translation>Auf diesem Gerät abmelden?</translation>
    </message>
    <message id="profile.name">
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message id="profile.name.note">
        <source>Your name comes from your health insurer. You cannot change it here.</source>
        <translation>Ihr Name kommt von Ihrer Krankenkasse. Sie können ihn hier nicht ändern.</translation>
    </message>
    <message id="profile.public">
        <source>What others see</source>
        <translation>Was andere sehen</translation>
    </message>
    <message id="profile.recovery">
        <source>For a new device</source>
        <translation>Für ein neues Gerät</translation>
    </message>
    <message id="profile.server">
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message id="recovery.allSaved">
        <source>All keys of your chats are saved.</source>
        <translation>Alle Schlüssel Ihrer Chats sind gesichert.</translation>
    </message>
    <message id="recovery.allSavedAt">
        <source>All keys of your chats are saved. Last saved: %1.</source>
        <translation>Alle Schlüssel Ihrer Chats sind gesichert. Zuletzt gesichert: %1.</translation>
    </message>
    <message id="recovery.needsCode">
        <source>Your earlier chats cannot be read on this device yet.</source>
        <translation>Ihre Chats von früher sind auf diesem Gerät noch nicht lesbar.</translation>
    </message>
    <message id="recovery.notSaved">
        <source>New keys are not being saved at the moment. Your chats stay readable on this device.</source>
        <translation>Neue Schlüssel werden gerade nicht gesichert. Ihre Chats bleiben auf diesem Gerät lesbar.</translation>
    </message>
    <message id="recovery.restored">
        <source>Keys brought back: %1.</source>
        <translation>Zurückgeholte Schlüssel: %1.</translation>
    </message>
    <message id="recovery.restoring">
        <source>Keys brought back so far: %1. The newest chats come first.</source>
        <translation>Bisher zurückgeholte Schlüssel: %1. Die neuesten Chats kommen zuerst.</translation>
    </message>
    <message id="recovery.restoringOf">
        <source>Keys brought back so far: %1 of %2. The newest chats come first.</source>
        <translation>Bisher zurückgeholte Schlüssel: %1 von %2. Die neuesten Chats kommen zuerst.</translation>
    </message>
    <message id="recovery.settingUp">
        <source>Your key sheet is being prepared …</source>
        <translation>Ihr Schlüssel-Blatt wird vorbereitet …</translation>
    </message>
    <message id="recovery.toSave">
        <source>Keys that are not saved yet: %1. This goes on by itself.</source>
        <translation>Noch nicht gesicherte Schlüssel: %1. Das geht von selbst weiter.</translation>
    </message>
    <message id="renew.allTheSame">
        <source>Renew all the same</source>
        <translation>Trotzdem erneuern</translation>
    </message>
    <message id="renew.begin">
        <source>Renew keys now</source>
        <translation>Schlüssel jetzt erneuern</translation>
    </message>
    <message id="renew.confirm.withPassword">
        <source>Confirm with the password</source>
        <translation>Mit dem Passwort bestätigen</translation>
    </message>
    <message id="renew.countAgain">
        <source>Count again</source>
        <translation>Neu zählen</translation>
    </message>
    <message id="renew.devices.lookThere">
        <source>Look there first. They may still have your keys: %1</source>
        <translation>Sehen Sie dort zuerst nach. Vielleicht haben sie Ihre Schlüssel noch: %1</translation>
    </message>
    <message id="renew.devices.none">
        <source>No other device is signed in.</source>
        <translation>Es ist kein anderes Gerät angemeldet.</translation>
    </message>
    <message id="renew.done">
        <source>Your keys are renewed.</source>
        <translation>Ihre Schlüssel sind erneuert.</translation>
    </message>
    <message id="renew.done.text">
        <source>Print or save your new key sheet now. The old one is no longer valid: destroy it.</source>
        <translation>Drucken oder speichern Sie jetzt Ihr neues Schlüssel-Blatt. Das alte gilt nicht mehr: Vernichten Sie es.</translation>
    </message>
    <message id="renew.factsChanged">
        <source>Another device has just changed your keys.</source>
        <translation>Ein anderes Gerät hat gerade Ihre Schlüssel geändert.</translation>
    </message>
    <message id="renew.factsChanged.effect">
        <source>Nothing has been renewed.</source>
        <translation>Es wurde nichts erneuert.</translation>
    </message>
    <message id="renew.factsChanged.next">
        <source>Please look at the numbers again.</source>
        <translation>Bitte sehen Sie sich die Zahlen noch einmal an.</translation>
    </message>
    <message id="renew.goesOn">
        <source>You do not have to wait. It also goes on when you close this page.</source>
        <translation>Sie müssen nicht warten. Es geht auch weiter, wenn Sie diese Seite schließen.</translation>
    </message>
    <message id="renew.intro">
        <source>For %1 · %2. Useful if somebody has got hold of your key sheet or of one of your devices.</source>
        <extracomment>%1 is the person's name, %2 the health insurer</extracomment>
        <translation>Für %1 · %2. Sinnvoll, wenn jemand Ihr Schlüssel-Blatt oder ein Gerät in die Hand bekommen hat.</translation>
    </message>
    <message id="renew.intro.nothingLeft">
        <source>For %1 · %2. For you if you find neither your key sheet nor another device.</source>
        <extracomment>%1 is the person's name, %2 the health insurer</extracomment>
        <translation>Für %1 · %2. Für Sie, wenn Sie weder Ihr Schlüssel-Blatt noch ein anderes Gerät finden.</translation>
    </message>
    <message id="renew.leaveOthers">
        <source>Leave the other devices signed in</source>
        <translation>Andere Geräte angemeldet lassen</translation>
    </message>
    <message id="renew.lookAgain">
        <source>Look once more before: in your papers, in the photos on your phone, on an old phone or computer.</source>
        <translation>Sehen Sie vorher noch einmal nach: in Ihren Unterlagen, in den Fotos auf Ihrem Telefon, auf einem alten Telefon oder Computer.</translation>
    </message>
    <message id="renew.looking">
        <source>What would be lost is being counted …</source>
        <translation>Wir zählen, was verloren ginge …</translation>
    </message>
    <message id="renew.loss">
        <source>Chats: %1, messages: %2, files: %3. All that was written up to today. Others keep their copy.</source>
        <translation>Chats: %1, Nachrichten: %2, Dateien: %3. Alles, was bis heute geschrieben wurde. Andere behalten ihre Kopie.</translation>
    </message>
    <message id="renew.loss.keys">
        <source>Saved message keys that become useless: %1.</source>
        <translation>Gesicherte Nachrichten-Schlüssel, die ungültig werden: %1.</translation>
    </message>
    <message id="renew.loss.none">
        <source>There is nothing on this device that you could read now.</source>
        <translation>Auf diesem Gerät ist nichts, was Sie jetzt lesen könnten.</translation>
    </message>
    <message id="renew.loss.nothingLeft">
        <source>Saved message keys: %1. On this device you can go on reading: chats %2, messages %3.</source>
        <translation>Gesicherte Nachrichten-Schlüssel: %1. Auf diesem Gerät bleiben lesbar: Chats %2, Nachrichten %3.</translation>
    </message>
    <message id="renew.loss.nothingLeft.title">
        <source>After that nobody can open any more:</source>
        <translation>Danach nicht mehr zu öffnen:</translation>
    </message>
    <message id="renew.loss.title">
        <source>After that you can no longer read here:</source>
        <translation>Danach können Sie hier nicht mehr lesen:</translation>
    </message>
    <message id="renew.notKept">
        <source>The server of your health insurer does not show what we have sent.</source>
        <translation>Der Server Ihrer Krankenkasse zeigt nicht, was wir geschickt haben.</translation>
    </message>
    <message id="renew.notKept.effect">
        <source>Your keys are not renewed yet.</source>
        <translation>Ihre Schlüssel sind noch nicht erneuert.</translation>
    </message>
    <message id="renew.notKept.next">
        <source>We keep trying. If this stays, call your health insurer.</source>
        <translation>Wir versuchen es weiter. Bleibt es so, rufen Sie Ihre Krankenkasse an.</translation>
    </message>
    <message id="renew.otherKeys">
        <source>Another device has made a key sheet of its own in the meantime.</source>
        <translation>Ein anderes Gerät hat inzwischen ein eigenes Schlüssel-Blatt gemacht.</translation>
    </message>
    <message id="renew.otherKeys.effect">
        <source>Your keys are only partly renewed.</source>
        <translation>Ihre Schlüssel sind erst zum Teil erneuert.</translation>
    </message>
    <message id="renew.otherKeys.next">
        <source>If you go on, that key sheet becomes invalid, too. If you do not know of it, call your health insurer.</source>
        <translation>Wenn Sie weitermachen, wird auch dieses Blatt ungültig. Wissen Sie nichts davon? Rufen Sie Ihre Krankenkasse an.</translation>
    </message>
    <message id="renew.othersStay">
        <source>Your other devices are still signed in.</source>
        <translation>Ihre anderen Geräte sind noch angemeldet.</translation>
    </message>
    <message id="renew.othersStay.text">
        <source>Sign them out in the settings, under “My devices”, or call your health insurer.</source>
        <translation>Melden Sie sie in den Einstellungen unter „Meine Geräte“ ab. Oder rufen Sie Ihre Krankenkasse an.</translation>
    </message>
    <message id="renew.question.devices">
        <source>Your health insurer asks for this before your other devices are signed out. Your new keys are there already.</source>
        <translation>Ihre Krankenkasse fragt das, bevor Ihre anderen Geräte abgemeldet werden. Ihre neuen Schlüssel sind schon da.</translation>
    </message>
    <message id="renew.question.identity">
        <source>Your health insurer asks for this before it takes your new keys.</source>
        <translation>Ihre Krankenkasse fragt das, bevor sie Ihre neuen Schlüssel annimmt.</translation>
    </message>
    <message id="renew.save">
        <source>Save before</source>
        <translation>Vorher sichern</translation>
    </message>
    <message id="renew.save.note">
        <source>With a saved file you can make them readable again later.</source>
        <translation>Mit einer gesicherten Datei können Sie sie später wieder lesbar machen.</translation>
    </message>
    <message id="renew.status.running">
        <source>It is going on.</source>
        <translation>Es läuft gerade.</translation>
    </message>
    <message id="renew.status.waits">
        <source>Not finished: it waits for you.</source>
        <translation>Noch nicht fertig: Es wartet auf Sie.</translation>
    </message>
    <message id="renew.step">
        <source>Step %1 of %2: %3</source>
        <extracomment>%1 and %2 are numbers, %3 says what goes on</extracomment>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message id="renew.step.destroy">
        <source>What the old keys open is being deleted.</source>
        <translation>Was die alten Schlüssel öffnen, wird gelöscht.</translation>
    </message>
    <message id="renew.step.devices">
        <source>Your other devices are being signed out.</source>
        <translation>Ihre anderen Geräte werden abgemeldet.</translation>
    </message>
    <message id="renew.step.identity">
        <source>Your new keys are being made known.</source>
        <translation>Ihre neuen Schlüssel werden bekannt gemacht.</translation>
    </message>
    <message id="renew.step.sheet">
        <source>Your new key sheet is being made.</source>
        <translation>Ihr neues Schlüssel-Blatt wird gemacht.</translation>
    </message>
    <message id="renew.title">
        <source>Renew keys</source>
        <translation>Schlüssel erneuern</translation>
    </message>
    <message id="renew.title.nothingLeft">
        <source>Begin with new keys</source>
        <translation>Mit neuen Schlüsseln beginnen</translation>
    </message>
    <message id="renew.toSheet">
        <source>Go to the new key sheet</source>
        <translation>Zum neuen Schlüssel-Blatt</translation>
    </message>
    <message id="renew.what">
        <source>This is what happens</source>
        <translation>Das geschieht</translation>
    </message>
    <message id="renew.what.devices">
        <source>Your other devices are signed out.</source>
        <translation>Ihre anderen Geräte werden abgemeldet.</translation>
    </message>
    <message id="renew.what.devicesStay">
        <source>Your other devices stay signed in.</source>
        <translation>Ihre anderen Geräte bleiben angemeldet.</translation>
    </message>
    <message id="renew.what.keys">
        <source>You get new keys and a new key sheet.</source>
        <translation>Sie erhalten neue Schlüssel und ein neues Schlüssel-Blatt.</translation>
    </message>
    <message id="renew.what.keys.note">
        <source>The old sheet becomes invalid.</source>
        <translation>Das alte Blatt wird ungültig.</translation>
    </message>
    <message id="renew.what.people">
        <source>Who writes to you sees a note about your new keys.</source>
        <translation>Wer Ihnen schreibt, sieht einen Hinweis auf Ihre neuen Schlüssel.</translation>
    </message>
    <message id="renew.what.people.note">
        <source>They can go on writing to you.</source>
        <translation>Man kann Ihnen weiter schreiben.</translation>
    </message>
    <message id="renew.word">
        <source>renew</source>
        <extracomment>one word that the person types to confirm</extracomment>
        <translation>erneuern</translation>
    </message>
    <message id="renew.word.help">
        <source>This cannot be undone.</source>
        <translation>Das kann man nicht rückgängig machen.</translation>
    </message>
    <message id="renew.word.label">
        <source>To be on the safe side, type the word “%1”</source>
        <extracomment>%1 is the word</extracomment>
        <translation>Schreiben Sie zur Sicherheit das Wort „%1“</translation>
    </message>
    <message id="renew.word.wrong">
        <source>Please type the word “%1”.</source>
        <extracomment>%1 is the word</extracomment>
        <translation>Bitte schreiben Sie das Wort „%1“.</translation>
    </message>
    <message id="restore.busy">
        <source>The code is being checked …</source>
        <translation>Der Code wird geprüft …</translation>
    </message>
    <message id="restore.camera">
        <source>Hold the key sheet in front of the camera</source>
        <translation>Schlüssel-Blatt vor die Kamera halten</translation>
    </message>
    <message id="restore.camera.none">
        <source>Not possible: this computer has no camera.</source>
        <translation>Nicht möglich: Dieser Computer hat keine Kamera.</translation>
    </message>
    <message id="restore.camera.note">
        <source>You need not type anything.</source>
        <translation>Sie brauchen nichts abzutippen.</translation>
    </message>
    <message id="restore.code">
        <source>Key code from your sheet</source>
        <translation>Schlüssel-Code von Ihrem Blatt</translation>
    </message>
    <message id="restore.code.help">
        <source>48 characters in twelve groups. Spaces do not matter.</source>
        <translation>48 Zeichen in zwölf Gruppen. Leerzeichen sind egal.</translation>
    </message>
    <message id="restore.code.hide">
        <source>Hide the code</source>
        <translation>Code verbergen</translation>
    </message>
    <message id="restore.code.paste">
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message id="restore.code.show">
        <source>Show the code</source>
        <translation>Code anzeigen</translation>
    </message>
    <message id="restore.device">
        <source>Use another device</source>
        <translation>Anderes Gerät benutzen</translation>
    </message>
    <message id="restore.device.again">
        <source>Confirm once more</source>
        <translation>Noch einmal bestätigen</translation>
    </message>
    <message id="restore.device.incomplete">
        <source>This device is confirmed. But the key of your older messages did not come along.</source>
        <translation>Dieses Gerät ist bestätigt. Der Schlüssel für ältere Nachrichten kam aber nicht mit.</translation>
    </message>
    <message id="restore.device.incomplete.effect">
        <source>You can read and write new messages.</source>
        <translation>Neue Nachrichten können Sie lesen und schreiben.</translation>
    </message>
    <message id="restore.device.keepOn">
        <source>Please keep it switched on and online. This often takes less than a minute.</source>
        <translation>Bitte lassen Sie es eingeschaltet und mit dem Internet verbunden. Oft dauert es keine Minute.</translation>
    </message>
    <message id="restore.device.none">
        <source>Not possible: there is no other device that you have confirmed.</source>
        <translation>Nicht möglich: Sie haben kein anderes Gerät, das bestätigt ist.</translation>
    </message>
    <message id="restore.device.silent">
        <source>Your other device has not answered yet.</source>
        <translation>Ihr anderes Gerät hat noch nicht geantwortet.</translation>
    </message>
    <message id="restore.device.silent.effect">
        <source>We go on waiting.</source>
        <translation>Wir warten weiter.</translation>
    </message>
    <message id="restore.device.silent.next">
        <source>Please keep it switched on, and look whether it is online.</source>
        <translation>Bitte lassen Sie es eingeschaltet, und sehen Sie nach, ob es verbunden ist.</translation>
    </message>
    <message id="restore.device.useCode">
        <source>Rather use the key sheet</source>
        <translation>Lieber das Schlüssel-Blatt benutzen</translation>
    </message>
    <message id="restore.device.useSheet">
        <source>For older messages, use your key sheet.</source>
        <translation>Nehmen Sie für ältere Nachrichten Ihr Schlüssel-Blatt.</translation>
    </message>
    <message id="restore.device.waiting">
        <source>Your other device is sending the keys …</source>
        <translation>Ihr anderes Gerät schickt die Schlüssel …</translation>
    </message>
    <message id="restore.device.which">
        <source>Hold one of these ready: %1.</source>
        <extracomment>%1 are names of devices</extracomment>
        <translation>Halten Sie eines davon bereit: %1.</translation>
    </message>
    <message id="restore.device.wrongKey">
        <source>This device is confirmed. But the key that the other device has sent does not fit.</source>
        <translation>Dieses Gerät ist bestätigt. Der Schlüssel vom anderen Gerät passt aber nicht.</translation>
    </message>
    <message id="restore.device.wrongKey.effect">
        <source>For your protection we have not used it.</source>
        <translation>Zu Ihrem Schutz haben wir ihn nicht benutzt.</translation>
    </message>
    <message id="restore.done">
        <source>Your chats are back.</source>
        <translation>Ihre Chats sind zurück.</translation>
    </message>
    <message id="restore.done.code">
        <source>The code fits. Your chats are being saved again.</source>
        <translation>Der Code passt. Ihre Chats werden wieder gesichert.</translation>
    </message>
    <message id="restore.drop">
        <source>Let go: we read the code from this file.</source>
        <translation>Loslassen: Wir lesen den Code aus dieser Datei.</translation>
    </message>
    <message id="restore.failed">
        <source>Your chats could not be brought back at the moment.</source>
        <translation>Ihre Chats konnten gerade nicht zurückgeholt werden.</translation>
    </message>
    <message id="restore.failed.effect">
        <source>Nothing is lost. What is back already stays.</source>
        <translation>Nichts ist verloren. Was schon zurück ist, bleibt.</translation>
    </message>
    <message id="restore.file.several">
        <source>These are several files.</source>
        <translation>Das sind mehrere Dateien.</translation>
    </message>
    <message id="restore.file.several.next">
        <source>Choose only the one with your key sheet.</source>
        <translation>Wählen Sie nur die eine mit Ihrem Schlüssel-Blatt.</translation>
    </message>
    <message id="restore.file.tooSlow">
        <source>Reading this file takes too long.</source>
        <translation>Das Lesen dieser Datei dauert zu lange.</translation>
    </message>
    <message id="restore.foreignKeys">
        <source>Your code is right, but the stored keys do not belong to your account.</source>
        <translation>Ihr Code ist richtig, aber die gespeicherten Schlüssel gehören nicht zu Ihrem Konto.</translation>
    </message>
    <message id="restore.foreignKeys.effect">
        <source>For your protection we have not used them.</source>
        <translation>Zu Ihrem Schutz haben wir sie nicht benutzt.</translation>
    </message>
    <message id="restore.goesOn">
        <source>You do not have to wait. This goes on while you read and write.</source>
        <translation>Sie brauchen nicht zu warten. Das geht weiter, während Sie lesen und schreiben.</translation>
    </message>
    <message id="restore.intro">
        <source>This is how you get your chats onto this device:</source>
        <translation>So holen Sie Ihre Chats auf dieses Gerät:</translation>
    </message>
    <message id="restore.intro.code">
        <source>Please use the sheet that you have made last.</source>
        <translation>Bitte nehmen Sie das Blatt, das Sie zuletzt gemacht haben.</translation>
    </message>
    <message id="restore.kind.contact">
        <source>This is a contact code, not a key code.</source>
        <translation>Das ist ein Kontakt-Code, kein Schlüssel-Code.</translation>
    </message>
    <message id="restore.kind.other">
        <source>This is another code, not a key code.</source>
        <translation>Das ist ein anderer Code, kein Schlüssel-Code.</translation>
    </message>
    <message id="restore.kind.signIn">
        <source>This is a code for signing in, not a key code.</source>
        <translation>Das ist ein Code zum Anmelden, kein Schlüssel-Code.</translation>
    </message>
    <message id="restore.kind.verification">
        <source>This is a code for comparing two devices, not a key code.</source>
        <translation>Das ist ein Code zum Vergleichen von zwei Geräten, kein Schlüssel-Code.</translation>
    </message>
    <message id="restore.next.useSheet">
        <source>Hold your key sheet ready and choose or type its code.</source>
        <translation>Nehmen Sie Ihr Schlüssel-Blatt und wählen oder tippen Sie dessen Code.</translation>
    </message>
    <message id="restore.noConnection">
        <source>The server could not be asked.</source>
        <translation>Der Server war nicht erreichbar.</translation>
    </message>
    <message id="restore.notACode">
        <source>This is not a key code yet.</source>
        <translation>Das ist noch kein Schlüssel-Code.</translation>
    </message>
    <message id="restore.notACode.next">
        <source>It is no password: twelve groups of four characters, beginning with Es. Compare it with your sheet.</source>
        <translation>Er ist kein Passwort: Er hat zwölf Gruppen mit je vier Zeichen und beginnt mit Es. Vergleichen Sie ihn mit Ihrem Blatt.</translation>
    </message>
    <message id="restore.nothingLeft">
        <source>I have none of these</source>
        <translation>Ich habe nichts davon</translation>
    </message>
    <message id="restore.nothingLeft.note">
        <source>Begin with new keys. What was written before cannot be read then.</source>
        <translation>Mit neuen Schlüsseln beginnen. Was vorher geschrieben wurde, ist dann nicht lesbar.</translation>
    </message>
    <message id="restore.nothingToOpen">
        <source>For your account no keys are stored yet.</source>
        <translation>Für Ihr Konto sind noch keine Schlüssel gespeichert.</translation>
    </message>
    <message id="restore.nothingToOpen.effect">
        <source>There is nothing that a code could open. Your code is not the reason.</source>
        <translation>Es gibt nichts, was ein Code öffnen könnte. An Ihrem Code liegt es nicht.</translation>
    </message>
    <message id="restore.nothingToOpen.next">
        <source>Check whether you are signed in with the right account. Otherwise just go on with “Later”.</source>
        <translation>Prüfen Sie, ob Sie mit dem richtigen Konto angemeldet sind. Sonst machen Sie einfach mit „Später“ weiter.</translation>
    </message>
    <message id="restore.partly">
        <source>Most of your chats are back, but some of the saved keys are damaged.</source>
        <translation>Die meisten Chats sind zurück, aber einige gesicherte Schlüssel sind beschädigt.</translation>
    </message>
    <message id="restore.partly.effect">
        <source>A few older messages stay unreadable. New messages are not affected.</source>
        <translation>Einzelne ältere Nachrichten bleiben unlesbar. Neue Nachrichten sind nicht betroffen.</translation>
    </message>
    <message id="restore.partly.next">
        <source>If you miss something important, ask the other side to send it again.</source>
        <translation>Wenn Ihnen etwas Wichtiges fehlt, bitten Sie die andere Seite, es noch einmal zu senden.</translation>
    </message>
    <message id="restore.passphrase">
        <source>I have a password for my keys</source>
        <translation>Ich habe ein Passwort für meine Schlüssel</translation>
    </message>
    <message id="restore.passphrase.busy">
        <source>The password is being checked. That takes a few seconds …</source>
        <translation>Das Passwort wird geprüft. Das dauert einige Sekunden …</translation>
    </message>
    <message id="restore.passphrase.help">
        <source>Capital and small letters matter.</source>
        <translation>Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message id="restore.passphrase.label">
        <source>Password for your keys</source>
        <translation>Passwort für Ihre Schlüssel</translation>
    </message>
    <message id="restore.passphrase.none">
        <source>No password is typed yet.</source>
        <translation>Sie haben noch kein Passwort eingegeben.</translation>
    </message>
    <message id="restore.passphrase.none.next">
        <source>Type the password that you have given your keys in the other program.</source>
        <translation>Geben Sie das Passwort ein, das Sie im anderen Programm für Ihre Schlüssel gewählt haben.</translation>
    </message>
    <message id="restore.passphrase.note">
        <source>It was chosen in another program. It is not the password of your sign-in.</source>
        <translation>Es wurde in einem anderen Programm gewählt. Es ist nicht das Passwort Ihrer Anmeldung.</translation>
    </message>
    <message id="restore.passphrase.refused">
        <source>The server gives unsafe rules for this password.</source>
        <translation>Der Server gibt für dieses Passwort unsichere Regeln vor.</translation>
    </message>
    <message id="restore.passphrase.refused.effect">
        <source>With them, others could guess it. For your protection we have not used it.</source>
        <translation>Damit könnten andere es erraten. Zu Ihrem Schutz haben wir es nicht benutzt.</translation>
    </message>
    <message id="restore.passphrase.refused.next">
        <source>Take your key code or another device. If you have neither, call your health insurer.</source>
        <translation>Nehmen Sie Ihren Schlüssel-Code oder ein anderes Gerät. Haben Sie beides nicht, rufen Sie Ihre Krankenkasse an.</translation>
    </message>
    <message id="restore.passphrase.replaced">
        <source>This password belongs to keys that were replaced by newer ones.</source>
        <translation>Dieses Passwort gehört zu Schlüsseln, die durch neuere ersetzt wurden.</translation>
    </message>
    <message id="restore.passphrase.replaced.next">
        <source>Take the password or the key code that was set up last.</source>
        <translation>Nehmen Sie das Passwort oder den Schlüssel-Code, der zuletzt eingerichtet wurde.</translation>
    </message>
    <message id="restore.passphrase.start">
        <source>Use this password</source>
        <translation>Dieses Passwort benutzen</translation>
    </message>
    <message id="restore.passphrase.wrong">
        <source>This password does not fit your keys.</source>
        <translation>Dieses Passwort passt nicht zu Ihren Schlüsseln.</translation>
    </message>
    <message id="restore.passphrase.wrong.next">
        <source>Capital and small letters matter. It is not the password of your sign-in.</source>
        <translation>Groß- und Kleinschreibung zählt. Es ist nicht das Passwort Ihrer Anmeldung.</translation>
    </message>
    <message id="restore.pdf.noCode">
        <source>No QR code was found on the first five pages of this PDF.</source>
        <translation>Auf den ersten fünf Seiten dieser PDF wurde kein QR-Code gefunden.</translation>
    </message>
    <message id="restore.pdf.notReadable">
        <source>This PDF is damaged and cannot be opened.</source>
        <translation>Diese PDF ist beschädigt und lässt sich nicht öffnen.</translation>
    </message>
    <message id="restore.pdf.protected">
        <source>This PDF is protected with a password.</source>
        <translation>Diese PDF ist mit einem Passwort geschützt.</translation>
    </message>
    <message id="restore.pdf.protected.next">
        <source>Open the PDF in another program, copy the twelve groups and paste them here.</source>
        <translation>Öffnen Sie die PDF in einem anderen Programm, kopieren Sie die zwölf Gruppen und fügen Sie sie hier ein.</translation>
    </message>
    <message id="restore.pdf.tooLarge">
        <source>This PDF is too large.</source>
        <translation>Diese PDF ist zu groß.</translation>
    </message>
    <message id="restore.pdf.tooLarge.next">
        <source>Choose a PDF with at most 20 megabytes, or type the code.</source>
        <translation>Wählen Sie eine PDF mit höchstens 20 Megabyte, oder tippen Sie den Code.</translation>
    </message>
    <message id="restore.picture">
        <source>Choose a picture or the PDF of the key sheet</source>
        <translation>Bild oder PDF vom Schlüssel-Blatt wählen</translation>
    </message>
    <message id="restore.picture.accept">
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message id="restore.picture.allFiles">
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message id="restore.picture.another">
        <source>Choose a photo, a scan or the PDF of your key sheet, or type the code.</source>
        <translation>Wählen Sie ein Foto, einen Scan oder die PDF Ihres Schlüssel-Blatts, oder tippen Sie den Code.</translation>
    </message>
    <message id="restore.picture.filter">
        <source>Pictures and PDF</source>
        <translation>Bilder und PDF</translation>
    </message>
    <message id="restore.picture.noCode">
        <source>No QR code was found in this picture.</source>
        <translation>In diesem Bild wurde kein QR-Code gefunden.</translation>
    </message>
    <message id="restore.picture.noCode.next">
        <source>Take the picture from straight above and in good light, or type the code.</source>
        <translation>Fotografieren Sie das Blatt gerade von oben und bei gutem Licht, oder tippen Sie den Code.</translation>
    </message>
    <message id="restore.picture.notReadable">
        <source>This file is neither a picture nor a PDF that can be read.</source>
        <translation>Diese Datei lässt sich weder als Bild noch als PDF lesen.</translation>
    </message>
    <message id="restore.picture.note">
        <source>A photo, a scan or the saved PDF. You can also drag the file onto this page.</source>
        <translation>Ein Foto, ein Scan oder die gespeicherte PDF. Sie können die Datei auch auf diese Seite ziehen.</translation>
    </message>
    <message id="restore.picture.tooLarge">
        <source>This picture is too large.</source>
        <translation>Dieses Bild ist zu groß.</translation>
    </message>
    <message id="restore.picture.tooLarge.next">
        <source>Choose a picture with at most 50 megapixels, or type the code.</source>
        <translation>Wählen Sie ein Bild mit höchstens 50 Megapixeln, oder tippen Sie den Code.</translation>
    </message>
    <message id="restore.replacedCode">
        <source>This sheet was replaced by a newer one.</source>
        <translation>Dieses Blatt wurde durch ein neueres ersetzt.</translation>
    </message>
    <message id="restore.replacedCode.next">
        <source>Look for the sheet with the later date.</source>
        <translation>Suchen Sie das Blatt mit dem späteren Datum.</translation>
    </message>
    <message id="restore.start">
        <source>Bring my chats back</source>
        <translation>Chats zurückholen</translation>
    </message>
    <message id="restore.start.code">
        <source>Use this code</source>
        <translation>Diesen Code benutzen</translation>
    </message>
    <message id="restore.title">
        <source>Welcome back</source>
        <translation>Willkommen zurück</translation>
    </message>
    <message id="restore.toChats">
        <source>Go to my chats</source>
        <translation>Zu den Chats</translation>
    </message>
    <message id="restore.typingError">
        <source>At least one character is not right.</source>
        <translation>Mindestens ein Zeichen stimmt nicht.</translation>
    </message>
    <message id="restore.typingError.next">
        <source>Compare group by group with your sheet. Capital and small letters matter.</source>
        <translation>Vergleichen Sie Gruppe für Gruppe mit Ihrem Blatt. Große und kleine Buchstaben sind wichtig.</translation>
    </message>
    <message id="restore.wrongCode">
        <source>This code is well written, but it belongs to another account.</source>
        <translation>Der Code ist richtig geschrieben, gehört aber nicht zu Ihrem Konto.</translation>
    </message>
    <message id="restore.wrongCode.next">
        <source>Look for the sheet that has your address on it.</source>
        <translation>Suchen Sie das Blatt, auf dem Ihre Adresse steht.</translation>
    </message>
    <message id="room.back">
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message id="room.cannotWrite.notEncrypted">
        <source>This chat is not encrypted. For your protection you cannot write here.</source>
        <translation>Dieser Chat ist nicht verschlüsselt. Zu Ihrem Schutz können Sie hier nicht schreiben.</translation>
    </message>
    <message id="room.cannotWrite.notJoined">
        <source>You are no longer in this chat. You can read what was written until then.</source>
        <translation>Sie sind nicht mehr in diesem Chat. Sie können lesen, was bis dahin geschrieben wurde.</translation>
    </message>
    <message id="room.cannotWrite.notPermitted">
        <source>In this chat only some people may write. You can read everything.</source>
        <translation>In diesem Chat dürfen nur bestimmte Personen schreiben. Sie können alles lesen.</translation>
    </message>
    <message id="room.cannotWrite.upgraded">
        <source>This chat goes on in a new chat. You find it in your list.</source>
        <translation>Dieser Chat geht in einem neuen Chat weiter. Sie finden ihn in Ihrer Liste.</translation>
    </message>
    <message id="room.empty.text">
        <source>What you write here can only be read by the people in this chat.</source>
        <translation>Was Sie hier schreiben, können nur die Menschen in diesem Chat lesen.</translation>
    </message>
    <message id="room.empty.title">
        <source>Nobody has written here yet</source>
        <translation>Hier hat noch niemand geschrieben</translation>
    </message>
    <message id="room.encrypted">
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message id="room.loading">
        <source>Messages are being loaded …</source>
        <translation>Nachrichten werden geladen …</translation>
    </message>
    <message id="room.loadingOlder">
        <source>Older messages are being fetched …</source>
        <translation>Ältere Nachrichten werden geholt …</translation>
    </message>
    <message id="room.members" numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n Mitglied</numerusform>
            <numerusform>%n Mitglieder</numerusform>
        </translation>
    </message>
    <message id="room.messages">
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message id="room.notEncrypted">
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message id="room.pane">
        <source>Chat with %1</source>
        <translation>Chat mit %1</translation>
    </message>
    <message id="room.start">
        <source>The chat begins here.</source>
        <translation>Hier beginnt der Chat.</translation>
    </message>
    <message id="room.toNewest">
        <source>To the newest message</source>
        <translation>Zur neuesten Nachricht</translation>
    </message>
    <message id="room.typing.many">
        <source>Several people are writing …</source>
        <translation>Mehrere schreiben …</translation>
    </message>
    <message id="room.typing.one">
        <source>%1 is writing …</source>
        <translation>%1 schreibt …</translation>
    </message>
    <message id="room.unnamed">
        <source>Chat without a name</source>
        <translation>Chat ohne Namen</translation>
    </message>
    <message id="rooms.empty.text">
        <source>Start a chat with “New”, or wait until somebody writes to you.</source>
        <translation>Beginnen Sie mit „Neu“ einen Chat oder warten Sie, bis Ihnen jemand schreibt.</translation>
    </message>
    <message id="rooms.empty.title">
        <source>You have no chats yet</source>
        <translation>Sie haben noch keine Chats</translation>
    </message>
    <message id="rooms.invitation">
        <source>Invitation</source>
        <translation>Einladung</translation>
    </message>
    <message id="rooms.last">
        <source>last: %1</source>
        <translation>zuletzt: %1</translation>
    </message>
    <message id="rooms.loading">
        <source>Your chats are being loaded …</source>
        <translation>Ihre Chats werden geladen …</translation>
    </message>
    <message id="rooms.new">
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message id="rooms.newChat">
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message id="rooms.preview.audio">
        <source>Sound recording</source>
        <translation>Tonaufnahme</translation>
    </message>
    <message id="rooms.preview.deleted">
        <source>Message deleted</source>
        <translation>Nachricht gelöscht</translation>
    </message>
    <message id="rooms.preview.failed">
        <source>Not sent. Please open the chat.</source>
        <translation>Nicht gesendet. Bitte öffnen Sie den Chat.</translation>
    </message>
    <message id="rooms.preview.image">
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message id="rooms.preview.invited">
        <source>You are invited to this chat</source>
        <translation>Sie sind zu diesem Chat eingeladen</translation>
    </message>
    <message id="rooms.preview.invitedBy">
        <source>%1 invites you to a chat</source>
        <translation>%1 lädt Sie zu einem Chat ein</translation>
    </message>
    <message id="rooms.preview.location">
        <source>Location</source>
        <translation>Standort</translation>
    </message>
    <message id="rooms.preview.membership">
        <source>Somebody joined or left the chat</source>
        <translation>Jemand ist dazugekommen oder gegangen</translation>
    </message>
    <message id="rooms.preview.none">
        <source>No message yet</source>
        <translation>Noch keine Nachricht</translation>
    </message>
    <message id="rooms.preview.own">
        <source>You: %1</source>
        <translation>Sie: %1</translation>
    </message>
    <message id="rooms.preview.sender">
        <source>%1: %2</source>
        <extracomment>%1 is the sender's name, %2 the message</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message id="rooms.preview.undecryptable">
        <source>Message cannot be opened yet</source>
        <translation>Nachricht lässt sich noch nicht öffnen</translation>
    </message>
    <message id="rooms.preview.unsupported">
        <source>Message of an unknown kind</source>
        <translation>Nachricht unbekannter Art</translation>
    </message>
    <message id="rooms.preview.video">
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message id="rooms.preview.waiting">
        <source>Waiting to be sent: %1</source>
        <translation>Wartet auf Verbindung: %1</translation>
    </message>
    <message id="rooms.unread" numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n ungelesene Nachricht</numerusform>
            <numerusform>%n ungelesene Nachrichten</numerusform>
        </translation>
    </message>
    <message id="sas.aeroplane">
        <source>Aeroplane</source>
        <translation>Flugzeug</translation>
    </message>
    <message id="sas.anchor">
        <source>Anchor</source>
        <translation>Anker</translation>
    </message>
    <message id="sas.apple">
        <source>Apple</source>
        <translation>Apfel</translation>
    </message>
    <message id="sas.ball">
        <source>Ball</source>
        <translation>Ball</translation>
    </message>
    <message id="sas.banana">
        <source>Banana</source>
        <translation>Banane</translation>
    </message>
    <message id="sas.bell">
        <source>Bell</source>
        <translation>Glocke</translation>
    </message>
    <message id="sas.bicycle">
        <source>Bicycle</source>
        <translation>Fahrrad</translation>
    </message>
    <message id="sas.book">
        <source>Book</source>
        <translation>Buch</translation>
    </message>
    <message id="sas.butterfly">
        <source>Butterfly</source>
        <translation>Schmetterling</translation>
    </message>
    <message id="sas.cactus">
        <source>Cactus</source>
        <translation>Kaktus</translation>
    </message>
    <message id="sas.cake">
        <source>Cake</source>
        <translation>Kuchen</translation>
    </message>
    <message id="sas.cat">
        <source>Cat</source>
        <translation>Katze</translation>
    </message>
    <message id="sas.clock">
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message id="sas.cloud">
        <source>Cloud</source>
        <translation>Wolke</translation>
    </message>
    <message id="sas.corn">
        <source>Corn</source>
        <translation>Mais</translation>
    </message>
    <message id="sas.dog">
        <source>Dog</source>
        <translation>Hund</translation>
    </message>
    <message id="sas.elephant">
        <source>Elephant</source>
        <translation>Elefant</translation>
    </message>
    <message id="sas.fire">
        <source>Fire</source>
        <translation>Feuer</translation>
    </message>
    <message id="sas.fish">
        <source>Fish</source>
        <translation>Fisch</translation>
    </message>
    <message id="sas.flag">
        <source>Flag</source>
        <translation>Flagge</translation>
    </message>
    <message id="sas.flower">
        <source>Flower</source>
        <translation>Blume</translation>
    </message>
    <message id="sas.folder">
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message id="sas.gift">
        <source>Gift</source>
        <translation>Geschenk</translation>
    </message>
    <message id="sas.glasses">
        <source>Glasses</source>
        <translation>Brille</translation>
    </message>
    <message id="sas.globe">
        <source>Globe</source>
        <translation>Globus</translation>
    </message>
    <message id="sas.guitar">
        <source>Guitar</source>
        <translation>Gitarre</translation>
    </message>
    <message id="sas.hammer">
        <source>Hammer</source>
        <translation>Hammer</translation>
    </message>
    <message id="sas.hat">
        <source>Hat</source>
        <translation>Hut</translation>
    </message>
    <message id="sas.headphones">
        <source>Headphones</source>
        <translation>Kopfhörer</translation>
    </message>
    <message id="sas.heart">
        <source>Heart</source>
        <translation>Herz</translation>
    </message>
    <message id="sas.horse">
        <source>Horse</source>
        <translation>Pferd</translation>
    </message>
    <message id="sas.hourglass">
        <source>Hourglass</source>
        <translation>Sanduhr</translation>
    </message>
    <message id="sas.key">
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message id="sas.lightBulb">
        <source>Light Bulb</source>
        <translation>Glühbirne</translation>
    </message>
    <message id="sas.lion">
        <source>Lion</source>
        <translation>Löwe</translation>
    </message>
    <message id="sas.lock">
        <source>Lock</source>
        <translation>Schloss</translation>
    </message>
    <message id="sas.moon">
        <source>Moon</source>
        <translation>Mond</translation>
    </message>
    <message id="sas.mushroom">
        <source>Mushroom</source>
        <translation>Pilz</translation>
    </message>
    <message id="sas.octopus">
        <source>Octopus</source>
        <translation>Oktopus</translation>
    </message>
    <message id="sas.panda">
        <source>Panda</source>
        <translation>Panda</translation>
    </message>
    <message id="sas.paperclip">
        <source>Paperclip</source>
        <translation>Büroklammer</translation>
    </message>
    <message id="sas.pencil">
        <source>Pencil</source>
        <translation>Bleistift</translation>
    </message>
    <message id="sas.penguin">
        <source>Penguin</source>
        <translation>Pinguin</translation>
    </message>
    <message id="sas.pig">
        <source>Pig</source>
        <translation>Schwein</translation>
    </message>
    <message id="sas.pin">
        <source>Pin</source>
        <translation>Stecknadel</translation>
    </message>
    <message id="sas.pizza">
        <source>Pizza</source>
        <translation>Pizza</translation>
    </message>
    <message id="sas.rabbit">
        <source>Rabbit</source>
        <translation>Hase</translation>
    </message>
    <message id="sas.robot">
        <source>Robot</source>
        <translation>Roboter</translation>
    </message>
    <message id="sas.rocket">
        <source>Rocket</source>
        <translation>Rakete</translation>
    </message>
    <message id="sas.rooster">
        <source>Rooster</source>
        <translation>Hahn</translation>
    </message>
    <message id="sas.santa">
        <source>Santa</source>
        <translation>Weihnachtsmann</translation>
    </message>
    <message id="sas.scissors">
        <source>Scissors</source>
        <translation>Schere</translation>
    </message>
    <message id="sas.smiley">
        <source>Smiley</source>
        <translation>Lächeln</translation>
    </message>
    <message id="sas.spanner">
        <source>Spanner</source>
        <translation>Schraubenschlüssel</translation>
    </message>
    <message id="sas.strawberry">
        <source>Strawberry</source>
        <translation>Erdbeere</translation>
    </message>
    <message id="sas.telephone">
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message id="sas.thumbsUp">
        <source>Thumbs Up</source>
        <translation>Daumen Hoch</translation>
    </message>
    <message id="sas.train">
        <source>Train</source>
        <translation>Zug</translation>
    </message>
    <message id="sas.tree">
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message id="sas.trophy">
        <source>Trophy</source>
        <translation>Pokal</translation>
    </message>
    <message id="sas.trumpet">
        <source>Trumpet</source>
        <translation>Trompete</translation>
    </message>
    <message id="sas.turtle">
        <source>Turtle</source>
        <translation>Schildkröte</translation>
    </message>
    <message id="sas.umbrella">
        <source>Umbrella</source>
        <translation>Regenschirm</translation>
    </message>
    <message id="sas.unicorn">
        <source>Unicorn</source>
        <translation>Einhorn</translation>
    </message>
    <message id="scan.busy">
        <source>The camera gives no picture. Perhaps another program is using it.</source>
        <translation>Die Kamera liefert kein Bild. Vielleicht benutzt sie ein anderes Programm.</translation>
    </message>
    <message id="scan.busy.next">
        <source>Close the other program and try again. Or go back and take another way.</source>
        <translation>Schließen Sie das andere Programm und versuchen Sie es noch einmal. Oder gehen Sie zurück und nehmen Sie einen anderen Weg.</translation>
    </message>
    <message id="scan.gone">
        <source>The camera is not there any more.</source>
        <translation>Die Kamera ist nicht mehr da.</translation>
    </message>
    <message id="scan.gone.next">
        <source>Plug it in again and try again. Or go back and take another way.</source>
        <translation>Stecken Sie sie wieder ein und versuchen Sie es noch einmal. Oder gehen Sie zurück und nehmen Sie einen anderen Weg.</translation>
    </message>
    <message id="scan.intro.code">
        <source>Hold the screen with the code upright and still, about as far away as your hand is long.</source>
        <translation>Halten Sie den Bildschirm mit dem Code aufrecht und ruhig, etwa eine Handlänge entfernt.</translation>
    </message>
    <message id="scan.intro.sheet">
        <source>Hold the sheet upright and still, so that the square code fills about half of the picture.</source>
        <translation>Halten Sie das Blatt aufrecht und ruhig. Der eckige Code soll etwa die Hälfte des Bildes füllen.</translation>
    </message>
    <message id="scan.looking">
        <source>The camera is on. We are looking for the code …</source>
        <translation>Die Kamera ist an. Wir suchen den Code …</translation>
    </message>
    <message id="scan.next.sheet">
        <source>Hold your key sheet in front of the camera.</source>
        <translation>Halten Sie Ihr Schlüssel-Blatt vor die Kamera.</translation>
    </message>
    <message id="scan.otherWay">
        <source>Take another way</source>
        <translation>Anderen Weg nehmen</translation>
    </message>
    <message id="scan.picture">
        <source>Picture of the camera</source>
        <translation>Bild der Kamera</translation>
    </message>
    <message id="scan.private">
        <source>No picture is kept or sent. The camera goes off by itself as soon as the code is read.</source>
        <translation>Kein Bild wird gespeichert oder gesendet. Die Kamera geht von selbst aus, sobald der Code gelesen ist.</translation>
    </message>
    <message id="scan.refused">
        <source>This program may not use the camera.</source>
        <translation>Dieses Programm darf die Kamera nicht benutzen.</translation>
    </message>
    <message id="scan.refused.next">
        <source>Allow it in the settings of your computer. Or go back and take another way.</source>
        <translation>Erlauben Sie es in den Einstellungen Ihres Computers. Oder gehen Sie zurück und nehmen Sie einen anderen Weg.</translation>
    </message>
    <message id="scan.starting">
        <source>The camera is being switched on …</source>
        <translation>Die Kamera wird eingeschaltet …</translation>
    </message>
    <message id="scan.title.code">
        <source>Hold the code in front of the camera</source>
        <translation>Code vor die Kamera halten</translation>
    </message>
    <message id="settings.account">
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message id="settings.colours">
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message id="settings.keys">
        <source>Keys of your messages</source>
        <translation>Schlüssel Ihrer Nachrichten</translation>
    </message>
    <message id="settings.keys.read.note">
        <source>From a file that you have saved on another device or with another program.</source>
        <translation>Aus einer Datei, die Sie auf einem anderen Gerät oder mit einem anderen Programm gespeichert haben.</translation>
    </message>
    <message id="settings.keys.renew.note">
        <source>If somebody has got hold of your key sheet or of one of your devices.</source>
        <translation>Wenn jemand Ihr Schlüssel-Blatt oder ein Gerät in die Hand bekommen hat.</translation>
    </message>
    <message id="settings.keys.save.note">
        <source>In a file that a password opens.</source>
        <translation>In einer Datei, die ein Passwort öffnet.</translation>
    </message>
    <message id="settings.language">
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message id="settings.motion">
        <source>Movement</source>
        <translation>Bewegung</translation>
    </message>
    <message id="settings.reducedMotion">
        <source>Less movement</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message id="settings.reducedMotion.note">
        <source>Nothing on the screen slides or pulses.</source>
        <translation>Auf dem Bildschirm gleitet und blinkt nichts.</translation>
    </message>
    <message id="settings.textSize">
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message id="settings.textSize.large">
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message id="settings.textSize.larger">
        <source>A little larger</source>
        <translation>Etwas größer</translation>
    </message>
    <message id="settings.textSize.largest">
        <source>Largest</source>
        <translation>Am größten</translation>
    </message>
    <message id="settings.textSize.normal">
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message id="settings.textSize.veryLarge">
        <source>Very large</source>
        <translation>Sehr groß</translation>
    </message>
    <message id="settings.theme.contrast">
        <source>Strong contrast</source>
        <translation>Starker Kontrast</translation>
    </message>
    <message id="settings.theme.dark">
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message id="settings.theme.light">
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message id="settings.theme.system">
        <source>Like the device</source>
        <translation>Wie das Gerät</translation>
    </message>
    <message id="settings.version">
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message id="startError.next">
        <source>What you can do</source>
        <translation>Das können Sie tun</translation>
    </message>
    <message id="startError.title">
        <source>Your chats cannot be opened right now</source>
        <translation>Ihre Chats lassen sich gerade nicht öffnen</translation>
    </message>
    <message id="switch.off">
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message id="switch.on">
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message id="timeline.change.banned">
        <source>%1 banned %2 from the chat.</source>
        <translation>%1 hat %2 aus dem Chat ausgeschlossen.</translation>
    </message>
    <message id="timeline.change.created">
        <source>%1 started the chat.</source>
        <translation>%1 hat den Chat begonnen.</translation>
    </message>
    <message id="timeline.change.encryption">
        <source>Messages in this chat are encrypted from now on.</source>
        <translation>Nachrichten in diesem Chat sind ab jetzt verschlüsselt.</translation>
    </message>
    <message id="timeline.change.historyVisibility">
        <source>%1 changed who can read older messages.</source>
        <translation>%1 hat geändert, wer ältere Nachrichten lesen kann.</translation>
    </message>
    <message id="timeline.change.invited">
        <source>%1 invited %2.</source>
        <translation>%1 hat %2 eingeladen.</translation>
    </message>
    <message id="timeline.change.joined">
        <source>%1 joined the chat.</source>
        <translation>%1 ist dem Chat beigetreten.</translation>
    </message>
    <message id="timeline.change.kicked">
        <source>%1 removed %2 from the chat.</source>
        <translation>%1 hat %2 aus dem Chat entfernt.</translation>
    </message>
    <message id="timeline.change.left">
        <source>%1 left the chat.</source>
        <translation>%1 hat den Chat verlassen.</translation>
    </message>
    <message id="timeline.change.other">
        <source>%1 changed a setting of the chat.</source>
        <translation>%1 hat eine Einstellung des Chats geändert.</translation>
    </message>
    <message id="timeline.change.profileName">
        <source>%1 is now called %2.</source>
        <translation>%1 heißt jetzt %2.</translation>
    </message>
    <message id="timeline.change.rejected">
        <source>%1 declined the invitation.</source>
        <translation>%1 hat die Einladung abgelehnt.</translation>
    </message>
    <message id="timeline.change.roomName">
        <source>%1 named the chat “%2”.</source>
        <translation>%1 hat den Chat „%2“ genannt.</translation>
    </message>
    <message id="timeline.change.topic">
        <source>%1 changed the topic: “%2”.</source>
        <translation>%1 hat das Thema geändert: „%2“.</translation>
    </message>
    <message id="timeline.change.upgraded">
        <source>This chat goes on in a new chat.</source>
        <translation>Dieser Chat geht in einem neuen Chat weiter.</translation>
    </message>
    <message id="timeline.deleted.by">
        <source>%1 deleted this message.</source>
        <translation>%1 hat diese Nachricht gelöscht.</translation>
    </message>
    <message id="timeline.deleted.byAt">
        <source>%1 deleted this message – %2.</source>
        <translation>%1 hat diese Nachricht gelöscht – %2 Uhr.</translation>
    </message>
    <message id="timeline.deleted.own">
        <source>You deleted this message.</source>
        <translation>Sie haben diese Nachricht gelöscht.</translation>
    </message>
    <message id="timeline.deleted.unknown">
        <source>This message was deleted.</source>
        <translation>Diese Nachricht wurde gelöscht.</translation>
    </message>
    <message id="timeline.discard">
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message id="timeline.discard.confirm">
        <source>Discard message</source>
        <translation>Nachricht verwerfen</translation>
    </message>
    <message id="timeline.discard.text">
        <source>The message was not sent. It is removed from this chat and nobody receives it.</source>
        <translation>Die Nachricht wurde nicht gesendet. Sie wird aus diesem Chat entfernt und niemand bekommt sie.</translation>
    </message>
    <message id="timeline.discard.title">
        <source>Discard this message?</source>
        <translation>Diese Nachricht verwerfen?</translation>
    </message>
    <message id="timeline.edited">
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message id="timeline.file.audio">
        <source>Sound recording</source>
        <translation>Tonaufnahme</translation>
    </message>
    <message id="timeline.file.file">
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message id="timeline.file.image">
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message id="timeline.file.pdf">
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message id="timeline.file.unnamed">
        <source>File without a name</source>
        <translation>Datei ohne Namen</translation>
    </message>
    <message id="timeline.file.video">
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message id="timeline.gap">
        <source>Older messages are missing here. They are being fetched.</source>
        <translation>Hier fehlen ältere Nachrichten. Sie werden gerade geholt.</translation>
    </message>
    <message id="timeline.location">
        <source>A location was shared: %1</source>
        <translation>Ein Standort wurde geteilt: %1</translation>
    </message>
    <message id="timeline.reactions">
        <source>Reactions: %1</source>
        <translation>Reaktionen: %1</translation>
    </message>
    <message id="timeline.reply.spoken">
        <source>in reply to %1: %2</source>
        <translation>als Antwort auf %1: %2</translation>
    </message>
    <message id="timeline.reply.unknown">
        <source>Message not loaded</source>
        <translation>Nachricht nicht geladen</translation>
    </message>
    <message id="timeline.retry">
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message id="timeline.state.failed">
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message id="timeline.state.read">
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message id="timeline.state.sending">
        <source>being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message id="timeline.state.sent">
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message id="timeline.state.waiting">
        <source>waiting for connection</source>
        <translation>wartet auf Verbindung</translation>
    </message>
    <message id="timeline.timeUncertain">
        <source>Time uncertain</source>
        <translation>Zeit unsicher</translation>
    </message>
    <message id="timeline.unreadable.askPerson">
        <source>Ask the person in another way whether they wrote to you.</source>
        <translation>Fragen Sie die Person auf anderem Weg, ob sie Ihnen geschrieben hat.</translation>
    </message>
    <message id="timeline.unreadable.askSender">
        <source>Ask the sender to send the message again.</source>
        <translation>Bitten Sie die andere Seite, die Nachricht noch einmal zu senden.</translation>
    </message>
    <message id="timeline.unreadable.codeHelps">
        <source>With your key code you can perhaps read it.</source>
        <translation>Mit Ihrem Schlüssel-Code können Sie sie vielleicht lesen.</translation>
    </message>
    <message id="timeline.unreadable.confirmDevice">
        <source>Confirm this device with your key code. Then ask for the message again.</source>
        <translation>Bestätigen Sie dieses Gerät mit Ihrem Schlüssel-Code. Bitten Sie dann noch einmal um die Nachricht.</translation>
    </message>
    <message id="timeline.unreadable.keepTrying">
        <source>We keep trying. You do not have to do anything.</source>
        <translation>Wir versuchen es weiter. Sie müssen nichts tun.</translation>
    </message>
    <message id="timeline.unreadable.keysRenewed">
        <source>This message is older than your new keys. You can no longer read it here.</source>
        <translation>Diese Nachricht ist älter als Ihre neuen Schlüssel. Sie können sie hier nicht mehr lesen.</translation>
    </message>
    <message id="timeline.unreadable.malformed">
        <source>This message is damaged.</source>
        <translation>Diese Nachricht ist beschädigt.</translation>
    </message>
    <message id="timeline.unreadable.missingKey">
        <source>We cannot open this message yet. Its key has not arrived on this device.</source>
        <translation>Diese Nachricht können wir noch nicht öffnen. Ihr Schlüssel ist auf diesem Gerät noch nicht angekommen.</translation>
    </message>
    <message id="timeline.unreadable.nothingToDo">
        <source>You do not have to do anything.</source>
        <translation>Sie müssen nichts tun.</translation>
    </message>
    <message id="timeline.unreadable.readFile">
        <source>If you have saved your message keys before, you can read them in.</source>
        <translation>Haben Sie Ihre Nachrichten-Schlüssel vorher gesichert? Dann können Sie sie einlesen.</translation>
    </message>
    <message id="timeline.unreadable.replay">
        <source>This message is a copy of an older one. For your protection we do not show it.</source>
        <translation>Diese Nachricht ist die Kopie einer älteren. Zu Ihrem Schutz zeigen wir sie nicht.</translation>
    </message>
    <message id="timeline.unreadable.senderMismatch">
        <source>This message does not come from the person it claims. For your protection we do not show it.</source>
        <translation>Diese Nachricht kommt nicht von der Person, die sie angibt. Zu Ihrem Schutz zeigen wir sie nicht.</translation>
    </message>
    <message id="timeline.unreadable.unknownIndex">
        <source>We cannot open this message. Its key is only valid for later messages.</source>
        <translation>Diese Nachricht können wir nicht öffnen. Ihr Schlüssel gilt nur für spätere Nachrichten.</translation>
    </message>
    <message id="timeline.unreadable.unsupported">
        <source>This message is encrypted in a way that we do not know.</source>
        <translation>Diese Nachricht ist auf eine Art verschlüsselt, die wir nicht kennen.</translation>
    </message>
    <message id="timeline.unreadable.untrustedDevice">
        <source>This message comes from a device that its owner has not confirmed. For your protection we do not show it.</source>
        <translation>Diese Nachricht kommt von einem Gerät, das nicht bestätigt ist. Zu Ihrem Schutz zeigen wir sie nicht.</translation>
    </message>
    <message id="timeline.unreadable.withheld">
        <source>The sender has not shared the key of this message with this device.</source>
        <translation>Der Schlüssel dieser Nachricht wurde nicht an dieses Gerät gegeben.</translation>
    </message>
    <message id="timeline.unreadable.withheldUnverified">
        <source>The sender only shares keys with devices that have been confirmed.</source>
        <translation>Die andere Seite gibt Schlüssel nur an bestätigte Geräte.</translation>
    </message>
    <message id="timeline.unsupported">
        <source>This message is of a kind that we cannot show yet.</source>
        <translation>Diese Art von Nachricht können wir noch nicht anzeigen.</translation>
    </message>
    <message id="timeline.warning.notEncrypted">
        <source>This message was not encrypted.</source>
        <translation>Diese Nachricht war nicht verschlüsselt.</translation>
    </message>
    <message id="timeline.warning.notProven">
        <source>Brought back with your key code.</source>
        <translation>Mit Ihrem Schlüssel-Code zurückgeholt.</translation>
    </message>
    <message id="timeline.you">
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message id="trust.cannot.ownDevice">
        <source>To compare, confirm this device first: in the settings under “My devices”.</source>
        <translation>Bestätigen Sie zuerst dieses Gerät: in den Einstellungen unter „Meine Geräte“.</translation>
    </message>
    <message id="trust.changed">
        <source>The keys of %1 have changed</source>
        <translation>Die Schlüssel von %1 haben sich geändert</translation>
    </message>
    <message id="trust.changed.blocked">
        <source>You had confirmed the old keys. Nothing is sent here until you decide. Best call, on a number that you know.</source>
        <translation>Die alten Schlüssel hatten Sie bestätigt. Bis Sie entscheiden, wird hier nichts gesendet. Rufen Sie am besten an, unter einer Nummer, die Sie kennen.</translation>
    </message>
    <message id="trust.changed.calm">
        <source>That happens when somebody sets up the messenger anew. If you are not sure, ask on a number that you know.</source>
        <translation>Das passiert, wenn jemand seinen Messenger neu einrichtet. Im Zweifel fragen Sie nach, unter einer Nummer, die Sie kennen.</translation>
    </message>
    <message id="trust.compare">
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message id="trust.compare.text">
        <source>%1 gets a request, and both of you compare pictures. Meet for it, or call on a number that you know.</source>
        <translation>%1 bekommt eine Anfrage, und Sie beide vergleichen Bilder. Treffen Sie sich dafür, oder rufen Sie unter einer Nummer an, die Sie kennen.</translation>
    </message>
    <message id="trust.confirmed">
        <source>%1 · confirmed</source>
        <translation>%1 · bestätigt</translation>
    </message>
    <message id="trust.goOn">
        <source>Go on writing anyway</source>
        <translation>Trotzdem weiter schreiben</translation>
    </message>
    <message id="trust.understood">
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message id="verify.answeredElsewhere">
        <source>Another of your devices has answered.</source>
        <translation>Ein anderes Ihrer Geräte hat geantwortet.</translation>
    </message>
    <message id="verify.answeredElsewhere.effect">
        <source>Here nothing is left to do.</source>
        <translation>Hier ist nichts mehr zu tun.</translation>
    </message>
    <message id="verify.answeredElsewhere.next">
        <source>Go on at the device that has answered.</source>
        <translation>Machen Sie auf dem Gerät weiter, das geantwortet hat.</translation>
    </message>
    <message id="verify.asking.intro">
        <source>Take the other device into your hand and open the messenger. Accept the request there.</source>
        <translation>Nehmen Sie das andere Gerät zur Hand und öffnen Sie dort den Messenger. Nehmen Sie die Anfrage dort an.</translation>
    </message>
    <message id="verify.background">
        <source>Go on in the background</source>
        <translation>Im Hintergrund weitermachen</translation>
    </message>
    <message id="verify.cancelledThere">
        <source>It was cancelled on the other device.</source>
        <translation>Auf dem anderen Gerät wurde abgebrochen.</translation>
    </message>
    <message id="verify.choose.intro">
        <source>Hold both devices ready. After that you can be sure that both are yours.</source>
        <translation>Halten Sie beide Geräte bereit. Danach sind Sie sicher, dass beide Ihnen gehören.</translation>
    </message>
    <message id="verify.choose.title">
        <source>How do you want to compare the devices?</source>
        <translation>Wie möchten Sie die Geräte vergleichen?</translation>
    </message>
    <message id="verify.code.intro">
        <source>Open the scanner of the messenger there and hold its camera in front of this screen.</source>
        <translation>Öffnen Sie dort den Scanner des Messengers. Halten Sie die Kamera vor diesen Bildschirm.</translation>
    </message>
    <message id="verify.code.title">
        <source>Scan this code with the other device</source>
        <translation>Scannen Sie diesen Code mit dem anderen Gerät</translation>
    </message>
    <message id="verify.device">
        <source>Other device: %1 (mark %2)</source>
        <translation>Anderes Gerät: %1 (Kennung %2)</translation>
    </message>
    <message id="verify.different">
        <source>The two devices did not show the same.</source>
        <translation>Die beiden Geräte haben nicht dasselbe gezeigt.</translation>
    </message>
    <message id="verify.different.no">
        <source>No, different ones</source>
        <translation>Nein, andere</translation>
    </message>
    <message id="verify.done">
        <source>Both devices now know of each other that they are yours.</source>
        <translation>Beide Geräte wissen jetzt voneinander, dass sie Ihnen gehören.</translation>
    </message>
    <message id="verify.done.text">
        <source>Please leave both switched on: missing keys are handed over now, and then your chats can be read on both.</source>
        <translation>Lassen Sie bitte beide eingeschaltet. Fehlende Schlüssel werden jetzt übergeben. Danach können Sie Ihre Chats auf beiden lesen.</translation>
    </message>
    <message id="verify.done.title">
        <source>The device is confirmed</source>
        <translation>Das Gerät ist bestätigt</translation>
    </message>
    <message id="verify.effect.attack">
        <source>Perhaps somebody has tried to get in between. Nothing was confirmed.</source>
        <translation>Vielleicht hat jemand versucht, sich dazwischenzuschalten. Es wurde nichts bestätigt.</translation>
    </message>
    <message id="verify.effect.nothing">
        <source>Nothing was confirmed.</source>
        <translation>Es wurde nichts bestätigt.</translation>
    </message>
    <message id="verify.failed">
        <source>The comparison was interrupted.</source>
        <translation>Der Vergleich wurde unterbrochen.</translation>
    </message>
    <message id="verify.failed.title">
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message id="verify.file.filter">
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message id="verify.file.notReadable">
        <source>This file is not a picture that can be read.</source>
        <translation>Diese Datei ist kein Bild, das sich lesen lässt.</translation>
    </message>
    <message id="verify.file.tooLarge">
        <source>This file is too large.</source>
        <translation>Diese Datei ist zu groß.</translation>
    </message>
    <message id="verify.foreignCode">
        <source>This code belongs to another comparison, or it is damaged.</source>
        <translation>Dieser Code gehört zu einem anderen Vergleich, oder er ist beschädigt.</translation>
    </message>
    <message id="verify.kind.contact">
        <source>This is a contact code, not one for comparing.</source>
        <translation>Das ist ein Kontakt-Code, keiner zum Vergleichen.</translation>
    </message>
    <message id="verify.kind.key">
        <source>This is the code of your key sheet. It does not belong here.</source>
        <translation>Das ist der Code Ihres Schlüssel-Blatts. Er gehört nicht hierher.</translation>
    </message>
    <message id="verify.kind.key.effect">
        <source>We have not used it. Do not show it to anybody.</source>
        <translation>Wir haben ihn nicht benutzt. Zeigen Sie ihn niemandem.</translation>
    </message>
    <message id="verify.kind.other">
        <source>This is another code, not one for comparing.</source>
        <translation>Das ist ein anderer Code, keiner zum Vergleichen.</translation>
    </message>
    <message id="verify.kind.signIn">
        <source>This is a code for signing in, not for comparing.</source>
        <translation>Das ist ein Code zum Anmelden, nicht zum Vergleichen.</translation>
    </message>
    <message id="verify.next.code">
        <source>Choose a picture of the code that the other device shows right now.</source>
        <translation>Wählen Sie ein Bild von dem Code, den das andere Gerät gerade zeigt.</translation>
    </message>
    <message id="verify.next.devices">
        <source>Have a look at “My devices” and sign out what you do not know. Then try again, if possible in another network.</source>
        <translation>Prüfen Sie „Meine Geräte“ und melden Sie ab, was Sie nicht kennen. Versuchen Sie es dann noch einmal, am besten in einem anderen Netz.</translation>
    </message>
    <message id="verify.next.picture">
        <source>Choose another picture, or compare pictures or numbers.</source>
        <translation>Wählen Sie ein anderes Bild, oder vergleichen Sie Bilder oder Zahlen.</translation>
    </message>
    <message id="verify.next.tryAgain">
        <source>Hold both devices ready and try again.</source>
        <translation>Halten Sie beide Geräte bereit und versuchen Sie es noch einmal.</translation>
    </message>
    <message id="verify.noCommonWay">
        <source>The two programs cannot compare in the same way.</source>
        <translation>Die beiden Programme können nicht auf dieselbe Weise vergleichen.</translation>
    </message>
    <message id="verify.noCommonWay.next">
        <source>Install the newest version on both devices and try again.</source>
        <translation>Installieren Sie auf beiden Geräten die neueste Version und versuchen Sie es noch einmal.</translation>
    </message>
    <message id="verify.noDevice">
        <source>There is no other device that could be asked.</source>
        <translation>Es gibt kein anderes Gerät, das wir fragen könnten.</translation>
    </message>
    <message id="verify.noDevice.next">
        <source>Sign in on the other device first, or wait a minute if you have just done so.</source>
        <translation>Melden Sie sich zuerst auf dem anderen Gerät an. Haben Sie das gerade getan, warten Sie eine Minute.</translation>
    </message>
    <message id="verify.noIdentity">
        <source>Devices cannot be confirmed from here at the moment.</source>
        <translation>Von hier aus lassen sich Geräte gerade nicht bestätigen.</translation>
    </message>
    <message id="verify.noIdentity.effect">
        <source>The keys of your account are not there yet, or they have changed.</source>
        <translation>Die Schlüssel Ihres Kontos sind noch nicht da, oder sie haben sich geändert.</translation>
    </message>
    <message id="verify.noIdentity.next">
        <source>Try again in a minute. If it stays like this, call your health insurer.</source>
        <translation>Versuchen Sie es in einer Minute noch einmal. Bleibt es so, rufen Sie Ihre Krankenkasse an.</translation>
    </message>
    <message id="verify.notice.done">
        <source>The device “%1” is confirmed now.</source>
        <translation>Das Gerät „%1“ ist jetzt bestätigt.</translation>
    </message>
    <message id="verify.notice.elsewhere">
        <source>The request of the device “%1” was answered on another device.</source>
        <translation>Die Anfrage des Geräts „%1“ wurde auf einem anderen Gerät beantwortet.</translation>
    </message>
    <message id="verify.notice.refused">
        <source>The server has not taken the confirmation of the device “%1”. It does not count as confirmed.</source>
        <translation>Der Server hat die Bestätigung des Geräts „%1“ nicht angenommen. Das Gerät gilt nicht als bestätigt.</translation>
    </message>
    <message id="verify.notice.timedOut">
        <source>The device “%1” has asked for a comparison, but nobody answered in time. If it is yours, begin there once more.</source>
        <translation>Das Gerät „%1“ hat nach einem Vergleich gefragt, aber niemand hat rechtzeitig geantwortet. Ist es Ihr Gerät? Dann beginnen Sie dort noch einmal.</translation>
    </message>
    <message id="verify.notice.withdrawn">
        <source>The device “%1” does not ask for a comparison any more.</source>
        <translation>Das Gerät „%1“ fragt nicht mehr nach einem Vergleich.</translation>
    </message>
    <message id="verify.numbers">
        <source>Three numbers</source>
        <translation>Drei Zahlen</translation>
    </message>
    <message id="verify.numbers.intro">
        <source>Compare all three, in order. So you can be sure that nobody is in between.</source>
        <translation>Vergleichen Sie alle drei, der Reihe nach. So sind Sie sicher, dass niemand dazwischen ist.</translation>
    </message>
    <message id="verify.numbers.title">
        <source>Does the other device show the same numbers?</source>
        <translation>Zeigt das andere Gerät dieselben Zahlen?</translation>
    </message>
    <message id="verify.numbers.yes">
        <source>Yes, the same numbers</source>
        <translation>Ja, dieselben Zahlen</translation>
    </message>
    <message id="verify.otherDevice">
        <source>Your other device</source>
        <translation>Ihr anderes Gerät</translation>
    </message>
    <message id="verify.otherKeys">
        <source>The keys of the two devices do not fit each other.</source>
        <translation>Die Schlüssel der beiden Geräte passen nicht zusammen.</translation>
    </message>
    <message id="verify.person.asking.intro">
        <source>The other person finds your request in the messenger and has to accept it there. Best call them.</source>
        <translation>Die andere Person findet Ihre Anfrage im Messenger und muss sie dort annehmen. Rufen Sie sie am besten an.</translation>
    </message>
    <message id="verify.person.cancelledThere">
        <source>The other person has cancelled.</source>
        <translation>Die andere Person hat abgebrochen.</translation>
    </message>
    <message id="verify.person.choose.intro">
        <source>Meet, or call each other on a number that you know. After that you can be sure who reads along.</source>
        <translation>Treffen Sie sich, oder rufen Sie unter einer Nummer an, die Sie kennen. Danach sind Sie sicher, wer mitliest.</translation>
    </message>
    <message id="verify.person.choose.title">
        <source>How do you want to compare?</source>
        <translation>Wie möchten Sie vergleichen?</translation>
    </message>
    <message id="verify.person.code.intro">
        <source>The other person opens the scanner of the messenger and holds the camera in front of this screen.</source>
        <translation>Die andere Person öffnet den Scanner des Messengers und hält die Kamera vor diesen Bildschirm.</translation>
    </message>
    <message id="verify.person.code.title">
        <source>Let the other person scan this code</source>
        <translation>Lassen Sie die andere Person diesen Code scannen</translation>
    </message>
    <message id="verify.person.different">
        <source>You two did not see the same.</source>
        <translation>Sie beide haben nicht dasselbe gesehen.</translation>
    </message>
    <message id="verify.person.done">
        <source>The keys belong to %1.</source>
        <translation>Die Schlüssel gehören %1.</translation>
    </message>
    <message id="verify.person.done.text">
        <source>Go on writing as before. If these keys ever change, we tell you before anything is sent.</source>
        <translation>Schreiben Sie weiter wie bisher. Ändern sich diese Schlüssel, sagen wir es Ihnen, bevor etwas gesendet wird.</translation>
    </message>
    <message id="verify.person.done.title">
        <source>The person is confirmed</source>
        <translation>Die Person ist bestätigt</translation>
    </message>
    <message id="verify.person.forbidden">
        <source>People cannot be confirmed from here at the moment.</source>
        <translation>Personen lassen sich von hier aus gerade nicht bestätigen.</translation>
    </message>
    <message id="verify.person.forbidden.effect">
        <source>This device is not confirmed itself yet, or the keys of the person have changed.</source>
        <translation>Dieses Gerät ist selbst noch nicht bestätigt, oder die Schlüssel der Person haben sich geändert.</translation>
    </message>
    <message id="verify.person.forbidden.next">
        <source>Confirm this device first. If the keys have changed, decide in the chat what you want to do.</source>
        <translation>Bestätigen Sie zuerst dieses Gerät. Haben sich die Schlüssel geändert, entscheiden Sie im Chat, was Sie möchten.</translation>
    </message>
    <message id="verify.person.next.call">
        <source>Write nothing confidential here for now. Call the other person on a number that you already know.</source>
        <translation>Schreiben Sie hier vorerst nichts Vertrauliches. Rufen Sie die andere Person unter einer Nummer an, die Sie schon kennen.</translation>
    </message>
    <message id="verify.person.next.tryAgain">
        <source>Agree with the other person when, and try again.</source>
        <translation>Verabreden Sie sich mit der anderen Person und versuchen Sie es noch einmal.</translation>
    </message>
    <message id="verify.person.noCommonWay.next">
        <source>Both of you install the newest version and try again.</source>
        <translation>Installieren Sie beide die neueste Version und versuchen Sie es noch einmal.</translation>
    </message>
    <message id="verify.person.notFound">
        <source>This person cannot be confirmed yet.</source>
        <translation>Diese Person lässt sich noch nicht bestätigen.</translation>
    </message>
    <message id="verify.person.notFound.next">
        <source>You need an encrypted chat of just the two of you. The other person must have set up the messenger.</source>
        <translation>Sie brauchen einen verschlüsselten Chat nur zu zweit. Die andere Person muss ihren Messenger eingerichtet haben.</translation>
    </message>
    <message id="verify.person.notice.done">
        <source>%1 is confirmed now.</source>
        <translation>%1 ist jetzt bestätigt.</translation>
    </message>
    <message id="verify.person.notice.elsewhere">
        <source>The request of %1 was answered on another one of your devices.</source>
        <translation>Die Anfrage von %1 wurde auf einem anderen Ihrer Geräte beantwortet.</translation>
    </message>
    <message id="verify.person.notice.refused">
        <source>The server has not taken the confirmation of %1. The person does not count as confirmed.</source>
        <translation>Der Server hat die Bestätigung von %1 nicht angenommen. Die Person gilt nicht als bestätigt.</translation>
    </message>
    <message id="verify.person.notice.timedOut">
        <source>%1 has asked for a comparison, but nobody answered in time. Ask the person to begin once more.</source>
        <translation>%1 wollte mit Ihnen vergleichen, aber niemand hat rechtzeitig geantwortet. Bitten Sie die Person, noch einmal zu beginnen.</translation>
    </message>
    <message id="verify.person.notice.withdrawn">
        <source>%1 does not ask for a comparison any more.</source>
        <translation>%1 möchte nicht mehr mit Ihnen vergleichen.</translation>
    </message>
    <message id="verify.person.numbers.intro">
        <source>Compare all three, in order, side by side or on the phone. Never by writing in this chat.</source>
        <translation>Vergleichen Sie alle drei, der Reihe nach, nebeneinander oder am Telefon. Schreiben Sie sie nicht in den Chat.</translation>
    </message>
    <message id="verify.person.numbers.title">
        <source>Does the other person see the same numbers?</source>
        <translation>Sieht die andere Person dieselben Zahlen?</translation>
    </message>
    <message id="verify.person.otherKeys">
        <source>The keys of the two sides do not fit each other.</source>
        <translation>Die Schlüssel der beiden Seiten passen nicht zusammen.</translation>
    </message>
    <message id="verify.person.pictures.intro">
        <source>Compare all seven, in order, side by side or on the phone. Never by writing in this chat.</source>
        <translation>Vergleichen Sie alle sieben, der Reihe nach, nebeneinander oder am Telefon. Schreiben Sie sie nicht in den Chat.</translation>
    </message>
    <message id="verify.person.pictures.title">
        <source>Does the other person see the same pictures?</source>
        <translation>Sieht die andere Person dieselben Bilder?</translation>
    </message>
    <message id="verify.person.refused.effect">
        <source>The person does not count as confirmed.</source>
        <translation>Die Person gilt nicht als bestätigt.</translation>
    </message>
    <message id="verify.person.request">
        <source>%1 (%2) wants to compare pictures with you. Only do this if you are together or on the phone with each other.</source>
        <translation>%1 (%2) möchte mit Ihnen Bilder vergleichen. Machen Sie das nur, wenn Sie zusammen sind oder miteinander telefonieren.</translation>
    </message>
    <message id="verify.person.scanned.intro">
        <source>The device of the other person has read the code. Have a look there before you answer.</source>
        <translation>Das Gerät der anderen Person hat den Code gelesen. Sehen Sie dort nach, bevor Sie antworten.</translation>
    </message>
    <message id="verify.person.scanned.title">
        <source>Does it say over there that it has worked?</source>
        <translation>Steht bei der anderen Person, dass es geklappt hat?</translation>
    </message>
    <message id="verify.person.side">
        <source>Other person: %1 (address %2)</source>
        <translation>Andere Person: %1 (Adresse %2)</translation>
    </message>
    <message id="verify.person.start">
        <source>Compare keys</source>
        <translation>Schlüssel vergleichen</translation>
    </message>
    <message id="verify.person.unknownDevice.next">
        <source>Try again in a minute. If it stays like this, call the other person on a number that you already know.</source>
        <translation>Versuchen Sie es in einer Minute noch einmal. Bleibt es so, rufen Sie unter einer Nummer an, die Sie schon kennen.</translation>
    </message>
    <message id="verify.person.waiting">
        <source>Waiting for the other person …</source>
        <translation>Warten auf die andere Person …</translation>
    </message>
    <message id="verify.person.waiting.intro">
        <source>The other person has to say yes as well.</source>
        <translation>Die andere Person muss auch noch zustimmen.</translation>
    </message>
    <message id="verify.person.way.camera">
        <source>Read the code of the other person with the camera</source>
        <translation>Code der anderen Person mit der Kamera lesen</translation>
    </message>
    <message id="verify.person.way.file">
        <source>Read the code of the other person from a picture</source>
        <translation>Code der anderen Person aus einem Bild lesen</translation>
    </message>
    <message id="verify.person.way.file.note">
        <source>A photo that you have taken of the other screen yourself. Do not use a picture that was sent to you.</source>
        <translation>Ein Foto, das Sie selbst vom anderen Bildschirm gemacht haben. Nehmen Sie kein Bild, das Ihnen jemand geschickt hat.</translation>
    </message>
    <message id="verify.person.way.show">
        <source>Let the other person scan a code</source>
        <translation>Die andere Person einen Code scannen lassen</translation>
    </message>
    <message id="verify.person.way.show.note">
        <source>The code appears here. The other person reads it with the camera.</source>
        <translation>Der Code erscheint hier. Die andere Person liest ihn mit der Kamera.</translation>
    </message>
    <message id="verify.picture">
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message id="verify.pictures">
        <source>Seven pictures</source>
        <translation>Sieben Bilder</translation>
    </message>
    <message id="verify.pictures.intro">
        <source>Compare all seven, in order. So you can be sure that nobody is in between.</source>
        <translation>Vergleichen Sie alle sieben, der Reihe nach. So sind Sie sicher, dass niemand dazwischen ist.</translation>
    </message>
    <message id="verify.pictures.title">
        <source>Does the other device show the same pictures?</source>
        <translation>Zeigt das andere Gerät dieselben Bilder?</translation>
    </message>
    <message id="verify.pictures.yes">
        <source>Yes, the same pictures</source>
        <translation>Ja, dieselben Bilder</translation>
    </message>
    <message id="verify.preparing">
        <source>The two devices are connecting …</source>
        <translation>Die beiden Geräte verbinden sich …</translation>
    </message>
    <message id="verify.qr">
        <source>QR code for the other device. If you cannot show it, compare pictures or numbers.</source>
        <translation>QR-Code für das andere Gerät. Wenn Sie ihn nicht zeigen können, vergleichen Sie Bilder oder Zahlen.</translation>
    </message>
    <message id="verify.ratherNumbers">
        <source>Rather compare numbers</source>
        <translation>Lieber Zahlen vergleichen</translation>
    </message>
    <message id="verify.ratherPictures">
        <source>Rather compare pictures</source>
        <translation>Lieber Bilder vergleichen</translation>
    </message>
    <message id="verify.reading">
        <source>The picture is being read …</source>
        <translation>Das Bild wird gelesen …</translation>
    </message>
    <message id="verify.refused">
        <source>The server has not taken the confirmation.</source>
        <translation>Der Server hat die Bestätigung nicht angenommen.</translation>
    </message>
    <message id="verify.refused.effect">
        <source>The device does not count as confirmed.</source>
        <translation>Das Gerät gilt nicht als bestätigt.</translation>
    </message>
    <message id="verify.refused.next">
        <source>Try again later. If it stays like this, call your health insurer.</source>
        <translation>Versuchen Sie es später noch einmal. Bleibt es so, rufen Sie Ihre Krankenkasse an.</translation>
    </message>
    <message id="verify.request">
        <source>The device “%1” wants to be compared with this one. Only do this if you have both devices in front of you.</source>
        <translation>Das Gerät „%1“ möchte mit diesem verglichen werden. Machen Sie das nur, wenn Sie beide Geräte vor sich haben.</translation>
    </message>
    <message id="verify.request.accept">
        <source>Compare now</source>
        <translation>Jetzt vergleichen</translation>
    </message>
    <message id="verify.request.refuse">
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message id="verify.scanned.intro">
        <source>It has read the code. Have a look there before you answer.</source>
        <translation>Es hat den Code gelesen. Sehen Sie dort nach, bevor Sie antworten.</translation>
    </message>
    <message id="verify.scanned.no">
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message id="verify.scanned.title">
        <source>Does the other device show that it has worked?</source>
        <translation>Zeigt das andere Gerät, dass es geklappt hat?</translation>
    </message>
    <message id="verify.scanned.yes">
        <source>Yes, it has worked</source>
        <translation>Ja, es hat geklappt</translation>
    </message>
    <message id="verify.seeDevices">
        <source>See my devices</source>
        <translation>Meine Geräte ansehen</translation>
    </message>
    <message id="verify.signing">
        <source>The confirmation is being stored …</source>
        <translation>Die Bestätigung wird gespeichert …</translation>
    </message>
    <message id="verify.start">
        <source>Confirm device</source>
        <translation>Gerät bestätigen</translation>
    </message>
    <message id="verify.timedOut">
        <source>It took too long: the time for comparing is over.</source>
        <translation>Es hat zu lange gedauert: Die Zeit für den Vergleich ist abgelaufen.</translation>
    </message>
    <message id="verify.unknownDevice">
        <source>A device has answered that cannot be checked.</source>
        <translation>Geantwortet hat ein Gerät, das sich nicht prüfen lässt.</translation>
    </message>
    <message id="verify.unknownDevice.next">
        <source>Have a look at “My devices” whether you know it. If so, try again in a minute; if not, sign it out.</source>
        <translation>Sehen Sie unter „Meine Geräte“ nach, ob Sie es kennen. Wenn ja, versuchen Sie es in einer Minute noch einmal. Wenn nein, melden Sie es ab.</translation>
    </message>
    <message id="verify.until">
        <source>You have time until %1. After that you can begin anew.</source>
        <translation>Sie haben Zeit bis %1 Uhr. Danach können Sie neu beginnen.</translation>
    </message>
    <message id="verify.waiting">
        <source>Waiting for the other device …</source>
        <translation>Warten auf das andere Gerät …</translation>
    </message>
    <message id="verify.waiting.intro">
        <source>Please confirm on the other device as well.</source>
        <translation>Bestätigen Sie bitte auch auf dem anderen Gerät.</translation>
    </message>
    <message id="verify.waiting.title">
        <source>Nearly done</source>
        <translation>Gleich geschafft</translation>
    </message>
    <message id="verify.way.camera">
        <source>Read the code of the other device with the camera</source>
        <translation>Code des anderen Geräts mit der Kamera lesen</translation>
    </message>
    <message id="verify.way.camera.note">
        <source>Let the other device show its code. You hold it in front of this computer.</source>
        <translation>Lassen Sie das andere Gerät seinen Code zeigen. Sie halten ihn vor diesen Computer.</translation>
    </message>
    <message id="verify.way.file">
        <source>Read the code of the other device from a picture</source>
        <translation>Code des anderen Geräts aus einem Bild lesen</translation>
    </message>
    <message id="verify.way.file.note">
        <source>A photo or a screenshot of the code that is shown there. You can also drag the file onto this page.</source>
        <translation>Ein Foto oder Bildschirmfoto des Codes, der dort zu sehen ist. Sie können die Datei auch auf diese Seite ziehen.</translation>
    </message>
    <message id="verify.way.pictures">
        <source>Compare pictures or numbers</source>
        <translation>Bilder oder Zahlen vergleichen</translation>
    </message>
    <message id="verify.way.pictures.note">
        <source>Both devices show seven pictures. You say whether they are the same. You need no camera.</source>
        <translation>Beide Geräte zeigen sieben Bilder. Sie sagen, ob es dieselben sind. Sie brauchen keine Kamera.</translation>
    </message>
    <message id="verify.way.show">
        <source>Scan a code with the other device</source>
        <translation>Code mit dem anderen Gerät scannen</translation>
    </message>
    <message id="verify.way.show.note">
        <source>The code appears here. The other device reads it with its camera.</source>
        <translation>Der Code erscheint hier. Das andere Gerät liest ihn mit seiner Kamera.</translation>
    </message>
    <message id="welcome.readingSize.intro">
        <source>You can change text and colours again at any time.</source>
        <translation>Sie können Schrift und Farben jederzeit wieder ändern.</translation>
    </message>
    <message id="welcome.readingSize.title">
        <source>Can you read this well?</source>
        <translation>Können Sie das gut lesen?</translation>
    </message>
    <message id="welcome.sample.sender">
        <source>Dr. Sommer’s practice</source>
        <translation>Praxis Dr. Sommer</translation>
    </message>
    <message id="welcome.sample.text">
        <source>Hello Ms Mustermann, your prescription is ready. You can collect it from tomorrow morning.</source>
        <translation>Guten Tag Frau Mustermann, Ihr Rezept liegt bereit. Sie können es ab morgen früh abholen.</translation>
    </message>
    <message id="welcome.start.continue">
        <source>Continue to my health insurer</source>
        <translation>Weiter zu meiner Krankenkasse</translation>
    </message>
    <message id="welcome.start.continue.note">
        <source>You need the sign-in of your health insurer. Their notices on data protection are shown there.</source>
        <translation>Sie brauchen die Anmeldung Ihrer Krankenkasse. Dort stehen auch deren Hinweise zum Datenschutz.</translation>
    </message>
    <message id="welcome.start.emergency.text">
        <source>Nobody may read your message at once. In an emergency call 112. At night and on weekends a doctor is available at 116117.</source>
        <translation>Vielleicht liest niemand Ihre Nachricht sofort. Im Notfall rufen Sie 112 an. Nachts und am Wochenende erreichen Sie ärztliche Hilfe unter 116117.</translation>
    </message>
    <message id="welcome.start.emergency.title">
        <source>Not for emergencies</source>
        <translation>Nicht für Notfälle</translation>
    </message>
    <message id="welcome.start.encrypted.text">
        <source>Every message is encrypted on your device.</source>
        <translation>Jede Nachricht wird auf Ihrem Gerät verschlüsselt.</translation>
    </message>
    <message id="welcome.start.encrypted.title">
        <source>Only you and the other side can read</source>
        <translation>Nur Sie und die andere Seite können lesen</translation>
    </message>
    <message id="welcome.start.important">
        <source>What is important</source>
        <translation>Das ist wichtig</translation>
    </message>
    <message id="welcome.start.local.text">
        <source>They are stored encrypted. Encrypted copies are on the server of your health insurer.</source>
        <translation>Sie sind verschlüsselt gespeichert. Verschlüsselte Kopien liegen auf dem Server Ihrer Krankenkasse.</translation>
    </message>
    <message id="welcome.start.local.title">
        <source>Your chats are on this device</source>
        <translation>Ihre Chats liegen auf diesem Gerät</translation>
    </message>
    <message id="welcome.start.noTelemetry.text">
        <source>This program sends no usage data to anybody.</source>
        <translation>Dieses Programm sendet niemandem Daten darüber, wie Sie es benutzen.</translation>
    </message>
    <message id="welcome.start.noTelemetry.title">
        <source>We do not watch you</source>
        <translation>Wir beobachten Sie nicht</translation>
    </message>
    <message id="welcome.start.title">
        <source>Chat safely with your practice and your health insurer</source>
        <translation>Sicher schreiben mit Praxis und Krankenkasse</translation>
    </message>
</context>
</TS>
