// One device of one account: login, device keys, cross-signing, secret storage (4S), key backup.
import "./node20.mjs";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { ClientEvent, SyncState, createClient } from "matrix-js-sdk";
import { OnlySignedDevicesIsolationMode, decodeRecoveryKey } from "matrix-js-sdk/lib/crypto-api/index.js";
import { RustBackupManager } from "matrix-js-sdk/lib/rust-crypto/backup.js";
import { loadSnapshot, saveSnapshot } from "./snapshot.mjs";
import { until } from "./wait.mjs";

/** Short names of the test servers; everywhere else a URL. */
export const SERVERS = {
    epa: "http://127.0.10.1:8008",
    pro: "http://127.0.10.2:8008",
    lab: "http://127.0.10.3:8008",
    ports: "http://127.0.10.4:8008",
};

RustBackupManager.maxBackupLoopStartDelayMillis = 200; // the SDK waits up to 10 s before it uploads new keys

const logger = {
    trace() {},
    debug: (...words) => console.debug(...words),
    info: (...words) => console.info(...words),
    warn: (...words) => console.warn(...words),
    error: (...words) => console.error(...words),
    getChild: () => logger,
};

export class Session {
    client;
    crypto;
    userId;
    recoveryKey;
    resumed = false; // the device of an earlier run goes on
    #password;
    #stateDir;

    /** With a stateDir the same device is used again after a clean end. */
    async login({ homeserver = "pro", user, password = `demo-${user}`, deviceName = "TI-M Gegenstelle", stateDir, onlySigned }) {
        const baseUrl = SERVERS[homeserver] ?? homeserver;
        this.#password = password;
        this.#stateDir = stateDir;
        const saved = this.#readState();
        this.recoveryKey = saved?.recoveryKey;
        this.resumed = Boolean(saved) && (await this.#takeUp(baseUrl, saved));
        const device = this.resumed ? saved : await newDevice(baseUrl, user, password, deviceName);

        const { userId, deviceId, accessToken } = device;
        this.userId = userId;
        this.client = createClient({
            baseUrl, userId, deviceId, accessToken, logger,
            cryptoCallbacks: { getSecretStorageKey: ({ keys }) => this.#secretStorageKey(keys) },
        });
        await this.client.initRustCrypto({ useIndexedDB: Boolean(stateDir) });
        this.crypto = this.client.getCrypto();
        if (onlySigned) this.crypto.setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
        this.#writeState();
        return { userId, deviceId, resumed: this.resumed, ...(await this.crypto.getOwnDeviceKeys()) };
    }

    /** Resolves after the first sync. */
    async startSync() {
        const ready = new Promise((resolve) =>
            this.client.on(ClientEvent.Sync, (state) => state === SyncState.Prepared && resolve()),
        );
        await this.client.startClient({ initialSyncLimit: 30, lazyLoadMembers: false });
        await ready;
        await this.crypto.checkKeyBackupAndEnable();
    }

    /** Makes a new identity, a new 4S key and a new backup, and replaces what the account had. */
    async bootstrap() {
        const key = await this.crypto.createRecoveryKeyFromPassphrase();
        this.recoveryKey = key.encodedPrivateKey;
        // not bootstrapCrossSigning({ setupNewCrossSigning }): with a 4S already there it asks for the old recovery key
        await this.crypto.resetEncryption((request) => this.#authenticate(request));
        await this.crypto.bootstrapSecretStorage({ createSecretStorageKey: async () => key, setupNewSecretStorage: true });
        this.#writeState();
        return { recoveryKey: this.recoveryKey, ...(await this.status()) };
    }

    /** Takes identity and backup key out of 4S, signs this device, fetches all room keys of the backup. */
    async restore(recoveryKey = this.recoveryKey) {
        this.recoveryKey = recoveryKey;
        if (!(await this.client.secretStorage.getKey())) throw new Error("the account has no secret storage");
        // asks the server as well: the import fails while the own public keys are unknown
        if (!(await this.crypto.userHasCrossSigningKeys())) throw new Error("the account has no cross-signing keys");
        await this.crypto.bootstrapCrossSigning({});
        await this.crypto.loadSessionBackupPrivateKeyFromSecretStorage();
        await this.crypto.checkKeyBackupAndEnable();
        const { imported, total } = await this.crypto.restoreKeyBackup();
        this.#writeState();
        return { imported, total, ...(await this.status()) };
    }

    async status() {
        const crossSigning = await this.crypto.getCrossSigningStatus();
        return {
            crypto: this.crypto.getVersion(),
            deviceId: this.client.getDeviceId(),
            crossSigningReady: await this.crypto.isCrossSigningReady(),
            privateKeysHere: Object.values(crossSigning.privateKeysCachedLocally).every(Boolean),
            privateKeysIn4S: crossSigning.privateKeysInSecretStorage,
            masterKey: await this.crypto.getCrossSigningKeyId(),
            backupVersion: await this.crypto.getActiveSessionBackupVersion(),
        };
    }

    /** Resolves when every room key this device has is in the backup. */
    async backedUp(timeout = 30000) {
        const complete = async () => {
            const { total, backedUp } = await this.crypto.olmMachine.roomKeyCounts();
            return total === backedUp && { total };
        };
        return until(complete, "all room keys in the backup", { timeout, interval: 100 });
    }

    async close() {
        this.client?.stopClient();
        if (this.#stateDir && this.client) await saveSnapshot(this.#file("crypto.bin"));
    }

    async logout() {
        await this.client.logout(true);
        if (this.#stateDir) rmSync(this.#stateDir, { recursive: true, force: true });
        this.#stateDir = undefined;
        this.client = undefined;
    }

    /** True if the saved device can go on. Otherwise it is removed from the account, if it is still there. */
    async #takeUp(baseUrl, { accessToken }) {
        const old = createClient({ baseUrl, logger, accessToken });
        try {
            await old.whoami();
        } catch (error) {
            if (error.httpStatus === 401) return false;
            throw error;
        }
        if (await loadSnapshot(this.#file("crypto.bin"))) return true;
        await old.logout(); // the run that it belonged to was killed
        return false;
    }

    async #secretStorageKey(keys) {
        if (!this.recoveryKey) return null;
        const key = decodeRecoveryKey(this.recoveryKey);
        for (const [id, info] of Object.entries(keys)) {
            if (await this.client.secretStorage.checkKey(key, info)) return [id, key];
        }
        throw new Error("the recovery key does not open the secret storage of this account");
    }

    /** User-interactive authentication with the password, if the server wants one. */
    async #authenticate(request) {
        try {
            return await request(null);
        } catch (error) {
            if (error.httpStatus !== 401 || !error.data?.session) throw error;
            const identifier = { type: "m.id.user", user: this.userId };
            const { session } = error.data;
            return request({ type: "m.login.password", identifier, password: this.#password, session });
        }
    }

    #file(name) {
        return `${this.#stateDir}/${name}`;
    }

    #readState() {
        if (!this.#stateDir) return undefined;
        try {
            return JSON.parse(readFileSync(this.#file("session.json"), "utf8"));
        } catch {
            return undefined;
        }
    }

    #writeState() {
        if (!this.#stateDir) return;
        const { userId, recoveryKey, client } = this;
        const state = { userId, deviceId: client.getDeviceId(), accessToken: client.getAccessToken(), recoveryKey };
        mkdirSync(this.#stateDir, { recursive: true, mode: 0o700 });
        writeFileSync(this.#file("session.json"), JSON.stringify(state), { mode: 0o600 });
    }
}

async function newDevice(baseUrl, user, password, name) {
    const answer = await createClient({ baseUrl, logger }).loginRequest({
        type: "m.login.password",
        identifier: { type: "m.id.user", user },
        password,
        initial_device_display_name: name,
    });
    return { userId: answer.user_id, deviceId: answer.device_id, accessToken: answer.access_token };
}
