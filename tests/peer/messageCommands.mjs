// Commands about messages, files and what refers to them.
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { decryptAttachment, encryptAttachment } from "./attachment.mjs";
import { describe } from "./describe.mjs";

export function messageCommands(peer) {
    async function send(room, content, { plain, type = "m.room.message" } = {}) {
        const known = peer.client.getRoom(room);
        if (known?.getMyMembership() !== "join") throw new Error("not joined");
        if (!plain && !known.hasEncryptionStateEvent()) throw new Error("room is not encrypted (plain:true sends anyway)");
        return { eventId: (await peer.client.sendEvent(room, type, content)).event_id };
    }
    return {
        send: ({ room, plain, ...args }) => send(room, textContent(args), { plain }),
        reply({ room, eventId, ...args }) {
            return send(room, { ...textContent(args), "m.relates_to": { "m.in_reply_to": { event_id: eventId } } });
        },
        edit({ room, eventId, ...args }) {
            const fallback = textContent({ ...args, body: `* ${args.body}` });
            const relation = { rel_type: "m.replace", event_id: eventId };
            return send(room, { ...fallback, "m.new_content": textContent(args), "m.relates_to": relation });
        },
        react({ room, eventId, key }) {
            const relation = { rel_type: "m.annotation", event_id: eventId, key };
            return send(room, { "m.relates_to": relation }, { type: "m.reaction" });
        },
        async redact({ room, eventId, reason }) {
            return { eventId: (await peer.client.redactEvent(room, eventId, undefined, { reason })).event_id };
        },
        /** Any event, for what the other commands do not cover. */
        sendRaw: ({ room, type, content, plain }) => send(room, content, { type, plain }),
        typing: async ({ room, on = true }) => void (await peer.client.sendTyping(room, on, 10000)),
        async read({ room, eventId }) {
            await peer.client.sendReadReceipt(await findEvent(peer.client, room, eventId));
        },

        async sendFile({ room, path, msgtype = "m.file", mimetype = "application/octet-stream", name = basename(path), caption }) {
            const plain = readFileSync(path);
            const { cipher, file } = encryptAttachment(plain);
            const upload = { type: "application/octet-stream", includeFilename: false };
            const { content_uri: url } = await peer.client.uploadContent(cipher, upload);
            const info = { size: plain.length, mimetype };
            return send(room, { msgtype, body: caption ?? name, filename: name, info, file: { ...file, url } });
        },
        async getFile({ room, eventId, path }) {
            const { file, info, filename, body } = (await findEvent(peer.client, room, eventId)).getContent();
            if (!file) throw new Error("the event has no encrypted file");
            const plain = decryptAttachment(await download(peer.client, file.url), file);
            writeFileSync(path, plain);
            return { path, size: plain.length, name: filename ?? body, mimetype: info?.mimetype };
        },

        async messages({ room, limit = 50, all = false }) {
            const known = peer.client.getRoom(room);
            if (!known) throw new Error("unknown room");
            const events = () => known.getLiveTimeline().getEvents();
            const wanted = () => events().filter((event) => all || isMessage(event));
            while (wanted().length < limit && known.oldState.paginationToken !== null) {
                await peer.client.scrollback(known, 50);
            }
            await Promise.all(events().map((event) => peer.client.decryptEventIfNeeded(event)));
            return Promise.all(wanted().slice(-limit).map((event) => describe(peer.client, event, known)));
        },
        waitFor({ room, match = {}, timeout, after }) {
            return peer.log.waitFor({ ...(room && { room }), ...match }, timeout, after);
        },

        discardSession: async ({ room }) => void (await peer.session.crypto.forceDiscardSession(room)),
        exportKeys: async () => JSON.parse(await peer.session.crypto.exportRoomKeysAsJson()),
        importKeys: async ({ keys }) => void (await peer.session.crypto.importRoomKeysAsJson(JSON.stringify(keys))),
    };
}

function textContent({ body, html, msgtype = "m.text" }) {
    const formatted = html && { format: "org.matrix.custom.html", formatted_body: html };
    return { msgtype, body, "m.mentions": {}, ...formatted };
}

const NO_MESSAGE = /^m\.(room\.redaction|reaction|key\.verification\..*)$/;
function isMessage(event) {
    if (event.isState() || event.isRelation("m.replace") || NO_MESSAGE.test(event.getType())) return false;
    return event.getContent().msgtype !== "m.key.verification.request";
}

async function findEvent(client, room, eventId) {
    const fetchEvent = async () => client.getEventMapper()({ ...(await client.fetchRoomEvent(room, eventId)), room_id: room });
    const event = client.getRoom(room)?.findEventById(eventId) ?? (await fetchEvent());
    if (event.isEncrypted()) await client.decryptEventIfNeeded(event);
    if (event.isDecryptionFailure()) throw new Error(`not decrypted: ${event.decryptionFailureReason}`);
    return event;
}

async function download(client, mxc) {
    const url = client.mxcUrlToHttp(mxc, undefined, undefined, undefined, false, true, true);
    const answer = await fetch(url, { headers: { authorization: `Bearer ${client.getAccessToken()}` } });
    if (!answer.ok) throw new Error(`download: HTTP ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
}
