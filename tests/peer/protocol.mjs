// JSON lines on stdin and stdout: a command each, an answer each, and events in between.
import { createInterface } from "node:readline";

/** Standard output carries nothing but the protocol. Call this before the SDK is loaded: its logger keeps the functions. */
export function silenceConsole(verbose) {
    for (const level of ["log", "info", "debug", "trace", "warn", "error"]) {
        console[level] = verbose ? (...words) => process.stderr.write(`${level} ${words.join(" ")}\n`) : () => {};
    }
}

export const writeLine = (object) => process.stdout.write(JSON.stringify(object) + "\n");

/** Answers one command; commands is a table of functions that take the arguments. */
export async function run(commands, isReady, { cmd, id, ...args }) {
    try {
        if (!Object.hasOwn(commands, cmd)) throw new Error(`unknown command ${cmd}`);
        if (!isReady() && !["login", "memory", "quit"].includes(cmd)) throw new Error("not logged in");
        writeLine({ id, cmd, ok: (await commands[cmd](args)) ?? {} });
    } catch (error) {
        writeLine({ id, cmd, error: error?.message ?? String(error), errcode: error?.errcode, status: error?.httpStatus });
    }
    if (cmd === "quit") process.exit(0);
}

/** Commands with an id start at once; commands without one wait for the one before. Resolves at the end of the input. */
export async function serve(input, runCommand) {
    let queue = Promise.resolve();
    for await (const line of createInterface({ input })) {
        if (!line.trim()) continue;
        let command;
        try {
            command = JSON.parse(line);
        } catch {
            writeLine({ error: "not JSON" });
            continue;
        }
        if (command.id === undefined) queue = queue.then(() => runCommand(command));
        else runCommand(command);
    }
    await queue;
}
