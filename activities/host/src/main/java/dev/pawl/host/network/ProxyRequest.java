package dev.pawl.host.network;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The head of a request to a proxy (RFC 9112). What it does not understand is an error: a server must not understand it
 * differently.
 *
 * @param tunnel CONNECT: everything after the head is opaque
 * @param head for the server, without what is for the proxy
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ProxyRequest(boolean tunnel, String host, int port, byte[] head) {
    private static final int LONGEST = 64 << 10;
    private static final Pattern LINE = Pattern.compile("([A-Z]{3,16}) (\\S+) HTTP/1\\.[01]");
    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):(\\d{1,5})");
    private static final String END = "\r\n\r\n";
    private static final int HTTP = 80;

    static ProxyRequest read(InputStream input) throws IOException {
        String text = head(input);
        String first = text.substring(0, text.indexOf("\r\n"));
        Matcher line = LINE.matcher(first);
        if (!line.matches()) {
            throw new IOException("not a request");
        }
        String target = line.group(2);
        if (line.group(1).equals("CONNECT")) {
            Matcher authority = AUTHORITY.matcher(target);
            if (!authority.matches()) {
                throw new IOException("not an authority");
            }
            return new ProxyRequest(true, bare(authority.group(1)), Integer.parseInt(authority.group(2)), new byte[0]);
        }
        return plain(line.group(1), target, text.substring(first.length() + 2));
    }

    private static ProxyRequest plain(String method, String target, String headers) throws IOException {
        URI uri;
        try {
            uri = URI.create(target);
        } catch (IllegalArgumentException e) {
            throw new IOException("not an address", e);
        }
        if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IOException("not an absolute address");
        }
        int port = uri.getPort() < 0 ? HTTP : uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String kept = headers.lines()
                .filter(header -> !header.isEmpty())
                .filter(header -> !header.toLowerCase(Locale.ROOT).matches("(proxy-[^:]*|connection|host):.*"))
                .collect(Collectors.joining("\r\n"));
        String head = "%s %s%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s%s"
                .formatted(method, path, query, uri.getRawAuthority(), kept, kept.isEmpty() ? "\r\n" : END);
        return new ProxyRequest(false, bare(uri.getHost()), port, head.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Up to the empty line; what follows stays in the stream. */
    private static String head(InputStream input) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < END.length()) {
            int next = input.read();
            if (next < 0) {
                throw new EOFException("no request");
            }
            bytes.write(next);
            matched = next == END.charAt(matched) ? matched + 1 : next == END.charAt(0) ? 1 : 0;
            if (bytes.size() > LONGEST) {
                throw new IOException("a request that is too long");
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
