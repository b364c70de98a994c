package dev.pawl.host.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The arguments for the mounts of a {@link WriteProtection}. */
final class MountWords {
    private final WriteProtection protection;

    MountWords(WriteProtection protection) {
        this.protection = protection;
    }

    /**
     * For the shell of {@link Isolation}: replacements first, then modes. A mount hides what is below it, so paths to
     * keep are bound into the new directory before that one is mounted.
     */
    List<String> ofMount() {
        List<String> words = new ArrayList<>();
        for (WriteProtection.Replacement replacement : protection.replaced()) {
            for (Path kept : replacement.kept()) {
                words.addAll(List.of(
                        "over", kept.toString(), replacement.keptIn(kept).toString()));
            }
            words.addAll(List.of(
                    "over", replacement.by().toString(), replacement.at().toString()));
        }
        for (WriteProtection.Entry entry : protection.entries()) {
            words.addAll(List.of(entry.mode(), entry.path().toString()));
        }
        return words;
    }

    /** For bubblewrap, which binds from the unchanged host, so entries inside another one have to follow it. */
    List<String> ofBubblewrap() {
        List<WriteProtection.Entry> entries = protection.entries();
        List<String> words = new ArrayList<>();
        List<String> inner = new ArrayList<>();
        for (WriteProtection.Replacement replacement : protection.replaced()) {
            boolean inside = entries.stream().anyMatch(entry -> replacement.at().startsWith(entry.path()));
            List<String> binds = inside ? inner : words;
            binds.addAll(bind("--bind", replacement.by(), replacement.at()));
            replacement.kept().forEach(kept -> binds.addAll(bind("--bind", kept, kept)));
        }
        entries.forEach(entry ->
                words.addAll(bind(entry.mode().equals("ro") ? "--ro-bind" : "--bind", entry.path(), entry.path())));
        words.addAll(inner);
        return words;
    }

    private static List<String> bind(String word, Path from, Path at) {
        return List.of(word, from.toString(), at.toString());
    }
}
