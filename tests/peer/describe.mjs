// How the peer shows an event of the SDK.
import { EventShieldColour, EventShieldReason } from "matrix-js-sdk/lib/crypto-api/index.js";

/** One event as the peer prints it; for an edited message the content is the newest one. */
export async function describe(client, event, room = client.getRoom(event.getRoomId())) {
    const line = {
        room: event.getRoomId(),
        eventId: event.getId(),
        sender: event.getSender(),
        ts: event.getTs(),
        type: event.getType(),
        content: event.getContent(),
    };
    if (event.isState()) line.stateKey = event.getStateKey();
    if (event.isRedacted()) line.redacted = event.getRedactionEvent()?.sender ?? true;
    if (event.getType() === "m.room.redaction" && event.getAssociatedId()) line.redacts = event.getAssociatedId();
    if (event.isEncrypted()) Object.assign(line, await describeEncryption(client, event));
    if (event.replacingEventId()) line.edited = event.replacingEventId();
    const reactions = reactionsTo(event, room);
    if (reactions.length) line.reactions = Object.fromEntries(reactions);
    return line;
}

async function describeEncryption(client, event) {
    const decrypted = !event.isDecryptionFailure() && event.getClearContent() !== null;
    const line = { encrypted: true, decrypted };
    if (!decrypted && !event.isRedacted()) line.failure = event.decryptionFailureReason;
    const info = decrypted ? await client.getCrypto().getEncryptionInfoForEvent(event) : null;
    if (info) {
        const reason = info.shieldReason === null ? null : EventShieldReason[info.shieldReason];
        line.shield = { colour: EventShieldColour[info.shieldColour], reason };
    }
    return line;
}

/** Pairs of an emoji and who reacted with it. */
function reactionsTo(event, room) {
    const relations = room?.relations.getChildEventsForEvent(event.getId(), "m.annotation", "m.reaction");
    const byKey = relations?.getSortedAnnotationsByKey() ?? [];
    return byKey.map(([key, events]) => [key, [...events].filter((e) => !e.isRedacted()).map((e) => e.getSender())]);
}

export const inviterOf = (room, own) => room.getMember(own)?.events.member?.getSender();
