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
        const begin = Date.now();
        listen({
            client: this.client,
            print: this.print,
            onMessage: (line) => this.onMessage(line),
            onInvite: (room) => this.onInvite(room),
            onVerification: (request) => this.#receive(request, begin),
        });
        await this.session.startSync();
        return device;
    }

    /** Requests of earlier minutes come again after the first sync and would make the next one of that user fail. */
    #receive(request, begin) {
        const event = this.client.getRoom(request.roomId)?.findEventById(request.transactionId);
        if (event && event.getTs() < begin) {
            request.cancel().catch((error) => this.fail("cancel", error));
            return;
        }
        const { otherUserId: user, otherDeviceId: device, roomId: room, transactionId: transaction } = request;
        this.incoming.push(request);
        this.print({ kind: "verification", user, device, room, transaction });
        this.onVerification(request);
    }
}
