package dev.pawl.workspace.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.workflows.activity.workspace.Delivered;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workspace.delivery.DeliverySpec;
import dev.pawl.workspace.delivery.ResultDelivery;
import dev.pawl.workspace.git.RawPath;
import dev.pawl.workspace.git.SnapshotPath;
import dev.pawl.workspace.lock.DeliveryWatch;
import dev.pawl.workspace.snapshot.Change;
import dev.pawl.workspace.snapshot.Ownership;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any name that a file system allows is a valid path. One character stands for one byte here. */
class PathNamesTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's \"quoted\".txt",
                "\"quoted\"",
                "\"half",
                "\"a\\tb\"",
                "back\\slash.txt",
                "tail\\",
                "line\nfeed",
                "tab\there",
                "bell\007\177",
                " leading",
                "trailing ",
                "-rf",
                "--exclude=x",
                ":(top)x",
                ":!x",
                "!x",
                "#x",
                "a*b",
                "a?b",
                "a[1].txt",
                "[",
                "a{b",
                "a,b",
                "{a,b}",
                "$HOME `id` ;&|",
                "%41",
                "~",
                "~user",
                "...",
                "caf\u00c3\u00a9",
                "cafe\u00cc\u0081",
                "caf\u00e9",
                "\u00ff\u00fe",
                "\u00f0\u009f\u0098\u0080",
                "\u00e2\u0080\u00ae"
            })
    void aFileOfAnyNameIsFoundOwnedComparedAndDelivered(String name) throws IOException {
        Given given = new Given(root).repository();
        String raw = "dir/" + name;
        write(given.source, "old/" + name, "1\n");
        Given.sh(given.source, "git add -A; git commit -q -m names");
        Workspace workspace = given.workspaces.prepare("t1", given.isolated());
        String path = RawPath.display(raw);
        String old = RawPath.display("old/" + name);
        assertThat(workspace.files(workspace.base())).contains(old);

        write(workspace.directory(), raw, "new\n");
        write(workspace.directory(), "old/" + name, "2\n");
        String snapshot = workspace.snapshot("it-1").commit();

        List<Change> changes = workspace.changes(workspace.base(), snapshot);
        assertThat(changes).extracting(Change::path).containsExactlyInAnyOrder(path, old);
        assertThat(workspace.content(snapshot, path)).asString().isEqualTo("new\n");
        assertThat(workspace.ignored(path)).isFalse();
        assertThat(SnapshotPath.resolve(workspace.directory(), path)).exists();
        assertThat(SnapshotPath.below("dir", path)).isTrue();
        String written = RawPath.text(raw);
        if (RawPath.of(written.getBytes(StandardCharsets.UTF_8)).equals(raw)) {
            assertThat(SnapshotPath.named("./" + written, Set.of(path)::contains))
                    .isEqualTo(path);
            assertThat(Ownership.findings(List.of(written, "old"), changes)).isEmpty();
        }
        assertThat(SnapshotPath.named(path, Set.of(path)::contains)).isEqualTo(path);
        assertThat(Ownership.findings(List.of("dir/**", "old/*"), changes)).isEmpty();
        assertThat(Ownership.findings(List.of("other"), changes)).hasSize(2);
        workspace.restorePaths(workspace.base(), List.of(old));
        assertThat(Files.readString(RawPath.resolve(workspace.directory(), "old/" + name)))
                .isEqualTo("1\n");

        ResultDelivery delivery = new ResultDelivery(given.workspaces);
        Delivered branch = delivery.deliver(
                "t1", new DeliverySpec(DeliverMode.BRANCH, null, "Title"), snapshot, DeliveryWatch.NONE);
        assertThat(branch.done()).as(branch.note()).isTrue();
        assertThat(Given.sh(given.source, "git ls-tree -r --name-only pawl/t1")
                        .lines()
                        .map(RawPath::raw))
                .contains(raw);
        Delivered applied = delivery.deliver(
                "t1", new DeliverySpec(DeliverMode.APPLY, null, "Title"), snapshot, DeliveryWatch.NONE);
        assertThat(applied.done()).as(applied.note()).isTrue();
        assertThat(Files.readString(RawPath.resolve(given.source, raw))).isEqualTo("new\n");
        assertThat(Files.readString(RawPath.resolve(given.source, "old/" + name)))
                .isEqualTo("2\n");
    }

    private static void write(Path root, String raw, String text) throws IOException {
        Path file = RawPath.resolve(root, raw);
        Files.createDirectories(root.resolve(RawPath.parent(raw)));
        Files.writeString(file, text);
    }
}
