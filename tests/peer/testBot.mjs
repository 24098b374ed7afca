// The practice and the insurer that answer by themselves.
import assert from "node:assert/strict";
import { path, scene, start, step } from "./testSupport.mjs";

const BOTS = { arzt: "@arzt:127.0.10.2", kasse: "@kasse:127.0.10.2" };
const ready = (bot) => bot.waitFor({ match: { kind: "bot", ready: true } });

for (const [name, user] of Object.entries(BOTS)) {
    step(`the bot ${name} joins, quotes the first words, can be verified, and answers after a restart`, async () => {
        const { erika } = scene;
        const startBot = () => start("--bot", name, "--state", path(`bot-${name}`));
        let bot = startBot();
        const { recoveryKey } = await ready(bot);

        const { room } = await erika.create({ name: "Bot", invite: user, direct: true });
        const joined = { room, type: "m.room.member", stateKey: user, content: { membership: "join" } };
        await erika.waitFor({ match: joined });
        await erika.send({ room, body: "Guten Morgen, ich brauche bitte einen Termin nächste Woche" });
        const answer = await erika.waitFor({ match: { room, sender: user, type: "m.room.message" } });
        assert.match(answer.content.body, /„Guten Morgen, ich brauche bitte einen …“/);
        assert.ok((await erika.verify({ user, room })).verified);

        await bot.quit();
        await erika.send({ room, body: "Sind Sie noch da?" });
        bot = startBot();
        assert.equal((await ready(bot)).recoveryKey, recoveryKey);
        await erika.waitFor({ match: { room, content: { body: "/Sind Sie noch da/" }, sender: user } });
        await bot.leave({ room, forget: true });
        await erika.leave({ room, forget: true });
    });
}
