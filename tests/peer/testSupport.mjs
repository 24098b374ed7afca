// What the parts of the test share: the two people, one room, and steps that build on each other.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
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

/** The last test. A hook would not do: Node calls those of the file itself once nothing runs any more, and the peers run. */
export function endPeers() {
    test("every peer ends, and the room is left", { timeout: 120000 }, async () => {
        const { erika, praxis, room } = scene;
        const briefly = (command) => Promise.race([command?.catch(() => {}), pause(PATIENCE, undefined, { ref: false })]);
        try {
            for (const member of [erika, praxis]) await briefly(member?.leave({ room, forget: true }));
            for (const each of peers) {
                await briefly(each.logout());
                await briefly(each.quit());
            }
        } finally {
            await Promise.all(peers.map((each) => each.kill()));
            rmSync(folder, { recursive: true, force: true });
        }
    });
}
