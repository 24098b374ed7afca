// Keeps the crypto store of the SDK over restarts. fake-indexeddb lives in memory, so it is written to one file at a
// clean end, and read and removed at the next start. A killed process leaves no file: an old ratchet must never be used
// again. The peer then logs in as a new device and restores from the key backup.
import "fake-indexeddb/auto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";

export async function saveSnapshot(path) {
    const databases = [];
    for (const { name, version } of await indexedDB.databases()) {
        const database = await done(indexedDB.open(name));
        const stores = [];
        for (const storeName of database.objectStoreNames) {
            stores.push(await readStore(database.transaction(storeName).objectStore(storeName)));
        }
        database.close();
        databases.push({ name, version, stores });
    }
    writeFileSync(path, serialize(databases), { mode: 0o600 });
}

/** False when there is no snapshot. */
export async function loadSnapshot(path) {
    let databases;
    try {
        databases = deserialize(readFileSync(path));
    } catch {
        return false;
    }
    for (const { name, version, stores } of databases) {
        const request = indexedDB.open(name, version);
        request.onupgradeneeded = () => stores.forEach((store) => writeStore(request.result, store));
        (await done(request)).close();
    }
    rmSync(path);
    return true;
}

const done = (request) =>
    new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });

async function readStore(store) {
    const { name, keyPath, autoIncrement } = store;
    const indexes = [...store.indexNames].map((indexName) => {
        const { name, keyPath, unique, multiEntry } = store.index(indexName);
        return { name, keyPath, unique, multiEntry };
    });
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    return { name, keyPath, autoIncrement, indexes, keys, values };
}

function writeStore(database, { name, keyPath, autoIncrement, indexes, keys, values }) {
    const store = database.createObjectStore(name, { keyPath, autoIncrement });
    for (const { name, keyPath, unique, multiEntry } of indexes) store.createIndex(name, keyPath, { unique, multiEntry });
    values.forEach((value, i) => (keyPath === null ? store.put(value, keys[i]) : store.put(value)));
}
