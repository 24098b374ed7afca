// Several peers against the servers epa and pro; tests/peer/test starts it. The parts run in this order.
import assert from "node:assert/strict";
import { SERVERS } from "./session.mjs";
import { endPeers, step } from "./testSupport.mjs";

step("both servers answer", async () => {
    for (const server of ["epa", "pro"]) {
        const answer = await fetch(`${SERVERS[server]}/_matrix/client/versions`);
        assert.ok(answer.ok, `${server}: tests/fachdienst/fachdienst start`);
    }
});

await import("./testAttachment.mjs");
await import("./testConversation.mjs");
await import("./testVerification.mjs");
await import("./testDevices.mjs");
await import("./testBot.mjs");
endPeers();
