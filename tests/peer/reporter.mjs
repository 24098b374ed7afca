// Says what every test did, and in the last line how many passed and failed. A step that was not run has failed.
export default async function* report(source) {
    const count = { passed: 0, failed: 0 };
    for await (const { type, data } of source) {
        if (type === "test:diagnostic" && data.nesting > 0) yield `    ${data.message}\n`;
        if (type !== "test:pass" && type !== "test:fail") continue;
        const passed = type === "test:pass" && data.skip === undefined;
        count[passed ? "passed" : "failed"]++;
        yield `${passed ? "passed" : "FAILED"} ${data.name} (${(data.details.duration_ms / 1000).toFixed(1)} s)\n`;
        if (data.skip !== undefined) yield `    not run: ${data.skip}\n`;
        if (type === "test:fail") yield `    ${data.details.error.cause?.stack ?? data.details.error.message}\n`;
    }
    yield `${count.passed} passed, ${count.failed} failed\n`;
}
