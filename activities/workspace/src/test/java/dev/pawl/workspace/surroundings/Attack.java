package dev.pawl.workspace.surroundings;

import dev.pawl.workflows.model.request.NetworkAccess;
import org.jspecify.annotations.Nullable;

/** What attack.py tries, and what stops it. The table of docs/security.md has these rows. */
enum Attack {
    READ_HOME("read a file of the user's home", Stop.SANDBOX),
    READ_TOKEN("read Pawl's token", Stop.SANDBOX),
    READ_OTHER_WORKSPACE("read the workspace of another task", Stop.SANDBOX),
    WRITE_OTHER_WORKSPACE("write into the workspace of another task", Stop.ALWAYS),
    WRITE_SHADOW("write into a repository of snapshots", Stop.ALWAYS),
    WRITE_SYSTEM("write into `/usr` or `/etc`", Stop.SANDBOX_OR_HOST),
    UNIX_SOCKET("connect to a Unix socket of the host", Stop.SANDBOX),
    ABSTRACT_SOCKET("connect to an abstract socket of the host", Stop.NETWORK),
    LOOPBACK("connect to a loopback port of the host", Stop.NETWORK),
    HOST_ADDRESS("connect to an address of the host, or to its side of the network", Stop.NETWORK),
    PRIVATE_NETWORK("reach a private network", Stop.NETWORK_OR_HOST),
    METADATA("reach the metadata service of a cloud", Stop.NETWORK_OR_HOST),
    UDP("send UDP, such as DNS, to any server", Stop.NO_NETWORK),
    IPV6("reach the internet by IPv6", Stop.NETWORK_OR_HOST),
    SIGNAL("signal the worker", Stop.ALWAYS),
    OUTLIVE("leave a process that outlives the task", Stop.ALWAYS),
    FILL_MEMORY("fill the memory with files", Stop.SANDBOX_OR_HOST),
    NAMESPACE("create a user namespace", Stop.SANDBOX_OR_HOST),
    MOUNT("mount a file system", Stop.SANDBOX_OR_HOST),
    KERNEL("use keyrings, user faults, VSOCK or kernel crypto sockets", Stop.SANDBOX_OR_HOST);

    /** What an attack from inside achieves. */
    enum Outcome {
        STOPPED("stopped"),
        POSSIBLE("possible"),
        /** Depends on the host: not tested. */
        AS_THE_HOST("as the host");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    private enum Stop {
        ALWAYS,
        SANDBOX,
        SANDBOX_OR_HOST,
        NETWORK,
        NETWORK_OR_HOST,
        NO_NETWORK
    }

    private final String text;
    private final Stop stop;

    Attack(String text, Stop stop) {
        this.text = text;
        this.stop = stop;
    }

    String text() {
        return text;
    }

    /** @param network of a sandbox; null without one */
    Outcome outcome(@Nullable NetworkAccess network, boolean agent) {
        boolean host = network == null || network == NetworkAccess.HOST;
        boolean none = network == NetworkAccess.NONE || (network == NetworkAccess.AGENT && !agent);
        return switch (stop) {
            case ALWAYS -> Outcome.STOPPED;
            case SANDBOX -> network == null ? Outcome.POSSIBLE : Outcome.STOPPED;
            case SANDBOX_OR_HOST -> network == null ? Outcome.AS_THE_HOST : Outcome.STOPPED;
            case NETWORK -> host ? Outcome.POSSIBLE : Outcome.STOPPED;
            case NETWORK_OR_HOST -> host ? Outcome.AS_THE_HOST : Outcome.STOPPED;
            case NO_NETWORK -> {
                Outcome routed = host ? Outcome.AS_THE_HOST : Outcome.POSSIBLE;
                yield none ? Outcome.STOPPED : routed;
            }
        };
    }
}
