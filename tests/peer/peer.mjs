#!/usr/bin/env node
// A Matrix client with end-to-end encryption, scripted by JSON lines. See README.md.
import "./node20.mjs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { run, serve, silenceConsole, writeLine } from "./protocol.mjs";

const { values: options } = parseArgs({
    options: {
        bot: { type: "string" },
        homeserver: { type: "string", default: "pro" },
        password: { type: "string" },
        state: { type: "string" },
        verbose: { type: "boolean" },
    },
});

silenceConsole(options.verbose);
const { Participant } = await import("./participant.mjs");
const { accountCommands } = await import("./accountCommands.mjs");
const { roomCommands } = await import("./roomCommands.mjs");
const { messageCommands } = await import("./messageCommands.mjs");
const { verificationCommands } = await import("./verificationCommands.mjs");
const { answering, runBot } = await import("./answering.mjs");

const { bot, homeserver, password } = options;
const stateRoot = process.env.TIM_PEER_STATE ?? ".peer-state";
const state = options.state ?? (bot && join(stateRoot, `${bot}-${homeserver.replace(/\W+/g, "-")}`));

const peer = new Participant(writeLine);
const commands = {
    ...accountCommands(peer, { state }),
    ...roomCommands(peer),
    ...messageCommands(peer),
    ...verificationCommands(peer),
    autoReply: ({ on = true }) => automatic.turn(on),
};
const automatic = answering(peer, commands);
const runCommand = (command) => run(commands, () => peer.client, command);
const quit = () => runCommand({ cmd: "quit" });

process.on("unhandledRejection", (error) => peer.fail("background", error));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, quit);

if (bot) await runBot(peer, commands, automatic, { homeserver, user: bot, password });
await serve(process.stdin, runCommand);
if (!bot) await quit();
