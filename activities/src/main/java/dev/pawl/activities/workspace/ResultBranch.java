package dev.pawl.activities.workspace;

import dev.pawl.activities.host.HostDirectories;
import dev.pawl.workflows.activity.Delivered;
import java.util.Optional;

/** Delivers a result as a new branch of the user's repository, on top of the commit the task started from. */
final class ResultBranch {
    static final String PREFIX = "refs/heads/pawl/";

    private final Git git;
    private final SourceRepository source;
    private final Workspace workspace;
    private final String name;
    private final DeliveryWatch watch;

    ResultBranch(Git git, SourceRepository source, Workspace workspace, String taskId, DeliveryWatch watch) {
        this.git = git;
        this.source = source;
        this.workspace = workspace;
        this.watch = watch;
        this.name = PREFIX + HostDirectories.segment(taskId);
    }

    Delivered deliver(String snapshot, String title) {
        try (BranchDraft draft = new BranchDraft(git, source, workspace)) {
            String commit = draft.commit(snapshot, title);
            Optional<String> present = present();
            if (present.isPresent()) {
                return present.get().equals(commit)
                        ? new Delivered(true, "branch %s is already there".formatted(shown()))
                        : new Delivered(
                                false,
                                "branch %s exists with other content; rename or delete it first".formatted(shown()));
            }
            return created(draft, commit);
        } catch (GitFailure e) {
            return new Delivered(false, "no branch could be made: " + e.error());
        }
    }

    private Delivered created(BranchDraft draft, String commit) {
        GitCommand fetch = draft.fetch(commit, name);
        watch.check();
        GitResult result = git.attempt(fetch);
        return result.ok()
                ? new Delivered(true, "branch %s holds the result; git merge %1$s takes it over".formatted(shown()))
                : new Delivered(false, "branch %s could not be made: %s".formatted(shown(), result.error()));
    }

    private Optional<String> present() {
        GitResult result = git.attempt(source.read("rev-parse", "--verify", "--quiet", name));
        return result.ok() ? Optional.of(result.line()) : Optional.empty();
    }

    private String shown() {
        return name.substring("refs/heads/".length());
    }
}
