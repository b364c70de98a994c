package dev.pawl.cli.terminal;

/**
 * Colours by meaning.
 *
 * @param enabled false leaves text unchanged
 */
public record Style(boolean enabled) {
    public static final Style PLAIN = new Style(false);

    public String good(String text) {
        return in("32", text);
    }

    public String bad(String text) {
        return in("31", text);
    }

    public String attention(String text) {
        return in("33", text);
    }

    public String strong(String text) {
        return in("1", text);
    }

    public String faint(String text) {
        return in("2", text);
    }

    private String in(String code, String text) {
        return enabled ? Printable.ESCAPE + code + "m" + text + Printable.ESCAPE + "0m" : text;
    }
}
