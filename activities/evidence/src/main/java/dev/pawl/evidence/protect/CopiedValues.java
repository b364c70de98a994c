package dev.pawl.evidence.protect;

import dev.pawl.evidence.tree.FileTree;
import dev.pawl.host.redaction.Secret;
import dev.pawl.workflows.model.evidence.Finding;
import dev.pawl.workflows.model.evidence.FindingKind;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the secret values of copied files, such as {@code .env}, in files of a result. */
public final class CopiedValues {
    private static final int MOST = 20;

    private static final int MOST_SAMPLES = 2_000;
    private static final Pattern SAMPLE =
            Pattern.compile("(?i)(.*/)?([^/]*(example|sample|template|dist|compose|dockerfile|readme|\\.env)[^/]*"
                    + "|[^/]+\\.(md|ya?ml|toml|json|properties|ini|cfg|conf))");

    private final List<String> values;

    private CopiedValues(List<String> values) {
        this.values = List.copyOf(values);
    }

    public static CopiedValues of(List<Secret> secrets) {
        return new CopiedValues(secrets.stream().map(Secret::reveal).toList());
    }

    /** Files of the base in which settings stand that are no secret: those of an example. */
    public static List<String> samples(FileTree base) {
        return base.files().stream()
                .filter(path -> SAMPLE.matcher(path).matches())
                .limit(MOST_SAMPLES)
                .toList();
    }

    /** Without the values that stand in these files, which everybody has. */
    public CopiedValues without(FileTree base, List<String> samples) {
        List<String> texts = samples.stream().map(base::text).toList();
        return new CopiedValues(values.stream()
                .filter(value -> texts.stream().noneMatch(text -> text.contains(value)))
                .toList());
    }

    /**
     * Does not name a value.
     *
     * @param changed paths
     */
    public List<Finding> findings(FileTree base, FileTree after, Collection<String> changed) {
        return values.isEmpty()
                ? List.of()
                : changed.stream()
                        .filter(after::has)
                        .filter(path -> holds(base.text(path), after.text(path)))
                        .sorted()
                        .limit(MOST)
                        .map(CopiedValues::finding)
                        .toList();
    }

    private boolean holds(String before, String now) {
        return values.stream().anyMatch(value -> now.contains(value) && !before.contains(value));
    }

    private static Finding finding(String path) {
        return new Finding(
                FindingKind.COPIED_VALUE,
                path,
                "contains a secret value of a copied file; read it from that file at run time",
                true);
    }
}
