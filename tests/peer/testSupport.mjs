// What the parts of the test share: the two people, one room, and steps that build on each other.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { peer } from "./driver.mjs";

const PATIENCE = 10000;

export const ERIKA = "@erika:127.0.10.1";
export const PRAXIS = "@praxis:127.0.10.2";

const folder = mkdtempSync(join(tmpdir(), "peer-"));
export const path = (name) => join(folder, name);

/** Filled by the steps: erika, praxis (peers), room, keys (of both), eventIds (erika's messages). */
export const scene = { eventIds: [] };

const peers = [];

/** A peer that is ended after the test. */
export function start(...args) {
    peers.push(peer(...args));
    return peers.at(-1);
}

let failedStep; // the steps build on each other

/** After a failed step no other one is run. */
export function step(name, body) {
    test(name, { timeout: 90000 }, async (t) => {
        if (failedStep) return t.skip(`“${failedStep}” failed`);
        failedStep = name;
        try {
            await body(t);
        } catch (error) {
            for (const event of lastTroubles()) t.diagnostic(JSON.stringify(event));
            throw error;
        }
        failedStep = undefined;
    });
}

const lastTroubles = () =>
    peers.flatMap(({ events }) => events.filter(({ kind }) => kind === "failed" || kind === "membership").slice(-5));

export const unreadable = (messages) => messages.filter((message) => !message.redacted && !message.decrypted);

/** Ends, even when peers do not answer any more. */
after(async () => {
    const { erika, praxis, room } = scene;
    const briefly = (command) => Promise.race([command?.catch(() => {}), pause(PATIENCE, undefined, { ref: false })]);
    for (const member of [erika, praxis]) await briefly(member?.leave({ room, forget: true }));
    for (const each of peers) {
        await briefly(each.logout());
        await briefly(each.quit());
        await each.kill();
    }
    rmSync(folder, { recursive: true, force: true });
});
