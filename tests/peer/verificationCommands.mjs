// Commands about verification of users and devices.
import { acceptRequest, verify } from "./verify.mjs";

export function verificationCommands(peer) {
    return {
        verify({ confirm = "yes", ...args }) {
            const question = () => new Promise((resolve) => peer.questions.push(resolve));
            return verify(peer, args, confirm === "ask" ? question : async () => confirm === "yes");
        },
        accept: (args) => acceptRequest(peer.incoming, args),
        answer({ match }) {
            if (!peer.questions.length) throw new Error("nothing was asked");
            peer.questions.shift()(match);
        },
    };
}
