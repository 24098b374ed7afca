// Commands about the account: login, identity, backup, account data, devices.

const PERMISSION = (kind) => `de.gematik.tim.account.permissionconfig.${kind}.v1`;

export function accountCommands(peer, { state }) {
    const { session } = peer;
    const commands = {
        login: (args) => peer.login({ stateDir: state, ...args }),
        bootstrap: () => session.bootstrap(),
        restore: ({ recoveryKey }) => session.restore(recoveryKey),
        status: () => session.status(),
        backedUp: ({ timeout }) => session.backedUp(timeout),
        logout: () => session.logout(),

        async accountData({ type, content }) {
            if (content) await peer.client.setAccountData(type, content);
            return { type, content: await peer.client.getAccountDataFromServer(type) };
        },

        /** Who may invite. Without `default` it only reads; users, servers and groups are the exceptions from it. */
        async permission({ kind, default: defaultSetting, users = [], servers = [], groups = [] }) {
            kind ??= (await peer.client.getAccountDataFromServer(PERMISSION("epa"))) ? "epa" : "pro";
            if (!defaultSetting) return commands.accountData({ type: PERMISSION(kind) });
            const content = { defaultSetting };
            if (users.length) content.userExceptions = asKeys(users);
            if (servers.length) content.serverExceptions = asKeys(servers);
            if (groups.length) content.groupExceptions = groups.map((groupName) => ({ groupName }));
            return commands.accountData({ type: PERMISSION(kind), content });
        },

        async devices({ user = peer.client.getUserId() }) {
            const { crypto } = session;
            const devices = (await crypto.getUserDeviceInfo([user], true)).get(user) ?? new Map();
            const status = await crypto.getUserVerificationStatus(user);
            const describe = async (device) => {
                const trust = await crypto.getDeviceVerificationStatus(user, device.deviceId);
                return {
                    device: device.deviceId,
                    name: device.displayName,
                    ed25519: device.getFingerprint(),
                    signedByOwner: trust?.signedByOwner,
                    verified: trust?.isVerified(),
                };
            };
            return {
                user,
                verified: status.isVerified(),
                needsApproval: status.needsUserApproval,
                masterKey: (await crypto.getUserCrossSigningKeys(user))?.master_key?.keys,
                devices: await Promise.all([...devices.values()].map(describe)),
            };
        },

        dehydrate: async () => void (await session.crypto.startDehydration({ createNewKey: true })),
        memory: () => ({
            rssMB: Math.round(process.memoryUsage().rss / 1e6),
            cpuSeconds: process.cpuUsage().user / 1e6,
        }),
        quit: () => session.close(),
    };
    return commands;
}

const asKeys = (names) => Object.fromEntries(names.map((name) => [name, {}]));
