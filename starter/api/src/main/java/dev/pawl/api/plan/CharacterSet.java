package dev.pawl.api.plan;

/** Reads the set between {@code [} and {@code ]}. What it does not know stands for any character of a name. */
final class CharacterSet {
    private static final int LARGEST = 512;

    private CharacterSet() {}

    static Symbols of(String set) {
        boolean negated = set.startsWith("!") || set.startsWith("^");
        String body = negated ? set.substring(1) : set;
        if (body.isEmpty() || body.indexOf('[') >= 0 || body.indexOf('\\') >= 0 || body.indexOf('/') >= 0) {
            return Symbols.NAME;
        }
        StringBuilder listed = new StringBuilder();
        for (int i = 0; i < body.length(); i++) {
            boolean range = i + 2 < body.length() && body.charAt(i + 1) == '-';
            char first = body.charAt(i);
            char last = range ? body.charAt(i + 2) : first;
            if (last < first || last - first > LARGEST) {
                return Symbols.NAME;
            }
            for (int c = first; c <= last; c++) {
                listed.append((char) c);
            }
            i += range ? 2 : 0;
        }
        return new Symbols(listed.toString().replace("/", ""), negated);
    }
}
