package dev.pawl.host.redaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces secrets in text by {@value #MARK}: known patterns (keys of providers, tokens, private keys, assignments to
 * names such as {@code password}), the exact values of the secret variables of an environment, and learned values. It
 * prefers to redact too much. Idempotent. Thread-safe.
 */
public final class Redaction {
    public static final String MARK = "[redacted]";

    /** Shorter values would occur everywhere. */
    static final int SHORTEST_VALUE = 8;

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i)(?:.*_)?(?:[A-Z0-9]*KEY|[A-Z0-9]*TOKEN|[A-Z0-9]*SECRET|[A-Z0-9]*PASSWORD|PASSWD|PASSPHRASE|PASS|PWD"
                    + "|CREDENTIALS?|AUTH|COOKIE)(?:_(?:ID|VALUE|BASE64|[0-9]+))?");
    private static final Pattern PLACE_NAME = Pattern.compile("(?i)(?:OLD)?PWD|GOOGLE_APPLICATION_CREDENTIALS");

    private final List<String> own;
    private final Map<String, List<String>> learned = new HashMap<>();
    private volatile List<String> values;

    private Redaction(List<String> own) {
        this.own = own;
        this.values = own;
    }

    /** With the secret variables of this process's own environment. */
    public static Redaction ofHost() {
        return of(System.getenv());
    }

    /** With the secret variables of the given environment, recognized by their names. */
    public static Redaction of(Map<String, String> environment) {
        List<String> values = new ArrayList<>();
        environment.forEach((name, value) -> {
            if (value.length() >= SHORTEST_VALUE && secret(name)) {
                values.add(value);
                values.add(value.replace("\\", "\\\\").replace("\"", "\\\""));
            }
        });
        return new Redaction(longestFirst(values));
    }

    /** The same with additional secrets. */
    public Redaction with(Collection<Secret> secrets) {
        List<String> all = new ArrayList<>(values);
        all.addAll(revealed(secrets));
        return new Redaction(longestFirst(all));
    }

    /** Redacts these secrets as well, for everyone who shares this object, until they are forgotten. */
    public synchronized void learn(String owner, Collection<Secret> secrets) {
        learned.put(owner, revealed(secrets));
        relearn();
    }

    /** Whether there are secrets of this owner, possibly none. */
    public synchronized boolean knows(String owner) {
        return learned.containsKey(owner);
    }

    /** Forgets what was learned of this owner, if anything. */
    public synchronized void forget(String owner) {
        if (learned.remove(owner) != null) {
            relearn();
        }
    }

    private void relearn() {
        List<String> all = new ArrayList<>(own);
        learned.values().forEach(all::addAll);
        values = longestFirst(all);
    }

    private static List<String> revealed(Collection<Secret> secrets) {
        return secrets.stream()
                .map(Secret::reveal)
                .filter(value -> value.length() >= SHORTEST_VALUE)
                .toList();
    }

    private static List<String> longestFirst(List<String> values) {
        return values.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Redacts secrets. */
    public String clean(String text) {
        return replace(SecretPatterns.ASSIGNMENTS, cleanKeys(text));
    }

    /**
     * Redacts only what is certainly a secret. For requests of people: "set password=changeme" may be the task itself.
     */
    public String cleanKeys(String text) {
        String cleaned = text;
        for (String value : values) {
            cleaned = cleaned.replace(value, MARK);
        }
        return replace(SecretPatterns.KEYS, cleaned);
    }

    static boolean secret(String name) {
        return SECRET_NAME.matcher(name).matches() && !PLACE_NAME.matcher(name).matches();
    }

    private static String replace(List<Pattern> patterns, String text) {
        String cleaned = text;
        for (Pattern pattern : patterns) {
            boolean keeps = pattern.namedGroups().containsKey("keep");
            cleaned = pattern.matcher(cleaned)
                    .replaceAll(found -> Matcher.quoteReplacement(keeps ? found.group(1) + MARK : MARK));
        }
        return cleaned;
    }
}
