// Turns what the SDK reports into the peer's event lines.
import { ClientEvent, MatrixEventEvent, RoomEvent, RoomMemberEvent } from "matrix-js-sdk";
import { CryptoEvent } from "matrix-js-sdk/lib/crypto-api/index.js";
import { describe, inviterOf } from "./describe.mjs";

/**
 * Prints everything that comes in, except verification requests.
 *   onMessage(line)           for every readable live message of somebody else
 *   onInvite(room)            for every invitation
 *   onVerification(request)   for every request of another user or device
 */
export function listen({ client, print, onMessage, onInvite, onVerification }) {
    listenToTimeline(client, print, onMessage);
    listenToRooms(client, print, onInvite);
    listenToAccount(client, print, onVerification);
}

function listenToTimeline(client, print, onMessage) {
    const show = async (event, room, extra) => {
        const line = await describe(client, event, room);
        print({ kind: event.isState() ? "state" : "message", ...extra, ...line });
        const ofOthers = !event.isState() && event.getSender() !== client.getUserId();
        if (ofOthers && line.decrypted !== false && !extra.old) onMessage(line);
    };
    const showWhenReadable = (event, room, extra) => {
        const late = () => {
            if (event.isDecryptionFailure()) return;
            event.off(MatrixEventEvent.Decrypted, late);
            show(event, room, { ...extra, late: true });
        };
        event.on(MatrixEventEvent.Decrypted, late);
    };
    client.on(RoomEvent.Timeline, async (event, room, toStart, removed, { liveEvent }) => {
        const pending = event.status; // an own message that is not yet back from the server
        if (!room || toStart || removed || !liveEvent || pending) return;
        const extra = client.isInitialSyncComplete() ? {} : { old: true };
        if (event.isEncrypted()) await (event.getDecryptionPromise() ?? client.decryptEventIfNeeded(event));
        await show(event, room, extra);
        if (event.isDecryptionFailure()) showWhenReadable(event, room, extra);
    });
}

function listenToRooms(client, print, onInvite) {
    client.on(RoomEvent.MyMembership, (room, membership, previous) => {
        const inviter = membership === "invite" ? inviterOf(room, client.getUserId()) : undefined;
        print({ kind: "membership", room: room.roomId, name: room.name, membership, previous, inviter });
        if (membership === "invite") onInvite(room);
    });
    client.on(RoomEvent.Receipt, (event, room) => {
        // the SDK also makes up a receipt for every message sent; those carry a room id, the ones from /sync do not
        if (!event.getRoomId()) print({ kind: "receipt", room: room.roomId, content: event.getContent() });
    });
    client.on(RoomMemberEvent.Typing, (_, { roomId, userId, typing }) => {
        print({ kind: "typing", room: roomId, user: userId, typing });
    });
}

function listenToAccount(client, print, onVerification) {
    client.on(ClientEvent.AccountData, (event) => print({ kind: "accountData", type: event.getType() }));
    client.on(ClientEvent.Sync, (state, _, data) => {
        if (state === "ERROR" || state === "PREPARED") print({ kind: "sync", state, error: data?.error?.message });
    });
    client.on(CryptoEvent.KeyBackupSessionsRemaining, (remaining) => print({ kind: "backup", remaining }));
    client.on(CryptoEvent.UserTrustStatusChanged, (user, status) => {
        print({ kind: "trust", user, verified: status.isVerified(), needsApproval: status.needsUserApproval });
    });
    client.on(CryptoEvent.KeysChanged, () => print({ kind: "keysChanged" }));
    client.on(CryptoEvent.VerificationRequestReceived, onVerification);
}
