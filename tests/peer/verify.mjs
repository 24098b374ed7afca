// Interactive verification (SAS emoji and QR), with another user or with another device of the own account.
import { VerificationPhase as Phase, VerificationRequestEvent, VerifierEvent } from "matrix-js-sdk/lib/crypto-api/index.js";
import { sleep } from "./wait.mjs";

// The SDK itself holds requests and verifiers only weakly: without this set the garbage collector may take a running
// verification away, together with the async function that waits for it.
const running = new Set();

/**
 * Takes the open incoming request of that user, or makes one; carries it to the end.
 *   method  "sas" | "qr"
 *   start   who sends m.key.verification.start (default: who made the request)
 *   scan    base64 of a QR code that the other side shows; without it method "qr" shows one
 *   ask()   promise of true or false: do the emojis match?
 */
export async function verify(peer, args, ask) {
    const { user = peer.client.getUserId(), room, device, method = "sas", start, scan, timeout = 60000 } = args;
    const request = openRequest(peer.incoming, user, device) ?? (await newRequest(peer.client, user, room, device));
    running.add(request);
    request.on(VerificationRequestEvent.Change, () => {
        const { transactionId: transaction, phase } = request;
        peer.print({ kind: "verificationPhase", user, transaction, phase: Phase[phase] });
    });
    if (!request.initiatedByMe && request.phase === Phase.Requested) await request.accept();
    await until(request, ({ phase }) => phase >= Phase.Ready && phase !== Phase.Cancelled, timeout);
    const otherDevice = request.otherDeviceId; // unknown again when all is done

    const verifier =
        (await begin(peer, request, { user, method, scan, start })) ?? (await until(request, (r) => r.verifier, timeout));
    running.add(verifier);
    const sas = confirmWhenAsked(verifier, (shown) => peer.print({ kind: "sas", user, ...shown }), ask);
    await verifier.verify();
    await until(request, ({ phase }) => phase === Phase.Done, timeout);

    const verified = await isTrusted(peer, user, otherDevice);
    // The SDK forgets a finished request only at the next /sync, and until then cancels every new one with that user.
    await peer.client.setAccountData("de.example.tim.peer.verified", { ts: Date.now() });
    return { done: true, user, device: otherDevice, method: request.chosenMethod, ...sas.shown, verified };
}

/** Only says yes to the request; a QR code can be shown and scanned from then on. */
export async function acceptRequest(incoming, { user, device }) {
    const request = openRequest(incoming, user, device);
    if (!request) throw new Error("no open request of that user");
    await request.accept();
    const methods = ["m.sas.v1", "m.qr_code.show.v1", "m.qr_code.scan.v1"];
    const supported = methods.filter((method) => request.otherPartySupportsMethod(method));
    return { transaction: request.transactionId, methods: supported };
}

/** The newest request of that user that nobody has begun to carry out. */
function openRequest(incoming, user, device) {
    return incoming.findLast(
        (request) =>
            request.otherUserId === user &&
            request.phase < Phase.Cancelled &&
            !request.verifier &&
            (!device || request.otherDeviceId === device),
    );
}

function newRequest(client, user, room, device) {
    const crypto = client.getCrypto();
    if (device) return crypto.requestDeviceVerification(user, device);
    if (user === client.getUserId()) return crypto.requestOwnUserVerification();
    if (!room) throw new Error("verify of another user needs a room both are in");
    return crypto.requestVerificationDM(user, room);
}

/** The verifier if this side begins; otherwise undefined, and the other side's start is to be waited for. */
async function begin({ print }, request, { user, method, scan, start = request.initiatedByMe }) {
    if (method === "qr" && scan) return request.scanQRCode(new Uint8ClampedArray(Buffer.from(scan, "base64")));
    if (method === "qr") {
        const code = await request.generateQRCode();
        if (!code) throw new Error("no QR code: both sides need cross-signing and the other side must be able to scan");
        print({ kind: "qr", user, data: Buffer.from(code).toString("base64") });
        return undefined;
    }
    return start ? request.startVerification("m.sas.v1") : undefined;
}

/** Confirms a scanned code at once and emojis as ask() says. The result's `shown` is filled when emojis appear. */
function confirmWhenAsked(verifier, show, ask) {
    const result = { shown: undefined };
    const showSas = async (callbacks) => {
        if (result.shown) return;
        const { emoji, decimal } = callbacks.sas;
        result.shown = { emoji: emoji?.map(([symbol]) => symbol), decimal };
        show({ ...result.shown, names: emoji?.map(([, name]) => name) });
        if (await ask()) await callbacks.confirm();
        else callbacks.mismatch();
    };
    verifier.on(VerifierEvent.ShowSas, showSas);
    verifier.on(VerifierEvent.ShowReciprocateQr, (callbacks) => callbacks.confirm());
    verifier.getReciprocateQrCodeCallbacks()?.confirm(); // both may have come before somebody listened
    if (verifier.getShowSasCallbacks()) showSas(verifier.getShowSasCallbacks());
    return result;
}

/** Resolves as soon as test(request) is truthy; rejects when the other side cancels or time is up. */
function until(request, test, timeout) {
    return new Promise((resolve, reject) => {
        const end = (settle, value) => {
            clearTimeout(timer);
            request.off(VerificationRequestEvent.Change, check);
            settle(value);
        };
        const late = () => end(reject, new Error(`verification stuck in phase ${Phase[request.phase]}`));
        const timer = setTimeout(late, timeout);
        const check = () => {
            const value = test(request);
            const cancelled = () => new Error(`verification cancelled: ${request.cancellationCode}`);
            if (value) end(resolve, value);
            else if (request.phase === Phase.Cancelled) end(reject, cancelled());
        };
        request.on(VerificationRequestEvent.Change, check);
        check();
    });
}

/**
 * "done" comes first: after it the own signature must go to the server and come back with a key query, and between two
 * devices of one account the secrets are sent as well.
 */
async function isTrusted({ client }, user, otherDevice) {
    const crypto = client.getCrypto();
    const signed = async (device) => (await crypto.getDeviceVerificationStatus(user, device))?.signedByOwner;
    const otherUser = async () => (await crypto.getUserVerificationStatus(user)).isVerified();
    const ownDevices = async () => {
        if (otherDevice && !(await signed(otherDevice))) return false;
        const { privateKeysCachedLocally } = await crypto.getCrossSigningStatus();
        return (await signed(client.getDeviceId())) && Object.values(privateKeysCachedLocally).every(Boolean);
    };
    const trusted = user === client.getUserId() ? ownDevices : otherUser;
    for (let tries = 100; tries > 0; tries--) {
        if (await trusted()) return true;
        await sleep(100);
    }
    return false;
}
