// Commands about rooms and who is in them.
import { inviterOf } from "./describe.mjs";
import { sleep, until } from "./wait.mjs";

export function roomCommands(peer) {
    const roomOf = (id) => peer.client.getRoom(id);
    const commands = {
        rooms: () => peer.client.getRooms().map((room) => describeRoom(room, peer.session.userId)),

        /** The TI-M way: create without invite, then invite, so that a refused invitation leaves no half-made room. */
        async create({ name, topic, invite, direct = false }) {
            const { room_id: room } = await peer.client.createRoom(newRoom({ name, topic, direct }));
            await until(() => roomOf(room)?.hasEncryptionStateEvent(), "own new room");
            try {
                await commands.invite({ room, user: invite, direct });
            } catch (error) {
                await commands.leave({ room, forget: true });
                throw error;
            }
            return { room };
        },

        async invite({ room, user = [], direct }) {
            for (const invited of [user].flat()) {
                await peer.client.invite(room, invited);
                if (direct) await markDirect(peer.client, room, invited);
                await until(() => roomOf(room)?.getMember(invited), "membership of the invited");
            }
            return { room };
        },

        async join({ room }) {
            await joinWhenInvited(peer.client, room);
            await until(() => roomOf(room)?.getMyMembership() === "join", `joined room ${room}`);
            return { room };
        },

        async leave({ room, forget }) {
            await peer.client.leave(room);
            if (forget) await peer.client.forget(room);
            return { room };
        },

        async setState({ room, type, stateKey = "", content }) {
            return { eventId: (await peer.client.sendStateEvent(room, type, content, stateKey)).event_id };
        },
    };
    return commands;
}

function newRoom({ name, topic, direct }) {
    const state = (type, content) => ({ type, state_key: "", content });
    return {
        preset: "private_chat",
        visibility: "private",
        is_direct: direct,
        name,
        topic,
        creation_content: { type: "de.gematik.tim.roomtype.default.v1" },
        initial_state: [
            state("m.room.encryption", { algorithm: "m.megolm.v1.aes-sha2" }),
            state("m.room.history_visibility", { history_visibility: "invited" }),
            ...(name ? [state("de.gematik.tim.room.name", { name })] : []),
            ...(topic ? [state("de.gematik.tim.room.topic", { topic })] : []),
        ],
    };
}

function describeRoom(room, own) {
    const membership = room.getMyMembership();
    return {
        room: room.roomId,
        name: room.name,
        membership,
        encrypted: room.hasEncryptionStateEvent(),
        roomType: room.getType(),
        version: room.getVersion(),
        inviter: membership === "invite" ? inviterOf(room, own) : undefined,
        members: room.getMembers().map(({ userId, membership }) => ({ user: userId, membership })),
    };
}

async function markDirect(client, room, user) {
    const direct = structuredClone((await client.getAccountDataFromServer("m.direct")) ?? {});
    direct[user] = [...new Set([...(direct[user] ?? []), room])];
    await client.setAccountData("m.direct", direct);
}

/** An invitation may be here before the inviting server has stored it: 403 "You are not invited to this room." */
async function joinWhenInvited(client, room, tries = 5) {
    try {
        await client.joinRoom(room);
    } catch (error) {
        const invited = client.getRoom(room)?.getMyMembership() === "invite";
        if (error.httpStatus !== 403 || tries < 2 || !invited) throw error;
        await sleep(500);
        await joinWhenInvited(client, room, tries - 1);
    }
}
