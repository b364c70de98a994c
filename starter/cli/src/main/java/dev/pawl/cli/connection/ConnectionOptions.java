package dev.pawl.cli.connection;

import dev.pawl.api.client.Endpoint;
import dev.pawl.api.client.PawlClient;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.local.Home;
import dev.pawl.cli.local.LocalStack;
import dev.pawl.cli.local.LocalState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that select the gateway: a configured one, or that of the local stack. */
public final class ConnectionOptions {
    private static final int DEFAULT_PORT = 7420;

    private final Context context;

    @Option(
            names = "--address",
            paramLabel = "HOST:PORT",
            description = "Gateway to use instead of the local stack. TLS unless it is on this machine. "
                    + "Default: the variable PAWL_ADDRESS.")
    private @Nullable String address;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Holds the token for that gateway. Default: the variable PAWL_TOKEN_FILE.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "PEM certificates to trust for that gateway. Default: the variable PAWL_CA_FILE.")
    private @Nullable Path authorities;

    ConnectionOptions(Context context) {
        this.context = context;
    }

    /** Whether tasks run on the machine of this command, as far as known. */
    public boolean local() {
        String configured = configuredAddress();
        return configured == null || loopback(host(configured));
    }

    /** A client for the configured gateway, or for the running local stack. */
    public PawlClient open() throws IOException {
        return connect(state -> {
            throw new CommandFailure(
                    ExitCode.CONFIGURATION,
                    "the local stack is not running; start it: pawl up (or name a gateway: --address)");
        });
    }

    /** As {@link #open}, but empty if no gateway is configured and the local stack does not run. */
    public Optional<PawlClient> find() throws IOException {
        boolean none = configuredAddress() == null
                && new LocalStack(Home.of(context), context).running().isEmpty();
        return none ? Optional.empty() : Optional.of(open());
    }

    /** As {@link #open}, but starts the local stack if it is needed and not running. */
    public PawlClient openOrStart() throws IOException {
        return connect(stack -> stack.start(context.terminal()::say));
    }

    private interface Absent {
        LocalState handle(LocalStack stack) throws IOException;
    }

    private PawlClient connect(Absent absent) throws IOException {
        String configured = configuredAddress();
        if (configured != null) {
            return Gateways.connect(endpoint(configured));
        }
        LocalStack stack = new LocalStack(Home.of(context), context);
        LocalState state = stack.running().orElse(null);
        if (state == null) {
            state = absent.handle(stack);
        }
        return Gateways.connect(Endpoint.local(state.gatewayPort(), state.tokenFile()));
    }

    private @Nullable String configuredAddress() {
        return address == null ? context.variable("PAWL_ADDRESS") : address;
    }

    private Endpoint endpoint(String configured) {
        String host = host(configured);
        try {
            return new Endpoint(
                    host,
                    port(configured),
                    or(tokenFile, "PAWL_TOKEN_FILE"),
                    !loopback(host),
                    or(authorities, "PAWL_CA_FILE"),
                    Endpoint.DEFAULT_DEADLINE);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "--address " + configured + ": " + e.getMessage(), e);
        }
    }

    private @Nullable Path or(@Nullable Path given, String variable) {
        String value = context.variable(variable);
        return given != null || value == null ? given : Path.of(value);
    }

    private static String host(String address) {
        int colon = address.lastIndexOf(':');
        return colon < 0 || address.endsWith("]") ? address : address.substring(0, colon);
    }

    private static int port(String address) {
        String port = address.substring(host(address).length());
        if (port.isEmpty()) {
            return DEFAULT_PORT;
        }
        if (!port.matches(":\\d{1,5}")) {
            throw new IllegalArgumentException("the port must be a number, as in localhost:" + DEFAULT_PORT);
        }
        return Integer.parseInt(port.substring(1));
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
