export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The first truthy value of test(), asked again and again; throws when there was none in time. */
export async function until(test, what, { timeout = 20000, interval = 20 } = {}) {
    for (const end = Date.now() + timeout; ; await sleep(interval)) {
        const value = await test();
        if (value) return value;
        if (Date.now() > end) throw new Error(`timed out: ${what}`);
    }
}
