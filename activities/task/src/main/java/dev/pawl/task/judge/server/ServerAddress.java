package dev.pawl.task.judge.server;

import dev.pawl.host.redaction.Secret;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The address of a model server.
 *
 * @param url prefix of its paths, http or https, without a slash at its end
 * @param key absent if the server needs none
 */
public record ServerAddress(URI url, @Nullable Secret key) {
    /** @throws IllegalArgumentException if the URL cannot be that of a server */
    public static ServerAddress of(String url, @Nullable Secret key) {
        URI read = URI.create(url.strip().replaceAll("/+$", ""));
        String scheme = read.getScheme() == null ? "" : read.getScheme().toLowerCase(Locale.ROOT);
        boolean plain = read.getHost() != null
                && read.getUserInfo() == null
                && read.getQuery() == null
                && read.getFragment() == null;
        if (!plain || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException(
                    "the URL of a model server is http(s)://HOST[:PORT][/PATH], without user, query or fragment");
        }
        return new ServerAddress(read, key);
    }

    URI at(String path) {
        return URI.create(url + path);
    }
}
