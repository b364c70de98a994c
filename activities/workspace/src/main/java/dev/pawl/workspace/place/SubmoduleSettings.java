package dev.pawl.workspace.place;

import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.notes.SourceShape;

/**
 * Settings with which {@code git submodule update} leaves submodules alone, since their files are there without
 * repositories.
 */
final class SubmoduleSettings {
    private SubmoduleSettings() {}

    static String of(SourceShape shape) {
        StringBuilder text = new StringBuilder();
        for (String name : shape.submodules().values()) {
            if (name.chars().noneMatch(c -> c < ' ')) {
                String quoted = RawPath.text(name).replace("\\", "\\\\").replace("\"", "\\\"");
                text.append("[submodule \"%s\"]\n\tupdate = none\n".formatted(quoted));
            }
        }
        return text.toString();
    }
}
