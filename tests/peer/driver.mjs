// Drives a peer process from a test:
//   const practice = peer(); await practice.login({ … }); await practice.send({ … }); await practice.quit();
// Every command is a method; a failed command rejects with errcode and status.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** args: command line of peer.mjs */
export const peer = (...args) => foreignPeer(process.execPath, fileURLToPath(new URL("peer.mjs", import.meta.url)), ...args);

/** Any program that speaks the same lines. Besides the commands it has events, exited and kill(). */
export function foreignPeer(program, ...args) {
    const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
    const open = new Map();
    const events = [];
    let lastId = 0;

    createInterface({ input: child.stdout }).on("line", (line) => {
        const { event, id, cmd, ok, error, errcode, status } = JSON.parse(line);
        if (event) return events.push(event);
        const { resolve, reject } = open.get(id) ?? {};
        open.delete(id);
        if (error === undefined) return resolve?.(ok);
        return reject?.(Object.assign(new Error(`${cmd}: ${error}`), { errcode, status }));
    });
    child.stdin.on("error", () => {}); // the child may be gone; its exit says so

    const exited = new Promise((resolve) => {
        child.on("exit", (code) => {
            for (const { reject } of open.values()) reject(new Error("peer ended"));
            resolve(code);
        });
    });
    const send = (cmd, args = {}) =>
        new Promise((resolve, reject) => {
            if (child.exitCode !== null || child.signalCode) return reject(new Error("peer ended"));
            open.set(++lastId, { resolve, reject });
            return child.stdin.write(JSON.stringify({ ...args, cmd, id: lastId }) + "\n");
        });
    const kill = () => {
        child.kill("SIGKILL");
        return exited;
    };
    const own = { events, exited, kill, then: undefined }; // "then" would make it look like a promise
    return new Proxy(own, { get: (_, name) => (name in own ? own[name] : (args) => send(name, args)) });
}
