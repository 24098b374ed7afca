// What a practice or an insurer does by itself: it accepts invitations and answers messages.
import { verify } from "./verify.mjs";

const AUTOMATIC = "de.example.tim.peer.auto"; // marks these answers: two bots must not talk to each other for ever
const QUOTED_WORDS = 6;

/** The automatic answers, for the commands `autoReply` and for the bot. */
export function answering(peer, commands) {
    let on = false;

    async function accept(room) {
        await commands.join({ room }).catch((error) => peer.fail("join", error, { room }));
    }

    async function answer({ room, type, content, eventId }) {
        const edits = content["m.relates_to"]?.rel_type === "m.replace";
        if (type !== "m.room.message" || content[AUTOMATIC] || edits) return;
        const reply = { msgtype: "m.text", body: answerTo(content), "m.mentions": {}, [AUTOMATIC]: true };
        const failed = (error) => peer.fail("autoReply", error, { eventId });
        await commands.sendRaw({ room, type: "m.room.message", content: reply }).catch(failed);
    }

    /** Invitations and messages that came while nobody was here. */
    async function catchUp() {
        for (const room of peer.client.getRooms()) {
            const membership = room.getMyMembership();
            if (membership === "invite") await accept(room.roomId);
            if (membership !== "join") continue;
            const [last] = await commands.messages({ room: room.roomId, limit: 1 });
            if (last && last.sender !== peer.session.userId && last.decrypted !== false) await answer(last);
        }
    }

    peer.onMessage = (line) => on && answer(line);
    peer.onInvite = (room) => on && accept(room.roomId);
    return {
        catchUp,
        turn(state) {
            on = state;
            return { on };
        },
    };
}

function answerTo({ body, file }) {
    const words = String(body ?? "").trim().split(/\s+/);
    const quote = words.slice(0, QUOTED_WORDS).join(" ") + (words.length > QUOTED_WORDS ? " …" : "");
    return file
        ? `Danke, Ihre Datei „${quote}“ ist bei uns angekommen.`
        : `Guten Tag, wir haben Ihre Nachricht „${quote}“ erhalten und melden uns bei Ihnen.`;
}

/** Plays a practice or an insurer: joins every room it is invited to, answers every message, can be verified. */
export async function runBot(peer, commands, automatic, login) {
    automatic.turn(true);
    await commands.login({ deviceName: "Gegenstelle (Demo)", ...login });
    const { session } = peer;
    if (!session.resumed && session.recoveryKey) {
        await session.restore().catch((error) => peer.fail("restore", error));
    }
    if (!(await session.status()).crossSigningReady) await session.bootstrap();
    peer.onVerification = ({ otherUserId: user }) => {
        const agree = async () => true;
        verify(peer, { user }, agree).then(
            (result) => peer.print({ kind: "verified", ...result }),
            (error) => peer.fail("verify", error),
        );
    };
    await automatic.catchUp();
    peer.print({ kind: "bot", ready: true, user: session.userId, recoveryKey: session.recoveryKey });
}
