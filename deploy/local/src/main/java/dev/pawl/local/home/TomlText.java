package dev.pawl.local.home;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Strings of TOML, whose escapes include those of JSON. */
public final class TomlText {
    private TomlText() {}

    public static String of(String value) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
    }
}
