// Prints events and keeps them for waitFor.

const KEPT = 20000;

/** expected is a subset of actual; a string may be given as "/regex/". */
export function matches(actual, expected) {
    if (typeof expected === "string") {
        const regex = /^\/(.*)\/([a-z]*)$/s.exec(expected);
        return regex ? typeof actual === "string" && new RegExp(regex[1], regex[2]).test(actual) : actual === expected;
    }
    if (expected === null || typeof expected !== "object") return actual === expected;
    if (actual === null || typeof actual !== "object") return false;
    return Object.entries(expected).every(([key, value]) => matches(actual[key], value));
}

export class EventLog {
    #write;
    #seen = [];
    #waiting = new Set();
    #last = 0;

    constructor(write) {
        this.#write = write;
    }

    print = (event) => {
        event = { n: ++this.#last, ...event };
        this.#seen.push(event);
        if (this.#seen.length > KEPT) this.#seen.splice(0, KEPT / 2);
        this.#write({ event });
        for (const waiter of this.#waiting) if (matches(event, waiter.match)) waiter.resolve(event);
    };

    /** Looks at what was already printed first (from number `after` on), then waits. */
    waitFor(match, timeout = 30000, after = 0) {
        const old = this.#seen.find((event) => event.n > after && matches(event, match));
        if (old) return Promise.resolve(old);
        return new Promise((resolve, reject) => {
            const end = (settle, value) => {
                clearTimeout(timer);
                this.#waiting.delete(waiter);
                settle(value);
            };
            const waiter = { match, resolve: (event) => end(resolve, event) };
            const missed = new Error(`nothing matched within ${timeout} ms: ${JSON.stringify(match)}`);
            const timer = setTimeout(() => end(reject, missed), timeout);
            this.#waiting.add(waiter);
        });
    }
}
