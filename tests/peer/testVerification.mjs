// Verification of the two users, by emojis and by QR code.
import assert from "node:assert/strict";
import { ERIKA, PRAXIS, scene, step } from "./testSupport.mjs";

step("the same emojis on both sides", async (t) => {
    const { erika, praxis, room } = scene;
    const asks = erika.verify({ user: PRAXIS, room, confirm: "ask" });
    await praxis.waitFor({ match: { kind: "verification", user: ERIKA } });
    const answers = praxis.verify({ user: ERIKA, confirm: "ask" });
    const shown = [erika, praxis].map((member) => member.waitFor({ match: { kind: "sas" } }));
    const [hers, theirs] = await Promise.all(shown);
    assert.equal(hers.emoji.length, 7);
    assert.deepEqual(hers.emoji, theirs.emoji);
    t.diagnostic(hers.emoji.join(" "));
    await Promise.all([erika.answer({ match: true }), praxis.answer({ match: true })]);
    for (const result of await Promise.all([asks, answers])) assert.ok(result.done && result.verified);

    const { eventId } = await praxis.send({ room, body: "nach der Prüfung" });
    const seen = await erika.waitFor({ match: { eventId, decrypted: true } });
    assert.deepEqual(seen.shield, { colour: "NONE", reason: null });
    await erika.read({ room, eventId });
    const receipt = { [eventId]: { "m.read": { [ERIKA]: {} } } };
    await praxis.waitFor({ match: { kind: "receipt", room, content: receipt } });
});

step("a QR code between the users", async () => {
    const { erika, praxis, room } = scene;
    const { n: after } = praxis.events.at(-1);
    const shows = erika.verify({ user: PRAXIS, room, method: "qr" });
    await praxis.waitFor({ match: { kind: "verification", user: ERIKA }, after });
    await praxis.accept({ user: ERIKA });
    const { data } = await erika.waitFor({ match: { kind: "qr" } });
    const prefix = Buffer.from(data, "base64").subarray(0, 8).toString("latin1");
    assert.equal(prefix, "MATRIX\x02\x00"); // version 2, mode: another user
    const scans = praxis.verify({ user: ERIKA, method: "qr", scan: data });
    for (const result of await Promise.all([shows, scans])) assert.ok(result.done && result.verified);
});

step("emojis that differ cancel on both sides", async () => {
    const { erika, praxis, room } = scene;
    const { n: after } = erika.events.at(-1);
    const asks = praxis.verify({ user: ERIKA, room, confirm: "no" });
    asks.catch(() => {}); // looked at below
    await erika.waitFor({ match: { kind: "verification", user: PRAXIS }, after });
    await assert.rejects(erika.verify({ user: PRAXIS }), /cancel/i);
    await assert.rejects(asks, /cancel|mismatch/i);
});
