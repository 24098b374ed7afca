// Login, a room, messages, files and what refers to messages.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { ERIKA, PRAXIS, path, scene, start, step, unreadable } from "./testSupport.mjs";

const MESSAGES = 20;

step("login and identity of both", async () => {
    scene.erika = start();
    scene.praxis = start("--state", path("praxis"));
    const { erika, praxis } = scene;
    await Promise.all([
        erika.login({ homeserver: "epa", user: "erika" }),
        praxis.login({ homeserver: "pro", user: "praxis" }),
    ]);
    scene.keys = await Promise.all([erika.bootstrap(), praxis.bootstrap()]);
    for (const { crossSigningReady, privateKeysIn4S, backupVersion, recoveryKey } of scene.keys) {
        assert.ok(crossSigningReady && privateKeysIn4S && backupVersion && recoveryKey);
    }
});

step("a TI-M room, an invitation, a join over federation", async () => {
    const { erika, praxis } = scene;
    const { room } = await erika.create({ name: "Sprechstunde", invite: PRAXIS, direct: true });
    scene.room = room;
    const invite = await praxis.waitFor({ match: { kind: "membership", room, membership: "invite" } });
    assert.equal(invite.inviter, ERIKA);
    await praxis.join({ room });
    const joined = { type: "m.room.member", stateKey: PRAXIS, room, content: { membership: "join" } };
    await erika.waitFor({ match: joined });
    const seen = (await praxis.rooms()).find((each) => each.room === room);
    assert.deepEqual([seen.encrypted, seen.roomType, seen.version], [true, "de.gematik.tim.roomtype.default.v1", "10"]);
});

step(`${MESSAGES} messages each way, all decrypted`, async () => {
    const { erika, praxis, room, eventIds } = scene;
    const question = (i) => `Frage ${i} äöü 🎉`;
    const answer = (i) => `Antwort ${i}`;
    for (let i = 0; i < MESSAGES; i++) {
        eventIds.push((await erika.send({ room, body: question(i) })).eventId);
        await praxis.send({ room, body: answer(i) });
    }
    const received = (who, body) => who.waitFor({ match: { kind: "message", room, content: { body } } });
    for (let i = 0; i < MESSAGES; i++) {
        assert.equal((await received(praxis, question(i))).decrypted, true);
        assert.equal((await received(erika, answer(i))).encrypted, true);
    }
    for (const member of [erika, praxis]) {
        const all = await member.messages({ room, limit: 2 * MESSAGES });
        assert.equal(all.length, 2 * MESSAGES);
        assert.deepEqual(unreadable(all), []);
    }
});

step("a file each way, byte for byte", async () => {
    const { erika, praxis, room } = scene;
    const [there, back] = [path("Befund.pdf"), path("back.pdf")];
    for (const [from, to] of [[erika, praxis], [praxis, erika]]) {
        const bytes = randomBytes(1_500_000);
        writeFileSync(there, bytes);
        const { eventId } = await from.sendFile({ room, path: there, mimetype: "application/pdf" });
        await to.waitFor({ match: { eventId, decrypted: true } });
        const got = await to.getFile({ room, eventId, path: back });
        assert.deepEqual([got.name, got.mimetype], ["Befund.pdf", "application/pdf"]);
        assert.ok(readFileSync(back).equals(bytes));
    }
});

step("edit, reply, reaction, redaction", async () => {
    const { erika, praxis, room, eventIds } = scene;
    const asSeen = async (id) => (await praxis.messages({ room, limit: 60 })).find(({ eventId }) => eventId === id);

    const edit = await erika.edit({ room, eventId: eventIds[0], body: "Frage 0, berichtigt" });
    await praxis.waitFor({ match: { eventId: edit.eventId, decrypted: true } });
    assert.equal((await asSeen(eventIds[0])).content.body, "Frage 0, berichtigt");

    const reply = await praxis.reply({ room, eventId: eventIds[1], body: "gern", html: "<b>gern</b>" });
    const { content } = await erika.waitFor({ match: { eventId: reply.eventId, decrypted: true } });
    assert.equal(content["m.relates_to"]["m.in_reply_to"].event_id, eventIds[1]);

    const reaction = await erika.react({ room, eventId: eventIds[2], key: "👍" });
    await praxis.waitFor({ match: { eventId: reaction.eventId } });
    assert.deepEqual((await asSeen(eventIds[2])).reactions, { "👍": [ERIKA] });
    await assert.rejects(erika.react({ room, eventId: eventIds[2], key: "ok" }), { errcode: "M_BAD_JSON" });

    await erika.redact({ room, eventId: eventIds[3], reason: "Versehen" });
    await praxis.waitFor({ match: { type: "m.room.redaction", redacts: eventIds[3] } });
    assert.equal((await asSeen(eventIds[3])).redacted, ERIKA);
});

step("a practice that may not invite leaves no room behind", async () => {
    const { erika, praxis } = scene;
    const joined = async () => (await praxis.rooms()).filter(({ membership }) => membership === "join").length;
    await erika.permission({ default: "block all" });
    try {
        const before = await joined();
        await assert.rejects(praxis.create({ name: "unerwünscht", invite: ERIKA }), { errcode: "M_FORBIDDEN" });
        assert.equal(await joined(), before);
    } finally {
        await erika.permission({ default: "allow all" });
    }
});
