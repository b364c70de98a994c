package dev.pawl.plan;

import dev.pawl.evidence.TreeChecks;
import dev.pawl.evidence.TreeReport;
import dev.pawl.workspace.integration.IntegrationRepository;
import dev.pawl.workspace.notes.NotesFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the checks show on the head, which results are compared with; found out again if the notes on it are lost. */
final class ProvenHead {
    private final NotesFile<Head> file;
    private final IntegrationRepository repository;
    private final TreeChecks checks;

    /** @param directory of the plan */
    ProvenHead(Path directory, IntegrationRepository repository, TreeChecks checks) {
        this.file = new NotesFile<>(directory.resolve("head.json"), Head.class);
        this.repository = repository;
        this.checks = checks;
    }

    /**
     * @param tree of the head
     * @param before what is to be compared with
     * @param verified whether it is green; absent if nobody had to know
     */
    private record Head(
            String tree, TreeReport before, @Nullable TreeReport verified) {}

    /** What a result on top of this commit is compared with. */
    TreeReport before(String commit) {
        return head(commit).before();
    }

    /** Whether the check is red on the commit itself. */
    boolean red(String commit, String check) {
        Head head = head(commit);
        TreeReport verified = head.verified();
        if (verified == null) {
            verified = checks.verify(place -> repository.checkout(commit, place), head.before());
            file.write(new Head(head.tree(), head.before(), verified));
        }
        return check.equals(verified.red());
    }

    /** Before it becomes the head. */
    void green(String commit, TreeReport report) {
        file.write(new Head(repository.tree(commit), report, report));
    }

    private Head head(String commit) {
        String tree = repository.tree(commit);
        Head kept = file.read();
        if (kept != null && kept.tree().equals(tree)) {
            return kept;
        }
        Head head = new Head(tree, checks.observe(place -> repository.checkout(commit, place)), null);
        file.write(head);
        return head;
    }
}
