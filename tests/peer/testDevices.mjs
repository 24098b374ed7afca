// More devices of one account, key backup, restarts.
import assert from "node:assert/strict";
import { ERIKA, path, scene, start, step, unreadable } from "./testSupport.mjs";

step("a second device restores the backup with the recovery key", async (t) => {
    const { erika, room, keys } = scene;
    await erika.backedUp();
    const second = start();
    await second.login({ homeserver: "epa", user: "erika", deviceName: "Zweitgerät" });
    const before = await second.messages({ room, limit: 20 });
    assert.ok(unreadable(before).length > 0, "nothing to restore");

    await assert.rejects(second.restore({ recoveryKey: keys[1].recoveryKey }), /recovery key/);
    const { imported, total, crossSigningReady } = await second.restore({ recoveryKey: keys[0].recoveryKey });
    t.diagnostic(`${imported} of ${total} sessions`);
    assert.ok(imported > 0 && imported === total && crossSigningReady);
    await second.waitFor({ match: { kind: "message", room, late: true, decrypted: true } });
    const all = await second.messages({ room, limit: 60 });
    assert.ok(all.length >= 40);
    assert.deepEqual(unreadable(all), []);
});

step("a third device scans the code of the first one and gets the secrets", async () => {
    const { erika } = scene;
    const third = start();
    const { deviceId } = await third.login({ homeserver: "epa", user: "erika", deviceName: "Drittgerät" });
    const { n: after } = erika.events.at(-1);
    const shows = third.verify({ user: ERIKA, method: "qr" });
    await erika.waitFor({ match: { kind: "verification", user: ERIKA }, after });
    await erika.accept({ user: ERIKA });
    const { data } = await third.waitFor({ match: { kind: "qr" } });
    const scans = erika.verify({ user: ERIKA, method: "qr", scan: data });
    for (const result of await Promise.all([shows, scans])) assert.ok(result.verified);
    const { devices } = await erika.devices({ user: ERIKA });
    assert.ok(devices.find(({ device }) => device === deviceId).signedByOwner);
    assert.ok((await third.status()).privateKeysHere);
});

step("after a restart the same device reads what came meanwhile", async () => {
    const { erika, room } = scene;
    const { deviceId } = await scene.praxis.status();
    await scene.praxis.quit();
    const { eventId } = await erika.send({ room, body: "während Sie fort waren" });
    scene.praxis = start("--state", path("praxis"));
    const again = await scene.praxis.login({ homeserver: "pro", user: "praxis" });
    assert.deepEqual([again.resumed, again.deviceId], [true, deviceId]);
    assert.equal((await scene.praxis.waitFor({ match: { eventId } })).decrypted, true);
    await scene.praxis.send({ room, body: "wieder da" });
    await erika.waitFor({ match: { content: { body: "wieder da" }, decrypted: true } });
});

step("after a kill a new device restores the backup", async () => {
    const { room } = scene;
    await scene.praxis.backedUp();
    await scene.praxis.kill();
    scene.praxis = start("--state", path("praxis"));
    const fresh = await scene.praxis.login({ homeserver: "pro", user: "praxis" });
    assert.equal(fresh.resumed, false);
    assert.ok((await scene.praxis.restore()).crossSigningReady);
    assert.deepEqual(unreadable(await scene.praxis.messages({ room, limit: 40 })), []);
});
