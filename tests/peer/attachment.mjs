// Encrypted attachments (Matrix specification, "Sending encrypted attachments", EncryptedFile v2). The SDK has none.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const unpadded = (bytes, alphabet = "base64") => bytes.toString(alphabet).replace(/=+$/, "");
const sha256 = (bytes) => unpadded(createHash("sha256").update(bytes).digest());

/** The ciphertext, and the EncryptedFile without its url. */
export function encryptAttachment(plain) {
    const key = randomBytes(32);
    const iv = Buffer.concat([randomBytes(8), Buffer.alloc(8)]); // the low 64 bits are the counter and start at 0
    const aes = createCipheriv("aes-256-ctr", key, iv);
    const cipher = Buffer.concat([aes.update(plain), aes.final()]);
    const jwk = { kty: "oct", key_ops: ["encrypt", "decrypt"], alg: "A256CTR", k: unpadded(key, "base64url"), ext: true };
    return { cipher, file: { v: "v2", key: jwk, iv: unpadded(iv), hashes: { sha256: sha256(cipher) } } };
}

/** Throws if the file is of another kind or the ciphertext is not the one it was made for. */
export function decryptAttachment(cipher, file) {
    if (file?.v !== "v2" || file.key?.kty !== "oct" || file.key.alg !== "A256CTR") {
        throw new Error("not an EncryptedFile v2");
    }
    if (sha256(cipher) !== file.hashes?.sha256?.replace(/=+$/, "")) throw new Error("attachment hash does not match");
    const key = Buffer.from(file.key.k, "base64url");
    const iv = Buffer.from(file.iv, "base64");
    if (key.length !== 32 || iv.length !== 16) throw new Error("attachment key or iv has a wrong length");
    const aes = createDecipheriv("aes-256-ctr", key, iv);
    return Buffer.concat([aes.update(cipher), aes.final()]);
}
