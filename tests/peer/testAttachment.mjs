import assert from "node:assert/strict";
import test from "node:test";
import { decryptAttachment, encryptAttachment } from "./attachment.mjs";

test("an attachment comes back as it was", () => {
    const { cipher, file } = encryptAttachment(Buffer.from("Befund"));
    assert.equal(decryptAttachment(cipher, file).toString(), "Befund");
});

test("an attachment of the specification's kind is read", () => {
    // computed with OpenSSL: aes-256-ctr, key 00…1f, iv 0011223344556677 and a counter from 0
    const cipher = Buffer.from("a15fd37d4ecbdddf7501", "hex");
    const file = {
        v: "v2",
        key: { kty: "oct", alg: "A256CTR", k: Buffer.from([...Array(32).keys()]).toString("base64url") },
        iv: "ABEiM0RVZncAAAAAAAAAAA",
        hashes: { sha256: "wwabqK/f5NZdlf7C2bEHRLFEqi44J4lTK5m6aSHDfNw" },
    };
    assert.equal(decryptAttachment(cipher, file).toString(), "Laborwerte");
});

test("a changed attachment is refused", () => {
    const { cipher, file } = encryptAttachment(Buffer.from("Befund"));
    cipher[0] ^= 1;
    assert.throws(() => decryptAttachment(cipher, file), /hash/);
});
