// What the commands share: the session, its client, the event log, and what waits for an answer.
import { EventLog } from "./eventLog.mjs";
import { listen } from "./listen.mjs";
import { Session } from "./session.mjs";

export class Participant {
    session = new Session();
    log;
    incoming = []; // verification requests of others
    questions = []; // open questions "do the emojis match?", as functions that take the answer
    onMessage = () => {};
    onInvite = () => {};
    onVerification = () => {};

    constructor(write) {
        this.log = new EventLog(write);
    }

    /** The SDK's client; undefined before login and after logout. */
    get client() {
        return this.session.client;
    }

    get print() {
        return this.log.print;
    }

    fail(what, error, more = {}) {
        this.print({ kind: "failed", what, error: error?.message ?? String(error), ...more });
    }

    async login(args) {
        const device = await this.session.login(args);
        listen({
            client: this.client,
            print: this.print,
            onMessage: (line) => this.onMessage(line),
            onInvite: (room) => this.onInvite(room),
            onVerification: (request) => {
                this.incoming.push(request);
                this.onVerification(request);
            },
        });
        await this.session.startSync();
        // requests of earlier minutes come again with the first sync and would make the next one of that user fail
        for (const request of this.incoming) if (request.pending) await request.cancel().catch(() => {});
        return device;
    }
}
