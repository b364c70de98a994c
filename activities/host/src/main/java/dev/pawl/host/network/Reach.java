package dev.pawl.host.network;

/** What a sandboxed run reaches by network. */
public enum Reach {
    /** Only its own loopback. */
    NOTHING,
    /**
     * Public addresses, the host's name servers, and the services that its own environment names, such as a proxy. Not
     * the host's loopback and addresses, and no private network. See {@link PrivateNetwork}.
     */
    INTERNET,
    /**
     * Only the servers of {@link AllowedHosts}, through a {@link HostProxy}, and the services on the host's loopback
     * that these or its own environment name. No other address, no UDP, no name server.
     */
    HOSTS,
    /** Everything that the host reaches, its loopback included. */
    HOST
}
